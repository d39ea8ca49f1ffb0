/** That nothing secret is written down, and nothing is open that should not be. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all, resources } from './synth.ts';

describe('what is secret', () => {
  test('no template holds a secret, only where one is kept', () => {
    for (const [name, template] of all) {
      const text = JSON.stringify(template.toJSON());
      // Names of settings are fine, and so is the dynamic reference that CloudFormation resolves itself.
      assert.doesNotMatch(text, /"(Default|Value)":"[^"]*(password|secret)=[^"]*"/i, name);
      assert.doesNotMatch(text, /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----/, name);
      for (const [id, { Properties }] of resources(template, 'AWS::SecretsManager::Secret'))
        assert.equal(Properties['SecretString'], undefined, `${name} ${id}`);
    }
  });

  test('no container is given a password, a secret or a key as a plain setting', () => {
    for (const [name, template] of all)
      for (const [id, { Properties }] of resources(template, 'AWS::ECS::TaskDefinition'))
        for (const container of Properties['ContainerDefinitions'])
          for (const { Name } of container.Environment)
            assert.doesNotMatch(Name, /PASSWORD|SECRET|TOKEN|ACCESS_KEY|DATABASE_URL|DB_/, `${name} ${id}`);
  });

  test('every secret of a container is one key of a JSON secret', () => {
    for (const [name, template] of all)
      for (const [id, { Properties }] of resources(template, 'AWS::ECS::TaskDefinition'))
        for (const container of Properties['ContainerDefinitions'])
          for (const { Name, ValueFrom } of container.Secrets)
            assert.match(ValueFrom['Fn::Join'][1].at(-1), /^:[a-z]+::$/, `${name} ${id} ${Name}`);
  });

  test('the database has its passwords from Secrets Manager', () => {
    for (const [name, template] of all)
      for (const [, { Properties }] of resources(template, 'AWS::RDS::DBCluster'))
        assert.match(JSON.stringify(Properties['MasterUserPassword']), /resolve:secretsmanager:/, name);
  });
});

describe('what is open', () => {
  const rules = (direction: 'Ingress' | 'Egress') =>
    all.flatMap(([name, template]) => [
      ...resources(template, `AWS::EC2::SecurityGroup${direction}`).map(([id, { Properties }]) => ({
        where: `${name} ${id}`,
        ...Properties,
      })),
      ...resources(template, 'AWS::EC2::SecurityGroup').flatMap(([id, { Properties }]) =>
        (Properties[`SecurityGroup${direction}`] ?? []).map((rule: object) => ({
          where: `${name} ${id}`,
          ...rule,
        })),
      ),
    ]) as { where: string; CidrIp?: string; CidrIpv6?: string; FromPort?: number; IpProtocol: string }[];

  test('no security group lets an address in: groups name groups', () => {
    const ingress = rules('Ingress');
    assert.ok(ingress.length >= 12);
    for (const rule of ingress) {
      assert.equal(rule.CidrIp, undefined, rule.where);
      assert.equal(rule.CidrIpv6, undefined, rule.where);
    }
  });

  test('only the tasks call out, and only by TLS; the database calls nobody', () => {
    const out = rules('Egress').filter(({ CidrIp }) => CidrIp === '0.0.0.0/0' || CidrIp === '::/0');
    assert.ok(out.length > 0);
    for (const { where, FromPort, IpProtocol } of out)
      if (!/Nat/.test(where)) {
        assert.match(where, /network (Server|Worker)/);
        assert.deepEqual([IpProtocol, FromPort], ['tcp', 443], where);
      }
  });

  test('no bucket is public, and all demand TLS', () => {
    for (const [name, template] of all)
      for (const [id, { Properties }] of resources(template, 'AWS::S3::Bucket')) {
        assert.deepEqual(
          Object.values(Properties['PublicAccessBlockConfiguration']),
          [true, true, true, true],
          `${name} ${id}`,
        );
        const policies = resources(template, 'AWS::S3::BucketPolicy').filter(
          ([, policy]) => policy.Properties['Bucket'].Ref === id,
        );
        assert.match(JSON.stringify(policies), /"aws:SecureTransport":"false"/, `${name} ${id}`);
      }
  });

  test('no task has a public address, and no load balancer either', () => {
    for (const [name, template] of all) {
      for (const [, { Properties }] of resources(template, 'AWS::ECS::Service'))
        assert.equal(Properties['NetworkConfiguration'].AwsvpcConfiguration.AssignPublicIp, 'DISABLED', name);
      for (const [, { Properties }] of resources(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer'))
        assert.equal(Properties['Scheme'], 'internal', name);
    }
  });
});
