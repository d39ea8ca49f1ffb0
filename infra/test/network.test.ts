import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { CONFIG, STAGES } from '../lib/config.ts';
import { only, resources, templates } from './synth.ts';

describe('the network', () => {
  test('two zones, three tiers', () => {
    for (const stage of STAGES) {
      const subnets = resources(templates[stage].network, 'AWS::EC2::Subnet').map(
        ([, { Properties }]) => Properties,
      );
      assert.equal(subnets.length, 6, stage);
      assert.deepEqual(
        [...new Set(subnets.map(({ AvailabilityZone }) => AvailabilityZone))],
        CONFIG[stage].zones,
      );
      for (const { MapPublicIpOnLaunch } of subnets) assert.equal(MapPublicIpOnLaunch, false);
    }
  });

  test('one NAT: a gateway, or in development an instance that lets only the tasks through', () => {
    for (const stage of ['staging', 'production'] as const)
      templates[stage].network.resourceCountIs('AWS::EC2::NatGateway', 1);
    const { network } = templates.dev;
    network.resourceCountIs('AWS::EC2::NatGateway', 0);
    network.hasResourceProperties('AWS::EC2::Instance', { InstanceType: 't4g.nano', SourceDestCheck: false });
  });

  test('pictures go to S3 by its gateway, past the NAT', () => {
    for (const stage of STAGES) {
      const endpoint = only(templates[stage].network, 'AWS::EC2::VPCEndpoint').Properties;
      assert.equal(endpoint['VpcEndpointType'], 'Gateway');
      // The tasks' subnets have to know the way.
      assert.ok(endpoint['RouteTableIds'].length >= 4, stage);
    }
  });

  test('all traffic is on record', () => {
    for (const stage of STAGES)
      templates[stage].network.hasResourceProperties('AWS::EC2::FlowLog', {
        TrafficType: 'ALL',
        LogDestinationType: 'cloud-watch-logs',
      });
  });

  test('the data tier has no way out at all', () => {
    const { network } = templates.production;
    const routes = resources(network, 'AWS::EC2::Route').map(([id]) => id);
    assert.ok(routes.length >= 4);
    assert.deepEqual(
      routes.filter((id) => id.includes('Data')),
      [],
    );
  });

  test('only server and worker reach the database, only the load balancer reaches the server', () => {
    const { network } = templates.production;
    const ingress = resources(network, 'AWS::EC2::SecurityGroupIngress').map(([, { Properties }]) => [
      Properties['FromPort'],
      Properties['GroupId']['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, ''),
      Properties['SourceSecurityGroupId']['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, ''),
    ]);
    assert.deepEqual(ingress.sort(), [
      [3000, 'Server', 'Balancer'],
      [5432, 'Database', 'Server'],
      [5432, 'Database', 'Worker'],
    ]);
  });

  test('CloudFront is let in by the group it makes itself, after it has made it', () => {
    for (const stage of STAGES) {
      const { app } = templates[stage];
      const ingress = only(app, 'AWS::EC2::SecurityGroupIngress').Properties;
      const asked = ingress['SourceSecurityGroupId']['Fn::GetAtt'];
      assert.equal(asked[1], 'SecurityGroups.0.GroupId');
      const [, question] = resources(app, 'Custom::AWS').find(([id]) => id === asked[0]) ?? [];
      assert.match(JSON.stringify(question?.Properties['Create']), /CloudFront-VPCOrigins-Service-SG/);
      const [origin] = resources(app, 'AWS::CloudFront::VpcOrigin')[0] ?? [];
      app.hasResource('Custom::AWS', { DependsOn: Match.arrayWith([origin]) });
      const listener = only(app, 'AWS::ElasticLoadBalancingV2::Listener').Properties;
      assert.equal(ingress['FromPort'], listener['Port']);
    }
  });
});
