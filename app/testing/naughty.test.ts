/**
 * Whatever is sent to whatever field of whatever form, and to every parameter and part of every address: an answer, soon,
 * that is no fault of ours and in which nobody's text has become markup. The values are the same each time;
 * `NAUGHTY_SEED=7` takes others.
 */
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { good } from './corpus.ts';
import { flood, OTHER_NAME, type Doors, type Flood } from './naughty-flood.ts';
import { complaints, hasMarkup } from './naughty-line.ts';
import { discover } from './naughty-places.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from './people.ts';
import { startProduct } from './server.ts';

const SEED = Number(process.env['NAUGHTY_SEED'] ?? 1);
const REQUESTS = 5_000;
const LANES = 3;

const product = await startProduct({ env: { TRUSTED_PROXY_HOPS: '1' }, worker: false });
const { db, origin } = product;

// So many that every list has a second page, whose address says where it starts.
const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
for (let at = 0; at < 14; at += 1) {
  await aBrief(db, publisher);
  await aPiece(db, designer);
}
const places = await discover(origin, db);
const fields = places.flatMap((place) => place.names.map((name) => `${place.title} ${name}`));

/** Who sends how much to which field: somebody who has met it, in turn; and a field of a large form less than the only one. */
function tasks(file: Flood['file']): Flood[] {
  const all = places.flatMap((place) => {
    const names = place.kind === 'segment' ? place.names : [...place.names, OTHER_NAME];
    const share = 1 / Math.sqrt(names.length);
    return names.map((name, at) => ({ place, name, share, role: place.roles[at % place.roles.length] }));
  });
  const whole = all.reduce((sum, { share }) => sum + share, 0);
  return all.map(({ place, name, share, role = 'anonymous' }, at) => {
    const runs = Math.ceil((REQUESTS * share) / whole);
    return { place, name, role, runs, seed: SEED + at, file };
  });
}

test('whatever is sent is answered, and breaks nothing', { timeout: 600_000 }, async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'naughty-'));
  const bytes = await readFile(await good['small.jpg'](path.join(dir, 'small.jpg')));
  await rm(dir, { recursive: true });
  const waiting = tasks({ field: 'file', name: 'small.jpg', bytes });
  const wrong: string[] = [];
  let [sent, dealt] = [0, SEED];
  const lane = async () => {
    const doors: Doors = new Map();
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const result = await flood(origin, db, task, doors, () => dealt++);
      sent += result.sent;
      if (result.wrong) wrong.push(result.wrong);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: LANES }, lane));
  const seconds = Math.round((performance.now() - start) / 1000);
  const told = `${sent} requests to ${fields.length} fields of ${places.length} places in ${seconds} s, seed ${SEED}`;
  process.stdout.write(`naughty: ${told}\n`);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  expect(sent).toBeGreaterThanOrEqual(5_000);
});

describe('what is flooded', () => {
  const posted = places.filter(({ kind }) => kind === 'form').map(({ title }) => title);
  const asked = new Set(places.filter(({ kind }) => kind === 'query').flatMap(({ names }) => names));

  test('is every form of the house, rows that can be added too', () => {
    for (const form of [
      '/briefs/new',
      '/briefs/{}/edit',
      '/portfolio/{}/edit',
      '/portfolio/new',
      '/account/profile',
    ])
      expect(posted).toContain(`POST ${form}`);
    expect(fields).toContain('POST /briefs/{}/edit formats[1].kind');
    expect(fields).toContain('POST /briefs/{}/edit comparables[0].title');
    expect(fields).toContain('POST /briefs/{}/edit __intent__');
    expect(fields.length).toBeGreaterThan(200);
  });

  test('is every parameter that a loader reads by its name', () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const read = globSync('**/*.{ts,tsx}', { cwd: root, exclude: ['testing/**', 'journeys/**'] })
      .flatMap((file) => [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(/[pP]arams\.get(?:All)?\('(\w+)'\)/g),
      ])
      .map(([, name = '']) => name);
    expect(read).toContain('after');
    expect(read.filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe('an answer is complained of', () => {
  const reply = { status: 200, headers: {}, text: '<p>Fine &lt;zq7&gt;</p>', ms: 1 };

  test.each([
    ['when it is a fault', { ...reply, status: 500 }, 'status 500'],
    ['when it leads away', { ...reply, headers: { location: '//zq7.example/' } }, 'leads to //zq7.example/'],
    ['when text is a header', { ...reply, headers: { 'x-zq7': '1' } }, 'sets [["x-zq7","1"]]'],
    ['when text is a tag', { ...reply, text: '<p><zq7 onx=1></p>' }, 'somebody’s text has become markup'],
  ])('%s', (_, answer, complaint) => {
    expect(complaints('http://localhost:1', answer)).toEqual([complaint]);
  });

  test('and not when text is text', () => {
    expect(complaints('http://localhost:1', { ...reply, headers: { location: '/covers?q=zq7' } })).toEqual(
      [],
    );
    expect(hasMarkup('<input value="&quot; zq7=1 &lt;zq7&gt;"/>zq7 <i>zq7</i>')).toBe(false);
    expect(hasMarkup('<input value="" zq7=1>')).toBe(true);
    expect(hasMarkup('<a href="javascript:alert(1)">')).toBe(true);
  });
});
