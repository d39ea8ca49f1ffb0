/** The command that makes the first member of staff, as whoever runs the house calls it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aDesigner, aNewcomer, aPublisher } from '#app/testing/people.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { designers } from './schema/designers.server.ts';
import { events } from './schema/events.server.ts';
import { people } from './schema/people.server.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { db, url } = await testDatabase();

/** Runs it. → its exit code and what it said, on which stream. */
async function admin(...args: string[]): Promise<{ code: number; said: string; refused: string }> {
  const node = path.join(ROOT, 'node_modules/.bin/node');
  const env: NodeJS.ProcessEnv = { DATABASE_URL: url, NODE_ENV: 'test' };
  try {
    const { stdout, stderr } = await run(node, ['db/admin.ts', ...args], { cwd: ROOT, env });
    return { code: 0, said: stdout, refused: stderr };
  } catch (fault) {
    const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string };
    return { code, said: stdout, refused: stderr };
  }
}
const roleOf = async ({ id }: { id: string }) =>
  (await db.select({ role: people.role }).from(people).where(eq(people.id, id)))[0]?.role;

test('makes somebody staff who has signed in once, and says so in the log; again changes nothing', async () => {
  const nell = await aNewcomer(db, { name: 'Nell Newly', email: 'Nell@Example.org' });
  const done = await admin('nell@example.org');
  expect(done).toEqual({ code: 0, said: 'Nell Newly <Nell@Example.org> is staff now.\n', refused: '' });
  expect(await roleOf(nell)).toBe('admin');
  const last = () =>
    db.select().from(events).where(eq(events.subjectId, nell.id)).orderBy(desc(events.createdAt));
  const told = await last();
  expect(told[0]).toMatchObject({
    ...{ type: 'person.role_changed', actorId: null },
    data: { before: 'newcomer', after: 'admin', reason: 'Appointed on the command line' },
  });
  expect(await admin('nell@example.org')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/is staff already/),
  });
  expect(await last()).toEqual(told);
});

test('hides the covers of a designer, who shows them no longer', async () => {
  const dora = await aDesigner(db, { subject: 'pool|dora' });
  expect(await admin('--subject', 'pool|dora')).toMatchObject({ code: 0 });
  expect(await roleOf(dora)).toBe('admin');
  const [profile] = await db.select().from(designers).where(eq(designers.personId, dora.id));
  expect(profile?.hidden).toBe(true);
});

test.each([
  [
    'nobody',
    ['nobody@example.org'],
    /^Nobody here is nobody@example\.org\. They must have signed in once before\.\n$/,
  ],
  ['two people', ['twice@example.org'], /^More than one person .* --subject\.\n$/],
  ['somebody suspended', ['gone@example.org'], /is suspended\. Other staff can reinstate them\.\n$/],
  ['nothing', [], /^Name one person: .*\n$/],
  ['too many', ['a@example.org', 'b@example.org'], /^Name one person: .*\n$/],
  ['both ways', ['a@example.org', '--subject', 'x'], /^Name one person: .*\n$/],
  ['an option there is not', ['--all'], /--all.*\n$/],
])('refuses %s in one line', async (_, args, pattern) => {
  const refused = {
    twice: [
      await aPublisher(db, { email: 'twice@example.org' }),
      await aPublisher(db, { email: 'Twice@example.org' }),
    ],
    gone: [await aPublisher(db, { email: 'gone@example.org' })],
  };
  await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.email, 'gone@example.org'));
  const answer = await admin(...args);
  expect(answer).toMatchObject({ code: 1, said: '' });
  expect(answer.refused).toMatch(pattern);
  expect(answer.refused.trim().split('\n')).toHaveLength(1);
  for (const person of [...refused.twice, ...refused.gone]) expect(await roleOf(person)).toBe('hiring_user');
  await db.update(people).set({ email: 'other@example.org' });
});

test('needs a database to be named', async () => {
  const node = path.join(ROOT, 'node_modules/.bin/node');
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'test' };
  const answer = run(node, ['db/admin.ts', 'a@example.org'], { cwd: ROOT, env });
  await expect(answer).rejects.toMatchObject({
    code: 1,
    stderr: 'DATABASE_URL or DB_HOST: one is required\n',
  });
});
