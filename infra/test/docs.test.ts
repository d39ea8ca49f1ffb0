/** docs/operations.md says which test keeps each rule: the tests have to be there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { CONFIG, STAGES } from '../lib/config.ts';
import { resources, templates } from './synth.ts';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/operations.md', ROOT), 'utf8');

/** The rows of the table under a heading, and the tests each names. */
function rowsUnder(heading: string): { row: string; tests: { file: string; name: string }[] }[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (-|rule|outage)/.test(line));
  return rows.map((row) => ({
    row,
    tests: [...row.matchAll(/`([\w/-]+\.test\.ts) › ([^`]+)`/g)].map(([, file = '', name = '']) => ({
      file,
      name,
    })),
  }));
}

const isThere = (file: string, name: string) =>
  ["'", '"', '`'].some((quote) =>
    readFileSync(new URL(file, ROOT), 'utf8').includes(`(${quote}${name}${quote}`),
  );

describe('docs/operations.md', () => {
  test('names a test of this package for every rule', () => {
    const rows = rowsUnder('What is checked');
    assert.ok(rows.length >= 40);
    for (const { row, tests } of rows) {
      assert.equal(tests.length, 1, row);
      for (const { file, name } of tests) assert.ok(isThere(`infra/test/${file}`, name), row);
    }
  });

  test('names a test for every outage', () => {
    const rows = rowsUnder('Known outages');
    assert.ok(rows.length >= 19);
    for (const { row, tests } of rows) {
      assert.ok(tests.length > 0, row);
      for (const { file, name } of tests) assert.ok(isThere(file, name), `${file} › ${name}`);
    }
  });

  test('says what tasks and database cost at the sizes they have', () => {
    const cells = (item: string) =>
      (page.split('\n').find((line) => line.startsWith(`| ${item} `)) ?? '')
        .split('|')
        .slice(3, 6)
        .map(Number);
    const hours = { dev: (12 * 5 * 52) / 12, staging: 730, production: 730 };
    STAGES.forEach((stage, at) => {
      const { server, worker, database } = CONFIG[stage];
      for (const [name, { cpu, memory, min }] of Object.entries({ server, worker })) {
        const cost = min * ((cpu / 1024) * 0.04048 + (memory / 1024) * 0.004445) * hours[stage];
        assert.ok(Math.abs(cost - Number(cells(name)[at])) < 0.1, `${stage} ${name}: ${cost.toFixed(1)}`);
      }
      const aurora = (database.reader ? 2 : 1) * 0.5 * 0.12 * hours[stage] + (stage === 'production' ? 3 : 1);
      assert.ok(Math.abs(aurora - Number(cells('Aurora')[at])) < 0.1, `${stage}: ${aurora.toFixed(1)}`);
    });
  });
});

describe('docs/runbook.md', () => {
  const runbook = readFileSync(new URL('docs/runbook.md', ROOT), 'utf8');
  const headings = [...runbook.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading);

  test('says what to do about every alarm, and about no other', () => {
    const [, section = ''] = runbook.split('## When an alarm rings\n');
    const [alarms = ''] = section.split('\n## ');
    const written = [...alarms.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    const rung = STAGES.flatMap((stage) =>
      resources(templates[stage].operations, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
        String(Properties['AlarmName']).replace(`dustjacket-${stage}-`, ''),
      ),
    );
    assert.deepEqual(written.sort(), [...new Set(rung)].sort());
  });

  test('says what to do about every known outage', () => {
    const outage = ({ row }: { row: string }) => row.split('|')[1]?.trim() ?? '';
    const outages = rowsUnder('Known outages').map(outage);
    assert.ok(outages.length >= 19);
    for (const name of outages) assert.ok(runbook.includes(`| ${name} `), name);
  });

  test('points only at what is there', () => {
    const anchors = headings.map((heading) => heading.toLowerCase().replaceAll(' ', '-'));
    for (const [, anchor = ''] of runbook.matchAll(/\]\(#([\w-]+)\)/g))
      assert.ok(anchors.includes(anchor), anchor);
    for (const [, file = ''] of runbook.matchAll(/\b(infra\/scripts\/[\w-]+)/g))
      assert.ok(readFileSync(new URL(file, ROOT), 'utf8').length > 0, file);
  });
});
