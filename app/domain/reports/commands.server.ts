/** Reporting, and deciding what comes of it. */
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { reports } from '#db/schema/conversations.server.ts';
import { people } from '#db/schema/people.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { mayMove, whyNot } from '../process.ts';
import { partialityOf, REPORT, reportParties, type DecisionForm, type ReportForm } from './rules.ts';
import { listStaff, type Reportable } from './subjects.server.ts';

/** Reports something, once until it is decided. Throws Conflict for a second report. → its id. */
export async function report(
  tx: Db,
  queue: Queue,
  viewer: Person,
  { subject, subjectId, personId, title }: Reportable,
  { ground, body, now }: ReportForm & { now: Date },
): Promise<string> {
  // Two reports of one person take turns.
  await tx.select({ id: people.id }).from(people).where(eq(people.id, viewer.id)).for('no key update');
  const open = and(
    ...[eq(reports.reporterId, viewer.id), eq(reports.state, 'open')],
    ...[eq(reports.subject, subject), eq(reports.subjectId, subjectId)],
  );
  if ((await tx.$count(reports, open)) > 0)
    throw new Conflict('You have reported this already, and staff have not decided yet.');
  const [made] = await tx
    .insert(reports)
    .values({ reporterId: viewer.id, personId, subject, subjectId, ground, body, createdAt: now })
    .returning({ id: reports.id });
  if (!made) throw new Error('the report was not written');
  await announce(
    tx,
    queue,
    { type: 'report.made', actorId: viewer.id, subjectId: made.id, data: { subject, ground, title } },
    { staff: await listStaff(tx) },
  );
  return made.id;
}

/** Decides an open report, and tells whoever made it. Throws NotFound, Forbidden to those it concerns, and Conflict when it is decided. */
export async function decide(
  tx: Db,
  queue: Queue,
  viewer: Person,
  id: string,
  { state, decision, now }: DecisionForm & { now: Date },
): Promise<void> {
  const [found] = await tx.select().from(reports).where(eq(reports.id, id)).for('no key update');
  if (!found) throw new NotFound('There is no such report.');
  const parties = reportParties(viewer, found);
  if (!mayMove(REPORT, found.state, parties, 'decide')) {
    const { reason, message } = whyNot(REPORT, found.state, parties, 'decide');
    throw reason === 'conflict'
      ? new Conflict(message)
      : new Forbidden(partialityOf(viewer, found) ?? message);
  }
  const decided = { state, decision, decidedBy: viewer.id, decidedAt: now };
  await tx.update(reports).set(decided).where(eq(reports.id, id));
  const { subject, subjectId, reporterId: reporter } = found;
  const data = { subject, about: subjectId, state, decision };
  await announce(
    tx,
    queue,
    { type: 'report.decided', actorId: viewer.id, subjectId: id, data },
    { reporter },
  );
}
