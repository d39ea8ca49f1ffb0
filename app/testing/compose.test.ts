/** What docker-compose.yml says, held against what the product takes: no engine is needed to find it wrong. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../config.server.ts';

type Service = {
  image: string;
  build?: { args: Record<string, string> };
  command?: string[];
  environment: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
  cap_drop?: string[];
  restart?: string;
};
const text = await readFile('docker-compose.yml', 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
const all = Object.entries(services);
const ours = all.filter(([, { build }]) => build);
const theirs = all.filter(([, { build }]) => !build);

describe('docker compose', () => {
  test('gives each of our processes settings that it takes', () => {
    expect(ours.map(([name]) => name)).toEqual(['server', 'worker', 'catalogue']);
    for (const [, { environment }] of ours)
      expect(readConfig(environment)).toMatchObject({
        ...{ mode: 'development', auth: { mode: 'dev' }, trustedProxyHops: 1 },
        storage: { kind: 's3', bucket: 'covers' },
      });
  });

  test('builds the one image that has development sign-in, and lets it do what production does', () => {
    for (const [, { image, build, read_only, cap_drop }] of ours)
      expect([image, build?.args, read_only, cap_drop]).toEqual([
        ...['dustjacket:local', { MODE: 'test' }, true, ['ALL']],
      ]);
  });

  test('starts server and worker again when they end, and the catalogue once', () => {
    expect(ours.map(([, { restart }]) => restart)).toEqual(['unless-stopped', 'unless-stopped', 'no']);
  });

  test.each(theirs)('pins %s to one release', (_name, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-alpine)?$/);
  });

  test.each(all)('knows whether %s is well', (name, { build, healthcheck }) => {
    // The server has the image's own.
    const own = build && !healthcheck;
    expect(own || healthcheck?.test || healthcheck?.disable, name).toBeTruthy();
    for (const [needed, { condition }] of Object.entries(services[name]?.depends_on ?? {}))
      expect([services[needed] !== undefined, condition]).toEqual([true, 'service_healthy']);
  });

  test('tells the edge everything its template asks for', async () => {
    const template = await readFile('infra/edge/nginx.conf.template', 'utf8');
    const asked = new Set([...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name));
    expect([...asked].sort()).toEqual(['APP_ADDRESS', 'EDGE_CACHE', 'EDGE_PORT']);
    for (const name of asked) expect(services['edge']?.environment).toHaveProperty(String(name));
  });
});
