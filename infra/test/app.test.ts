import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CONFIG, STAGES, type StageName } from '../lib/config.ts';
import { only, resources, synthOne, templates, type Resource } from './synth.ts';

const tasks = (stage: StageName) =>
  resources(templates[stage].app, 'AWS::ECS::TaskDefinition').map(([, { Properties }]) => Properties);
const containers = STAGES.flatMap((stage) =>
  tasks(stage).map(({ ContainerDefinitions, ...task }) => ({
    stage,
    task,
    container: ContainerDefinitions[0],
  })),
);
const services = (stage: StageName) =>
  resources(templates[stage].app, 'AWS::ECS::Service').map(([, { Properties }]) => Properties);
const targets = (stage: StageName) =>
  only(templates[stage].app, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties;

describe('the tasks', () => {
  test('one image, three commands', () => {
    for (const stage of STAGES)
      assert.deepEqual(
        tasks(stage).map(({ ContainerDefinitions }) => ContainerDefinitions[0].Command),
        [['migrate'], ['server'], ['worker']],
      );
  });

  test('an image is named by its commit: no default, no latest, nothing else passes', () => {
    for (const stage of STAGES) {
      const { Parameters } = templates[stage].app.toJSON() as {
        Parameters: Record<string, { AllowedPattern?: string; Default?: string }>;
      };
      for (const name of ['ImageTag', 'MigrateImageTag']) {
        const { AllowedPattern = '', Default } = Parameters[name] ?? {};
        assert.equal(Default, undefined);
        // CloudFormation holds the whole value against it.
        const allowed = new RegExp(`^${AllowedPattern}$`);
        assert.match('sha-0123abc', allowed);
        for (const tag of ['latest', '', 'sha-', 'sha-latest', 'v1']) assert.doesNotMatch(tag, allowed);
      }
    }
    for (const { container } of containers) {
      const image = JSON.stringify(container.Image);
      assert.doesNotMatch(image, /latest/);
      assert.match(image, container.Name === 'migrate' ? /"Ref":"MigrateImageTag"/ : /"Ref":"ImageTag"/);
    }
  });

  test('the address of an image comes from the registry, whole', () => {
    for (const { container } of containers)
      assert.match(
        JSON.stringify(container.Image),
        /dustjacket-\w+-registry:Exports.*\.dkr\.ecr\.".*URLSuffix/,
      );
  });

  test('run on x86, which the image is built for', () => {
    for (const { task } of containers)
      assert.deepEqual(task.RuntimePlatform, { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' });
  });

  test('write nowhere but /tmp, as nobody in particular, with no capability', () => {
    for (const { container, task } of containers) {
      assert.equal(container.ReadonlyRootFilesystem, true);
      assert.equal(container.User, '1000');
      assert.deepEqual(container.LinuxParameters.Capabilities, { Drop: ['ALL'] });
      assert.deepEqual(container.MountPoints, [
        { ContainerPath: '/tmp', ReadOnly: false, SourceVolume: 'tmp' },
      ]);
      assert.deepEqual(task.Volumes, [{ Name: 'tmp' }]);
    }
  });

  test('have a minute to finish, and the server the time to drain', () => {
    for (const { container } of containers) assert.equal(container.StopTimeout, 60);
    const server = readFileSync(new URL('../../server.ts', import.meta.url), 'utf8');
    const exits = Number(/process\.exit\(1\), ([\d_]+)\)/.exec(server)?.[1]?.replace('_', ''));
    assert.ok(exits > 0 && exits < 60_000, 'the server ends by itself before it is ended');
  });

  test('a hanging server is ended by what touches nothing', () => {
    for (const { container } of containers)
      if (container.Name === 'server')
        assert.match(container.HealthCheck.Command.join(' '), /:3000\/health'/);
  });

  test('nobody can open a shell in one', () => {
    for (const stage of STAGES)
      for (const { EnableExecuteCommand } of services(stage)) assert.equal(EnableExecuteCommand, false);
  });
});

describe('the services', () => {
  test('go back by themselves: circuit breaker and alarms, both with rollback', () => {
    for (const stage of STAGES)
      for (const { DeploymentConfiguration: deployment } of services(stage)) {
        assert.deepEqual(deployment.DeploymentCircuitBreaker, { Enable: true, Rollback: true });
        assert.deepEqual([deployment.Alarms.Enable, deployment.Alarms.Rollback], [true, true]);
        assert.ok(deployment.Alarms.AlarmNames.length >= 1);
      }
  });

  test('are replaced without a gap', () => {
    for (const stage of STAGES)
      for (const { DeploymentConfiguration: deployment } of services(stage))
        assert.deepEqual([deployment.MinimumHealthyPercent, deployment.MaximumPercent], [100, 200]);
  });

  test('grow by processor and by requests, and a deployment does not shrink them', () => {
    for (const stage of STAGES) {
      const metrics = resources(templates[stage].app, 'AWS::ApplicationAutoScaling::ScalingPolicy').map(
        ([, { Properties }]) =>
          Properties['TargetTrackingScalingPolicyConfiguration'].PredefinedMetricSpecification
            .PredefinedMetricType,
      );
      assert.deepEqual(metrics.sort(), [
        'ALBRequestCountPerTarget',
        'ECSServiceAverageCPUUtilization',
        'ECSServiceAverageCPUUtilization',
      ]);
      for (const { DesiredCount } of services(stage)) assert.equal(DesiredCount, undefined);
    }
  });

  test('production never has fewer than two servers', () => {
    const [server] = resources(templates.production.app, 'AWS::ApplicationAutoScaling::ScalableTarget');
    assert.equal(server?.[1].Properties['MinCapacity'], 2);
  });

  test('development sleeps outside its hours, or its database never would', () => {
    const actions = (stage: StageName) =>
      resources(templates[stage].app, 'AWS::ApplicationAutoScaling::ScalableTarget').map(
        ([, { Properties }]) =>
          (Properties['ScheduledActions'] ?? []).map(
            ({ ScalableTargetAction }: { ScalableTargetAction: { MaxCapacity: number } }) =>
              ScalableTargetAction.MaxCapacity,
          ),
      );
    assert.deepEqual(actions('dev'), [
      [2, 0],
      [1, 0],
    ]);
    assert.deepEqual(actions('production'), [[], []]);
  });

  test('the very first deployment starts nothing before it is migrated', () => {
    const first = synthOne(CONFIG.production, { services: 'stopped' }).app;
    for (const [, { Properties }] of resources(first, 'AWS::ECS::Service'))
      assert.equal(Properties['DesiredCount'], 0);
    first.resourceCountIs('AWS::ApplicationAutoScaling::ScalableTarget', 0);
    first.resourceCountIs('AWS::ECS::TaskDefinition', 3);
  });
});

describe('the load balancer', () => {
  test('lets a task in when it is ready, and is slow to put one out', () => {
    for (const stage of STAGES) {
      const check = targets(stage);
      assert.equal(check['HealthCheckPath'], '/ready');
      assert.ok(check['HealthCheckIntervalSeconds'] * check['UnhealthyThresholdCount'] >= 120);
      assert.ok(check['HealthCheckTimeoutSeconds'] < check['HealthCheckIntervalSeconds']);
    }
  });

  test('lets go of a task in thirty seconds', () => {
    for (const stage of STAGES)
      assert.ok(
        targets(stage)['TargetGroupAttributes'].some(
          ({ Key, Value }: { Key: string; Value: string }) =>
            Key === 'deregistration_delay.timeout_seconds' && Value === '30',
        ),
      );
  });

  test('gives up an idle connection before the server does', () => {
    const server = readFileSync(new URL('../../server.ts', import.meta.url), 'utf8');
    const keepAlive = Number(/keepAliveTimeout = ([\d_]+)/.exec(server)?.[1]?.replace('_', '')) / 1000;
    for (const stage of STAGES) {
      const { LoadBalancerAttributes } = only(
        templates[stage].app,
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
      ).Properties;
      const idle = LoadBalancerAttributes.find(
        ({ Key }: { Key: string }) => Key === 'idle_timeout.timeout_seconds',
      );
      assert.ok(Number(idle.Value) < keepAlive, `${idle.Value} s, the server ${keepAlive} s`);
    }
  });
});

describe('the roles', () => {
  const policiesOf = (stage: StageName, role: string) =>
    resources(templates[stage].app, 'AWS::IAM::Policy')
      .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']).includes(`"${role}`))
      .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement) as Resource['Properties'][];
  const actions = (stage: StageName, role: string) =>
    policiesOf(stage, role)
      .flatMap(({ Action }) => Action)
      .sort();

  test('each task has two of its own', () => {
    for (const stage of STAGES) {
      const roles = tasks(stage).flatMap(({ TaskRoleArn, ExecutionRoleArn }) => [
        TaskRoleArn['Fn::GetAtt'][0],
        ExecutionRoleArn['Fn::GetAtt'][0],
      ]);
      assert.equal(new Set(roles).size, 6);
    }
  });

  test('the server reads and writes files, the worker sends mail besides, the migration may do nothing', () => {
    const files = ['s3:DeleteObject', 's3:GetObject', 's3:ListBucket', 's3:PutObject'];
    for (const stage of STAGES) {
      assert.deepEqual(actions(stage, 'ServerTaskRole'), files);
      assert.deepEqual(actions(stage, 'WorkerTaskRole'), [...files, 'ses:SendEmail', 'ses:SendRawEmail']);
      assert.deepEqual(actions(stage, 'MigrateTaskRole'), []);
    }
  });

  test('only the migration is handed the owner’s password', () => {
    for (const stage of STAGES)
      for (const name of ['Server', 'Worker', 'Migrate']) {
        const secrets = JSON.stringify(
          policiesOf(stage, `${name}ExecutionRole`).filter(({ Action }) =>
            JSON.stringify(Action).includes('secret'),
          ),
        );
        assert.match(secrets, /DatabaseAppAttachment/);
        assert.equal(/DatabaseClusterSecretAttachment/.test(secrets), name === 'Migrate', `${stage} ${name}`);
      }
  });

  test('no role may do everything, and no policy names everything but where AWS knows nothing narrower', () => {
    for (const stage of STAGES)
      for (const template of Object.values(templates[stage]))
        for (const [id, { Properties }] of resources(template, 'AWS::IAM::Policy'))
          for (const { Action, Resource } of Properties['PolicyDocument'].Statement) {
            assert.doesNotMatch(JSON.stringify(Action), /"\*"|:\*"/, id);
            if (Resource === '*')
              assert.match(
                JSON.stringify(Action),
                /^"(ecr:GetAuthorizationToken|ec2:DescribeSecurityGroups)"$/,
                id,
              );
          }
  });
});

test('the outputs that the pipeline reads are there', () => {
  for (const stage of STAGES) {
    const { Outputs } = templates[stage].app.toJSON() as { Outputs: Record<string, object> };
    for (const name of [
      ...['ApiRepoUri', 'AlbDnsName', 'ApiUrl', 'EcsClusterName', 'EcsServiceName', 'DbSecretArn'],
      ...[
        'WorkerServiceName',
        'MigrateTaskDefinition',
        'MigrateLogGroup',
        'TaskSubnets',
        'TaskSecurityGroup',
      ],
      ...['AssetBucket', 'DistributionId'],
    ])
      assert.ok(Outputs[name], `${stage} ${name}`);
  }
});

test('the image lets its user write to /tmp: Fargate mounts the volume as the image declares it', () => {
  assert.match(readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8'), /^VOLUME \["\/tmp"\]$/m);
});

test('the build of the image sees what is on a list, and no more', () => {
  const lines = readFileSync(new URL('../../.dockerignore', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  assert.equal(lines[0], '*');
  const admitted = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  for (const heavy of ['.git', 'node_modules', '.env', '.data', 'infra', 'docs', '.'])
    assert.ok(!admitted.includes(heavy), heavy);
});
