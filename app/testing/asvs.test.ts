/** The map from requirements to tests in docs/asvs.md: nothing is left out, nothing is named that there is not. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Of the chapters that have been gone through: what level 1 asks, and what level 2 adds. */
const REQUIREMENTS = {
  1: `
    3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1 3.5.2 3.5.3
    5.2.1 5.2.2 5.3.1 5.3.2
    7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2
    8.1.1 8.2.1 8.2.2 8.3.1
    9.1.1 9.1.2 9.1.3 9.2.1
    10.4.1 10.4.2 10.4.3 10.4.4 10.4.5`,
  2: `
    3.3.2 3.3.3 3.3.4 3.4.3 3.4.4 3.4.5 3.4.6 3.5.4 3.5.5 3.7.1 3.7.2
    5.1.1 5.2.3 5.4.1 5.4.2 5.4.3
    7.1.1 7.1.2 7.1.3 7.3.1 7.3.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2
    8.1.2 8.2.3 8.4.1
    9.2.2 9.2.3 9.2.4
    10.1.1 10.1.2 10.2.1 10.2.2 10.3.1 10.3.2 10.3.3 10.3.4
    10.4.6 10.4.7 10.4.8 10.4.9 10.4.10 10.4.11
    10.5.1 10.5.2 10.5.3 10.5.4 10.5.5 10.6.1 10.6.2 10.7.1 10.7.2 10.7.3
    16.1.1 16.2.1 16.2.2 16.2.3 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4
    16.4.1 16.4.2 16.4.3 16.5.1 16.5.2 16.5.3`,
};
const required = Object.entries(REQUIREMENTS).flatMap(([level, ids]) =>
  ids
    .trim()
    .split(/\s+/)
    .map((id) => `${id} level ${level}`),
);

type Row = { id: string; level: string; words: string; kept: string[] };

const rowsOf = (text: string): Row[] =>
  text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, id]) => /^\d+\.\d+\.\d+$/.test(id ?? ''))
    .map(([, id = '', level = '', words = '', kept = '']) => ({
      id,
      level,
      words,
      kept: kept.split('<br>'),
    }));

/** What is wrong with one thing that a row says keeps it; empty when it is in order. */
function problem(kept: string): string {
  const reason = /^\*\*Exception:\*\* (.*)$/.exec(kept)?.[1];
  if (reason !== undefined) return reason.length > 20 ? '' : `no reason: ${kept}`;
  const [, file = '', name = ''] = /^`([^`]+\.test\.tsx?)` › (.+)$/.exec(kept) ?? [];
  if (!file) return `neither a test nor an exception: ${kept}`;
  if (!existsSync(path.join(ROOT, file))) return `no such file: ${file}`;
  return namesIn(read(file)).some((found) => isCase(name, found)) ? '' : `no such test: ${file} › ${name}`;
}

/** What the tests of a file are called: the text before a function, or before the options of a test. */
const namesIn = (source: string): string[] =>
  [...source.matchAll(/\(\s*(['"`])([^\n]+?)\1,\s*(?:async\b|\(|\{)/g)].map(([, , name = '']) => name);

/** Is it the test of this name, or a case of one whose name has places for values? */
function isCase(name: string, found: string): boolean {
  const parts = found.split(/%[sjid]/);
  if (name === found || parts.length === 1 || parts.join('').length < 5) return name === found;
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.+')}$`).test(name);
}

const rows = rowsOf(read('docs/asvs.md'));

describe('the map', () => {
  test('has every requirement of levels 1 and 2 once, with something to say of it', () => {
    expect(rows.map(({ id, level }) => `${id} level ${level}`).sort()).toEqual(required.sort());
    expect(rows.filter(({ words, kept }) => words === '' || kept.length === 0)).toEqual([]);
  });

  test('names tests that are there, or gives a reason', () => {
    expect(
      rows.flatMap(({ id, kept }) =>
        kept
          .map(problem)
          .filter(Boolean)
          .map((text) => `${id} ${text}`),
      ),
    ).toEqual([]);
  });

  test.each([
    ['`app/testing/none.test.ts` › anything', 'no such file: app/testing/none.test.ts'],
    [
      '`app/testing/asvs.test.ts` › nothing of the kind',
      'no such test: app/testing/asvs.test.ts › nothing of the kind',
    ],
    ['**Exception:** because', 'no reason: **Exception:** because'],
    ['we take care', 'neither a test nor an exception: we take care'],
  ])('is not content with %s', (kept, complaint) => {
    expect(problem(kept)).toBe(complaint);
  });
});

/** What a requirement wants written down: the words it is about, each under its heading. */
const WRITTEN: [heading: string, about: RegExp[]][] = [
  ['Reporting a weakness', [/security@/]],
  ['Where trust ends', [/PostgreSQL/, /S3/, /Cognito/, /TRUSTED_PROXY_HOPS/]],
  ['Who may what', [/403/, /404/, /By fields/, /matrix\.ts/]],
  ['Sessions', [/day without a visit/, /week/, /any number at once/, /Cognito/, /SP 800-63B/]],
  ['Uploads', [/60 MB/, /75 megapixels/, /JPEG/, /refused/, /encoded anew/]],
  ['Logs', [/standard output/, /events/, /30 days/, /Never logged/, /UTC/]],
  ['Not covered', [/Quotas/, /Malware/]],
];

describe('docs/security.md', () => {
  const text = read('docs/security.md');

  test.each(WRITTEN)('the document says: %s', (heading, about) => {
    const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
    expect(about.filter((words) => !words.test(section)).map(String)).toEqual([]);
  });
});
