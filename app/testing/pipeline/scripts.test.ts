/** The scripts a release is made with, against a cloud that answers as it is told to. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { script, type Says } from './cloud.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const [OLD, NEW] = ['sha-0000001', 'sha-0000002'];
const outputs = (names: Record<string, string>): Says[] =>
  Object.entries(names).map(([name, out]) => [`describe-stacks OutputKey=='${name}'`, { out }]);
const STACK: Says[] = [
  ...outputs({ EcsClusterName: 'cluster', MigrateTaskDefinition: 'migrate:7', MigrateLogGroup: '/log' }),
  ...outputs({ TaskSubnets: 'subnet-1,subnet-2', TaskSecurityGroup: 'sg-1', AssetBucket: 'the-assets' }),
  ["describe-stacks ParameterKey=='ImageTag'", { out: OLD }],
  ["describe-stacks ParameterKey=='MigrateImageTag'", { out: OLD }],
  ['describe-stacks Parameters[].ParameterKey', { out: 'ImageTag\tMigrateImageTag\tBootstrapVersion' }],
  ['update-stack', { out: 'arn:stack' }],
];
const STEADY: Says = ['wait stack-update-complete', {}];
const TASK: Says = ['run-task', { out: 'arn:aws:ecs:eu-west-1:1:task/cluster/abc' }];
const migrating = (
  stop: string,
  status: Says = ['lastStatus', { out: 'PENDING' }, { out: 'STOPPED' }],
): Says[] => [
  ...STACK,
  ...[STEADY, TASK, status],
  ['describe-tasks stopCode', { out: stop }],
  ['describe-tasks stoppedReason', { out: 'Essential container in task exited' }],
  ['get-log-events', { out: 'relation "briefs" does not exist' }],
];

describe('migrate-task', () => {
  test('sets the release, runs its migrations to the end, and touches nothing that serves', async () => {
    const run = await script('migrate-task', ['staging', NEW], migrating('EssentialContainerExited\t0'));
    expect(run).toMatchObject({ code: 0, err: expect.stringContaining(`migrated to ${NEW}`) });
    const update = run.calls.find((call) => call.includes('update-stack')) ?? '';
    expect(update).toContain('--stack-name dustjacket-staging-app --use-previous-template');
    expect(update).toContain(`ParameterKey=MigrateImageTag,ParameterValue=${NEW}`);
    expect(update).toContain('ParameterKey=ImageTag,UsePreviousValue=true');
    const started = run.calls.find((call) => call.includes('run-task')) ?? '';
    expect(started).toContain('--cluster cluster --task-definition migrate:7 --launch-type FARGATE');
    expect(started).toContain('subnets=[subnet-1,subnet-2],securityGroups=[sg-1],assignPublicIp=DISABLED');
    const order = run.calls.map((call) => call.split(' ')[1]);
    expect(order.indexOf('wait')).toBeLessThan(order.indexOf('run-task'));
  });

  test.each([
    ['a migration fails', 'EssentialContainerExited\t1'],
    ['the container never ran', 'TaskFailedToStart\tNone'],
    ['somebody stopped it', 'UserInitiated\t0'],
  ])('fails with the end of the log when %s', async (_, stop) => {
    const run = await script('migrate-task', ['staging', NEW], migrating(stop));
    expect(run.code).toBe(1);
    expect(run.err).toContain('relation "briefs" does not exist');
    expect(run.err).toContain(`stopCode ${stop.split('\t')[0]}`);
    expect(run.calls.at(-1)).toContain('--log-stream-name task/migrate/abc');
  });

  test('does not wait for ever', async () => {
    const says = migrating('None\tNone', ['lastStatus', { out: 'RUNNING' }]);
    const run = await script('migrate-task', ['staging', NEW], says);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('still running after 1 s')]);
  });

  test('fails before it starts anything when the stack does not say where', async () => {
    const says: Says[] = [
      ["OutputKey=='TaskSubnets'", { out: 'None' }],
      ...migrating('EssentialContainerExited\t0'),
    ];
    const run = await script('migrate-task', ['staging', NEW], says);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('has no output TaskSubnets')]);
    expect(run.calls.filter((call) => call.includes('run-task'))).toEqual([]);
  });

  test('fails when ECS starts nothing', async () => {
    const says = [...STACK, STEADY, ['run-task', { out: 'None' }] satisfies Says];
    expect(await script('migrate-task', ['staging', NEW], says)).toMatchObject({ code: 1 });
  });
});

describe('release and rollback', () => {
  test('a release changes one parameter and waits until it is steady', async () => {
    const run = await script('release', ['production', NEW], [...STACK, STEADY]);
    expect(run.code).toBe(0);
    expect(run.calls.filter((call) => call.includes('update-stack'))).toEqual([
      expect.stringContaining(
        `ParameterKey=ImageTag,ParameterValue=${NEW} ParameterKey=MigrateImageTag,UsePrevious`,
      ),
    ]);
    expect(run.calls.at(-1)).toContain('wait stack-update-complete');
  });

  test('one that does not become steady fails, and says what went wrong', async () => {
    const says: Says[] = [
      ...STACK,
      ['wait stack-update-complete', { code: 255 }],
      ['describe-stack-events', { out: 'ServerService\tThe circuit breaker was triggered' }],
    ];
    const run = await script('release', ['staging', NEW], says);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('circuit breaker')]);
  });

  test('what runs already is left alone', async () => {
    const run = await script('release', ['staging', OLD], STACK);
    expect([run.code, run.calls.some((call) => call.includes('update-stack'))]).toEqual([0, false]);
  });

  test('back to the release that is named', async () => {
    const run = await script('rollback', ['staging', 'sha-0000000'], [...STACK, STEADY]);
    expect([run.code, run.err]).toEqual([0, expect.stringContaining(`back from ${OLD} to sha-0000000`)]);
  });

  test('or to the newest one that is another', async () => {
    const says: Says[] = [
      ...STACK,
      STEADY,
      ['list-task-definitions dustjacket-staging-server INACTIVE', { out: 'server:9\tserver:8\tserver:7' }],
      ['describe-task-definition server:9', { out: `1.dkr.ecr/dustjacket:${OLD}` }],
      ['describe-task-definition server:8', { out: '1.dkr.ecr/dustjacket:sha-0000000' }],
    ];
    const run = await script('rollback', ['staging'], says);
    expect([run.code, run.err]).toEqual([0, expect.stringContaining(`back from ${OLD} to sha-0000000`)]);
  });

  test('and nowhere, when there is none', async () => {
    const says: Says[] = [...STACK, ['list-task-definitions', { out: '' }]];
    expect(await script('rollback', ['staging'], says)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`nothing but ${OLD} has run here`),
    });
  });
});

test('assets are put beside the others, for ever', async () => {
  const run = await script('upload-assets', ['staging', ROOT], [...STACK, ['s3 cp', {}]]);
  expect(run.code).toBe(0);
  expect(run.calls.at(-1)).toBe(
    `s3 cp ${ROOT} s3://the-assets/assets/ --recursive --only-show-errors --cache-control public, max-age=31536000, immutable`,
  );
  expect(run.calls.join('\n')).not.toMatch(/--delete|s3 rm|s3 sync/);
});

describe('every script', () => {
  const names = readdirSync(path.join(ROOT, 'infra/scripts')).filter((name) => !name.endsWith('.sh'));
  const args: Record<string, string[]> = {
    output: ['EcsClusterName'],
    parameter: ['ImageTag'],
    'upload-assets': [ROOT],
  };
  const CHANGES = /update-stack|run-task|s3 cp/;

  test.each(names)('%s says how it is used, and refuses what it does not know', async (name) => {
    const help = await script(name, ['--help']);
    expect([help.code, help.calls]).toEqual([0, []]);
    expect(help.out).toMatch(new RegExp(`^infra/scripts/${name} STAGE`));
    const wrongs = [
      [],
      ['moon'],
      ['staging', '--force'],
      ...(args[name] ? [['staging']] : [['staging', 'latest']]),
    ];
    for (const wrong of wrongs) {
      const run = await script(name, wrong, STACK);
      expect([run.code, run.calls.some((call) => CHANGES.test(call))], `${name} ${wrong.join(' ')}`).toEqual([
        1,
        false,
      ]);
    }
  });

  test.each(names)('%s changes nothing in a dry run', async (name) => {
    const run = await script(name, ['staging', ...(args[name] ?? [NEW]), '--dry-run'], STACK);
    expect(run.code, run.err).toBe(0);
    expect(run.calls.filter((call) => CHANGES.test(call))).toEqual([]);
    if (!['output', 'parameter'].includes(name)) expect(run.err).toContain('would run: aws ');
  });
});

test('the deployer may do all that a release asks of AWS', async () => {
  const runs = [
    await script('upload-assets', ['staging', ROOT], [...STACK, ['s3 cp', {}]]),
    await script('migrate-task', ['staging', NEW], migrating('EssentialContainerExited\t1')),
    await script(
      'release',
      ['staging', NEW],
      [...STACK, ['wait stack-update-complete', { code: 255 }], ['describe-stack-events', {}]],
    ),
    await script('rollback', ['staging', NEW], [...STACK, STEADY]),
  ];
  const asked = new Set(runs.flatMap(({ calls }) => calls).flatMap(actionsOf));
  const role = readFileSync(path.join(ROOT, 'infra/lib/github-oidc.ts'), 'utf8');
  expect([...asked].filter((action) => !role.includes(`'${action}'`))).toEqual([]);
  expect(asked.size).toBe(8);
});

/** `ecs run-task …` → the permissions it takes. */
function actionsOf(call: string): string[] {
  const [service = '', operation = ''] = call.split(' ');
  if (operation === 'wait') return ['cloudformation:DescribeStacks'];
  if (service === 's3') return ['s3:PutObject'];
  const name = operation.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  // CDK's own parameter of every stack is looked up in Systems Manager.
  const besides = name === 'UpdateStack' ? ['ssm:GetParameters'] : [];
  return [`${service}:${name}`, ...besides];
}
