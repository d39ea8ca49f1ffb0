/** Both edges, CloudFront's function and nginx, go by the same rules; edge.check.ts proves those of nginx. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ASK_FIELDS } from '#app/domain/covers/ask.ts';

const nginx = await readFile('infra/edge/nginx.conf.template', 'utf8');
const cloudFront = await readFile('infra/edge/viewer-request.js', 'utf8');

test('the same pages are shared', () => {
  const [, shared = ''] = /"~(\^[^"]+)" shared;/.exec(nginx) ?? [];
  const [, theirs = ''] = /SHARED = \/(.+)\/;/.exec(cloudFront) ?? [];
  expect(shared).not.toBe('');
  expect(shared).toBe(theirs.replaceAll('\\/', '/'));
});

test('the same parameters are read, in the same order', () => {
  const [, list = ''] = /QUERY = \[([^\]]+)\]/.exec(cloudFront) ?? [];
  const theirs = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(theirs.length).toBeGreaterThan(10);
  expect([...nginx.matchAll(/map \$arg_(\w+) /g)].map(([, name]) => name)).toEqual(theirs);
  const [, canonical = ''] = /map "([$\w]+)" \$canonical/.exec(nginx) ?? [];
  expect(canonical.split('$').slice(1)).toEqual(theirs);
});

test('a cover is measured by all that was asked for', () => {
  const [, list = ''] = /QUERY = \[([^\]]+)\]/.exec(cloudFront) ?? [];
  expect(ASK_FIELDS.filter((field) => !list.includes(`'${field}'`))).toEqual([]);
});
