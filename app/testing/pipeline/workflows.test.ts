/** What the workflows say, held against what the rest of the repository says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Step = {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
};
type Job = {
  uses?: string;
  needs?: string;
  if?: string;
  environment?: string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  env?: Record<string, string>;
  steps?: Step[];
};
type Workflow = {
  on: {
    push?: { branches: string[] };
    workflow_dispatch?: { inputs: { environment: { options: string[] } } };
  } & Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: { group: string; 'cancel-in-progress': boolean | string };
  jobs: Record<string, Job>;
};

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const workflow = (name: string) => parse(text(`.github/workflows/${name}.yml`)) as Workflow;
const ci = workflow('ci');
const deploy = workflow('deploy');
const { test: tests = {}, deploy: job = {} } = deploy.jobs;
const steps = job.steps ?? [];
const at = (what: RegExp) => steps.findIndex(({ run = '', uses = '' }) => what.test(run + uses));
const allSteps = [ci, deploy].flatMap(({ jobs }) => Object.values(jobs).flatMap((one) => one.steps ?? []));

describe('both workflows', () => {
  test('may read the code and nothing else; only the deployment is vouched for', () => {
    for (const { permissions } of [ci, deploy]) expect(permissions).toEqual({ contents: 'read' });
    expect(Object.values(ci.jobs).map(({ permissions }) => permissions)).toEqual([undefined]);
    expect(tests.permissions).toEqual({ contents: 'read' });
    expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  test('hold no key, and no secret at all', () => {
    for (const name of ['ci', 'deploy'])
      expect(text(`.github/workflows/${name}.yml`)).not.toMatch(
        /secrets\.|aws-(secret-)?access-key|AWS_ACCESS_KEY|AWS_SECRET/i,
      );
  });

  test('use three actions, of a stated version, and leave no token behind', () => {
    const used = new Set(allSteps.flatMap(({ uses }) => uses ?? []));
    expect([...used].sort()).toEqual([
      'actions/checkout@v4',
      'actions/setup-node@v4',
      'aws-actions/configure-aws-credentials@v4',
    ]);
    const checkouts = allSteps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual([false, false]);
  });

  test('never put what somebody typed into a command', () => {
    expect(allSteps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('never lose a failure within another command', () => {
    const echoed = allSteps.filter(({ run }) => /(echo|printf).*\$\(/.test(run ?? ''));
    expect(echoed).toEqual([]);
  });

  test('end', () => {
    for (const one of [...Object.values(ci.jobs), job]) expect(one['timeout-minutes']).toBeGreaterThan(0);
  });
});

test('a change passes what anybody can run', () => {
  expect(Object.keys(ci.on).sort()).toEqual(['pull_request', 'workflow_call']);
  expect(ci.jobs['test']?.steps?.at(-1)).toEqual({ run: '.ci/run' });
});

describe('a release', () => {
  test('is of main: to staging by itself, to production by hand, one at a time and never cut short', () => {
    expect(deploy.on.push).toEqual({ branches: ['main'] });
    expect(deploy.on.workflow_dispatch?.inputs.environment.options).toEqual(['staging', 'production']);
    expect(job.if).toBe("github.ref == 'refs/heads/main'");
    const stage = "${{ inputs.environment || 'staging' }}";
    expect([job.environment, job.env?.['STAGE']]).toEqual([stage, stage]);
    expect(deploy.concurrency).toEqual({ group: `deploy-${stage}`, 'cancel-in-progress': false });
  });

  test('is tested first', () => {
    expect(tests.uses).toBe('./.github/workflows/ci.yml');
    expect(job.needs).toBe('test');
  });

  test('goes in this order', () => {
    const order = [
      /configure-aws-credentials/,
      /docker build .*\n *docker push/,
      /upload-assets/,
      /migrate-task/,
      /scripts\/release/,
      /npm run smoke/,
      /scripts\/rollback/,
    ].map(at);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  test('becomes the role of its stage, which believes that environment alone', () => {
    expect(steps[at(/configure-aws/)]?.with).toEqual({
      'role-to-assume': '${{ vars.DEPLOY_ROLE_ARN }}',
      'aws-region': '${{ vars.AWS_REGION }}',
    });
    expect(text('infra/lib/github-oidc.ts')).toContain(':environment:${this.config.name}`');
  });

  test('reads the variables that people are told to set, and no other', () => {
    const read = [...text('.github/workflows/deploy.yml').matchAll(/vars\.(\w+)/g)].map(([, name]) => name);
    const [, step = ''] = text('infra/README.md').split('**The pipeline**');
    const told = [...(step.split('\n\n')[0]?.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g) ?? [])].map(
      ([, name]) => name,
    );
    expect(told.sort()).toEqual([...new Set(read)].sort());
  });

  test('goes back when it does not look right, and looks again', () => {
    const back = steps[at(/rollback/)];
    expect(back?.if).toBe("failure() && steps.release.outputs.before != ''");
    expect(back?.run).toMatch(/rollback "\$STAGE" "\$BEFORE"\nnpm run smoke/);
    // Known before anything is replaced, or a release that fails half-way would have nowhere to go back to.
    const { run = '' } = steps[at(/scripts\/release/)] ?? {};
    expect(run.indexOf('before=')).toBeLessThan(run.indexOf('scripts/release'));
  });

  test('names its image by the commit, as the stack demands', () => {
    expect(job.env?.['TAG']).toBe('sha-${{ github.sha }}');
    expect(text('infra/lib/app.ts')).toContain("allowedPattern: 'sha-[0-9a-f]{7,64}'");
    expect(text('.github/workflows/deploy.yml')).not.toContain('latest');
  });

  test('asks for outputs that the stack has', () => {
    const asked = [
      '.github/workflows/deploy.yml',
      'infra/scripts/migrate-task',
      'infra/scripts/upload-assets',
    ]
      .flatMap((file) => [...text(file).matchAll(/\boutput (?:"\$STAGE" )?([A-Z]\w+)/g)])
      .map(([, name]) => name);
    expect(asked).toHaveLength(8);
    expect(asked.filter((name) => !text('infra/lib/app.ts').includes(`      ${name}:`))).toEqual([]);
  });
});

describe('the image', () => {
  const { run: build = '' } = steps[at(/docker build/)] ?? {};
  const compose = parse(text('docker-compose.yml')) as {
    'x-product': { build: { context: string; dockerfile?: string } };
  };

  test('is built from the same context and Dockerfile as docker compose builds', () => {
    const [, dockerfile, context] = /docker build .*--file (\S+) .* (\S+)$/m.exec(build) ?? [];
    expect({ context, dockerfile }).toEqual({
      dockerfile: 'Dockerfile',
      ...compose['x-product'].build,
      args: undefined,
    });
  });

  test('is for the processor that the tasks and every stage of it ask for', () => {
    expect(build).toContain('docker build --platform linux/amd64 ');
    expect(text('Dockerfile').match(/^FROM .*\$\{BASE\}.*$/gm)).toEqual([
      'FROM --platform=linux/amd64 ${BASE} AS base',
    ]);
    expect(text('infra/lib/tasks.ts')).toContain('cpuArchitecture: CpuArchitecture.X86_64');
  });

  test('says which commit it is, is the production build, and has its assets taken out of it', () => {
    expect(build).toContain('--build-arg VERSION="$TAG"');
    expect(build).not.toContain('MODE');
    expect(text('Dockerfile')).toContain('ARG MODE=production');
    expect(build).toContain('docker cp "$container:/app/build/client/assets" assets');
  });
});
