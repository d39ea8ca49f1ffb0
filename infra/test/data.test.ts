import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { CONFIG, STAGES } from '../lib/config.ts';
import { only, resources, templates } from './synth.ts';

describe('the database', () => {
  test('is PostgreSQL 17, of one minor version until somebody changes it', () => {
    for (const stage of STAGES) {
      const { data } = templates[stage];
      const { Engine, EngineVersion } = only(data, 'AWS::RDS::DBCluster').Properties;
      assert.equal(Engine, 'aurora-postgresql');
      assert.match(EngineVersion, /^17\.\d+$/);
      for (const [, { Properties }] of resources(data, 'AWS::RDS::DBInstance'))
        assert.equal(Properties['AutoMinorVersionUpgrade'], false);
    }
  });

  test('is encrypted at rest, and refuses a connection without TLS', () => {
    for (const stage of STAGES) {
      const { data } = templates[stage];
      assert.equal(only(data, 'AWS::RDS::DBCluster').Properties['StorageEncrypted'], true);
      const { Parameters } = only(data, 'AWS::RDS::DBClusterParameterGroup').Properties;
      assert.equal(Parameters['rds.force_ssl'], '1');
    }
  });

  test('shows the certificate authority that the image knows', () => {
    for (const stage of STAGES)
      for (const [, { Properties }] of resources(templates[stage].data, 'AWS::RDS::DBInstance'))
        assert.equal(Properties['CACertificateIdentifier'], 'rds-ca-rsa2048-g1');
  });

  test('is nowhere to be found from outside', () => {
    for (const stage of STAGES) {
      const { data } = templates[stage];
      for (const [, { Properties }] of resources(data, 'AWS::RDS::DBInstance'))
        assert.equal(Properties['PubliclyAccessible'], false);
      const subnets = JSON.stringify(only(data, 'AWS::RDS::DBSubnetGroup').Properties['SubnetIds']);
      assert.match(subnets, /DataSubnet1.*DataSubnet2/);
      assert.doesNotMatch(subnets, /AppSubnet|PublicSubnet/);
    }
  });

  test('is made with its schema’s name: nobody types CREATE DATABASE', () => {
    for (const stage of STAGES)
      assert.equal(
        only(templates[stage].data, 'AWS::RDS::DBCluster').Properties['DatabaseName'],
        'dustjacket',
      );
  });

  test('has a reader that grows with the writer in production', () => {
    const count = (stage: (typeof STAGES)[number]) =>
      resources(templates[stage].data, 'AWS::RDS::DBInstance').map(
        ([, { Properties }]) => Properties['PromotionTier'],
      );
    assert.deepEqual(count('production'), [0, 1]);
    assert.equal(count('staging').length, 1);
  });

  test('sleeps in development, and never elsewhere', () => {
    const scaling = (stage: (typeof STAGES)[number]) =>
      only(templates[stage].data, 'AWS::RDS::DBCluster').Properties['ServerlessV2ScalingConfiguration'];
    assert.deepEqual(scaling('dev'), { MinCapacity: 0, MaxCapacity: 2, SecondsUntilAutoPause: 300 });
    for (const stage of ['staging', 'production'] as const) assert.ok(scaling(stage).MinCapacity >= 0.5);
  });

  test('is backed up for as long as the stage says, and protected where data is kept', () => {
    for (const stage of STAGES) {
      const { Properties, DeletionPolicy } = only(templates[stage].data, 'AWS::RDS::DBCluster');
      const { keepsData, database } = CONFIG[stage];
      assert.equal(Properties['BackupRetentionPeriod'], database.backupDays);
      assert.equal(Properties['DeletionProtection'], keepsData);
      assert.equal(DeletionPolicy, keepsData ? 'Snapshot' : 'Delete');
    }
  });

  test('is connected to by two roles, whose secrets say where it is', () => {
    for (const stage of STAGES) {
      const { data } = templates[stage];
      const names = resources(data, 'AWS::SecretsManager::Secret').flatMap(
        ([, { Properties }]) =>
          /"username":"(\w+)"/.exec(JSON.stringify(Properties).replaceAll('\\', ''))?.[1] ?? [],
      );
      assert.deepEqual(names.sort(), ['dustjacket_app', 'dustjacket_owner']);
      // Attached: host, port and dbname are written into each.
      data.resourceCountIs('AWS::SecretsManager::SecretTargetAttachment', 2);
    }
  });
});

describe('the files', () => {
  test('CloudFront reads what is public, by prefix, and never an original', () => {
    for (const stage of STAGES) {
      const statements = resources(templates[stage].data, 'AWS::S3::BucketPolicy')
        .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement)
        .filter(({ Sid }: { Sid?: string }) => Sid === 'CloudFrontReadsWhatIsPublic');
      const keys = statements.map((one: { Resource: { 'Fn::Join': [string, unknown[]] } }) =>
        one.Resource['Fn::Join'][1].at(-1),
      );
      assert.deepEqual(keys.sort(), ['/assets/*', '/media/*']);
      for (const { Action, Condition } of statements) {
        assert.equal(Action, 's3:GetObject');
        assert.match(JSON.stringify(Condition), /aws:cloudfront::.*AWS::AccountId.*:distribution/);
      }
    }
  });

  test('of production can be had back for a month', () => {
    const versioned = resources(templates.production.data, 'AWS::S3::Bucket').filter(
      ([, { Properties }]) => Properties['VersioningConfiguration']?.Status === 'Enabled',
    );
    assert.equal(versioned.length, 1);
    assert.match(JSON.stringify(versioned), /"NoncurrentVersionExpiration":\{"NoncurrentDays":30\}/);
  });
});

describe('what is kept', () => {
  const HOLDS = [
    'AWS::S3::Bucket',
    'AWS::ECR::Repository',
    'AWS::Cognito::UserPool',
    'AWS::SecretsManager::Secret',
  ];

  test('production keeps it when a stack goes, development removes it', () => {
    for (const [stage, policies] of [
      ['production', ['RetainExceptOnCreate', 'Retain']],
      ['dev', ['Delete', undefined]],
    ] as const)
      for (const template of Object.values(templates[stage]))
        for (const type of HOLDS)
          for (const [id, { DeletionPolicy }] of resources(template, type)) {
            // The two of the database go with it: a snapshot has no use for its old password.
            if (/Database/.test(id)) continue;
            assert.ok(
              (policies as readonly unknown[]).includes(DeletionPolicy),
              `${stage} ${id} ${DeletionPolicy}`,
            );
          }
  });

  test('every log ends, after as many days as the stage says', () => {
    for (const stage of STAGES)
      for (const [name, template] of Object.entries(templates[stage]))
        for (const [id, { Properties }] of resources(template, 'AWS::Logs::LogGroup'))
          assert.equal(Properties['RetentionInDays'], CONFIG[stage].logDays, `${stage} ${name} ${id}`);
  });

  test('images are named once: tags cannot move', () => {
    for (const stage of STAGES)
      templates[stage].registry.hasResourceProperties('AWS::ECR::Repository', {
        ImageTagMutability: 'IMMUTABLE',
        ImageScanningConfiguration: { ScanOnPush: true },
        LifecyclePolicy: Match.anyValue(),
      });
  });
});
