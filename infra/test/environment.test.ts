/** What the containers are told, held against what the app itself reads: app/config.server.ts, not a copy of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CONFIG, STAGES, type StageName } from '../lib/config.ts';
import { resources, templates } from './synth.ts';

const CONFIG_FILE = new URL('../../app/config.server.ts', import.meta.url);

// The app's own packages need not be installed here: what it reads settings with, this package has as well.
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (fault) {
      if (/^[.#/]/.test(specifier)) throw fault;
      return next(specifier, { ...context, parentURL: import.meta.url });
    }
  },
});

type Env = Record<string, string | undefined>;
type Read = {
  readConfig: (env: Env) => {
    mode: string;
    secure: boolean;
    port: number;
    auth: { mode: string };
    storage: { kind: string };
    sessionSecrets: string[];
  };
  readMigrationConfig: (env: Env) => { appRole?: { username: string } };
};
const { readConfig, readMigrationConfig } = (await import(CONFIG_FILE.href)) as Read;

/** What Secrets Manager would hand over. Passwords may hold anything. */
const KEPT: Record<string, string> = {
  host: 'dustjacket-production.cluster-abc.us-east-1.rds.amazonaws.com',
  port: '5432',
  dbname: 'dustjacket',
  username: 'dustjacket_owner',
  password: 'p@ss/w:o?r#d %41"\'',
  list: 'x'.repeat(64),
};
/** What CloudFormation would put in for what is not known before. */
const KNOWN: Record<string, string> = {
  APP_ORIGIN: 'https://d111111abcdef8.cloudfront.net',
  S3_BUCKET: 'dustjacket-media',
  COGNITO_USER_POOL_ID: 'us-east-1_AbCdEf123',
  COGNITO_CLIENT_ID: '1example23456789',
};

type Container = {
  Name: string;
  Environment: { Name: string; Value: unknown }[];
  Secrets: { Name: string; ValueFrom: { 'Fn::Join': [string, unknown[]] } }[];
};

function environmentOf(stage: StageName, command: string): Env {
  const [container] = resources(templates[stage].app, 'AWS::ECS::TaskDefinition')
    .flatMap(([, { Properties }]) => Properties['ContainerDefinitions'] as Container[])
    .filter(({ Name }) => Name === command);
  assert.ok(container, command);
  const env: Env = {};
  for (const { Name, Value } of container.Environment) {
    env[Name] = typeof Value === 'string' ? Value : KNOWN[Name];
    assert.ok(env[Name], `${stage} ${command}: nothing is known of ${Name}`);
  }
  for (const { Name, ValueFrom } of container.Secrets) {
    const key = String(ValueFrom['Fn::Join'][1].at(-1)).replaceAll(':', '');
    assert.ok(key in KEPT, `${stage} ${command}: ${Name} asks for the key ${key}`);
    const app = JSON.stringify(ValueFrom).includes('DatabaseApp');
    env[Name] = app && key === 'username' ? 'dustjacket_app' : KEPT[key];
  }
  return env;
}

describe('the containers are told what the app reads', () => {
  // A container starts in the app's folder, where the authorities of the database's certificate lie.
  const here = process.cwd();
  before(() => process.chdir(fileURLToPath(new URL('../..', import.meta.url))));
  after(() => process.chdir(here));

  test('server and worker start with it, in every stage', () => {
    for (const stage of STAGES)
      for (const command of ['server', 'worker']) {
        const config = readConfig(environmentOf(stage, command));
        assert.equal(config.mode, 'production');
        assert.equal(config.secure, true);
        assert.equal(config.port, 3000);
        assert.equal(config.auth.mode, 'cognito');
        assert.equal(config.storage.kind, 's3');
        assert.deepEqual(config.sessionSecrets, [KEPT['list']]);
      }
  });

  test('the migration starts with it, as another role than it makes', () => {
    for (const stage of STAGES) {
      const env = environmentOf(stage, 'migrate');
      assert.equal(readMigrationConfig(env).appRole?.username, 'dustjacket_app');
      assert.equal(env['DB_USERNAME'], 'dustjacket_owner');
      assert.equal(env['SESSION_SECRETS'], undefined);
    }
  });

  test('server and worker do not start without any one of what is secret', () => {
    const env = environmentOf('production', 'server');
    for (const name of ['DB_HOST', 'DB_USERNAME', 'DB_PASSWORD', 'DB_NAME', 'SESSION_SECRETS', 'APP_ORIGIN'])
      assert.throws(() => readConfig({ ...env, [name]: undefined }), new RegExp(name), name);
  });

  test('nothing is set that nobody reads', () => {
    const text = readFileSync(CONFIG_FILE, 'utf8');
    for (const stage of STAGES)
      for (const command of ['server', 'worker', 'migrate'])
        for (const name of Object.keys(environmentOf(stage, command)))
          assert.ok(
            name === 'NODE_OPTIONS' || new RegExp(`^  ${name}: `, 'm').test(text),
            `${command}: ${name}`,
          );
  });

  test('the connection is told in parts, never as a URL', () => {
    for (const stage of STAGES)
      for (const command of ['server', 'worker', 'migrate']) {
        const env = environmentOf(stage, command);
        assert.equal(env['DATABASE_URL'], undefined);
        assert.ok(
          env['DB_HOST'] && env['DB_PORT'] && env['DB_NAME'] && env['DB_USERNAME'] && env['DB_PASSWORD'],
        );
      }
  });

  test('server and worker leave the schema to the pipeline, and the pipeline has what to change it with', () => {
    for (const stage of STAGES) {
      for (const command of ['server', 'worker'])
        assert.equal(environmentOf(stage, command)['SKIP_MIGRATIONS'], 'true');
      assert.equal(environmentOf(stage, 'migrate')['SKIP_MIGRATIONS'], undefined);
    }
  });

  test('the heap is half of the memory', () => {
    for (const stage of STAGES)
      for (const command of ['server', 'worker', 'migrate'] as const)
        assert.equal(
          environmentOf(stage, command)['NODE_OPTIONS'],
          `--max-old-space-size=${CONFIG[stage][command].memory / 2}`,
        );
  });
});
