/**
 * The names that CloudFormation knows stateful things by. Another name is another thing: it makes a new one and lets the
 * old one go. Who means it runs `npm run stateful`, and the difference is there to be read in the review.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { STAGES } from '../lib/config.ts';
import { assembly, resources, templates } from './synth.ts';

const FILE = new URL('stateful.json', import.meta.url);
const STATEFUL = [
  ...['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::SecurityGroup', 'AWS::EC2::NatGateway'],
  ...[
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBSubnetGroup',
    'AWS::SecretsManager::Secret',
  ],
  ...['AWS::S3::Bucket', 'AWS::ECR::Repository', 'AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolDomain'],
  ...['AWS::Cognito::UserPoolClient', 'AWS::SES::EmailIdentity', 'AWS::CloudFront::Distribution'],
  ...['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ECS::Cluster', 'AWS::ECS::Service'],
];

const now = Object.fromEntries(
  STAGES.flatMap((stage) =>
    Object.entries(templates[stage]).map(([name, template]) => [
      `${stage} ${name}`,
      STATEFUL.flatMap((type) => resources(template, type).map(([id]) => `${type} ${id}`)).sort(),
    ]),
  ).filter(([, found]) => (found?.length ?? 0) > 0),
);

if (process.argv.includes('--write')) writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);

test('nothing that holds state is replaced by accident', () => {
  assert.deepEqual(now, JSON.parse(readFileSync(FILE, 'utf8')));
});

test('production’s foundations cannot be deleted by a slip', () => {
  const kept = assembly.stacks
    .filter(({ terminationProtection }) => terminationProtection)
    .map(({ stackName }) => stackName);
  assert.deepEqual(
    kept.sort(),
    ['data', 'identity', 'network', 'registry'].map((name) => `dustjacket-production-${name}`),
  );
});
