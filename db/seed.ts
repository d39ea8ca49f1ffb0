/**
 * The sample catalogue, for development and demonstrations: three fixed people to sign in as, and a
 * market in full swing. Running it again changes nothing that is there. Rows come first and fast; the
 * covers are drawn by the worker, the newest first.
 *
 *   node db/seed.ts
 */
import { sql } from 'drizzle-orm';
import { readConfig, type DatabaseConfig } from '../app/config.server.ts';
import { openQueue } from '../app/jobs/queue.server.ts';
import { openDatabase } from './client.server.ts';
import { people } from './schema/people.server.ts';
import { seedBooks } from './seed/books.server.ts';
import { seedBriefs } from './seed/briefs.server.ts';
import { seedChanges } from './seed/changes.server.ts';
import { seedConversations } from './seed/conversations.server.ts';
import { catalogueStaff } from './seed/catalogue/index.server.ts';
import { seedCorrections } from './seed/corrections.server.ts';
import { seedDeliveries } from './seed/deliveries.server.ts';
import { seedFinding } from './seed/finding.server.ts';
import { seedNotices } from './seed/notices.server.ts';
import { seedPeople } from './seed/people.server.ts';
import { seedPieces } from './seed/pieces.server.ts';
import { seedProjects } from './seed/projects.server.ts';
import { seedProposals } from './seed/proposals.server.ts';
import { seedReports } from './seed/reports.server.ts';
import { seedReviews } from './seed/reviews.server.ts';
import { seedVotes } from './seed/votes.server.ts';

/** Any number that `migrate` does not use. */
const ADVISORY_LOCK = 7_313_202;

/** Fills an empty catalogue, in one transaction; two processes that start at once seed once. */
export async function seed(config: DatabaseConfig): Promise<void> {
  const { db, close } = openDatabase(config);
  const queue = openQueue(config, (fault) => process.stderr.write(`seed: ${String(fault)}\n`));
  try {
    await db.transaction(async (tx) => {
      // Whoever comes second waits as long as the first one takes.
      await tx.execute(sql`set local statement_timeout = 0`);
      await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
      if ((await tx.$count(people, sql`${people.subject} = ${catalogueStaff[0]?.subject}`)) > 0) return;
      const now = new Date();
      const ids = await seedPeople(tx, now);
      await seedPieces(tx, queue, ids, now);
      await seedBriefs(tx, ids, now);
      await seedProposals(tx, ids, now);
      await seedProjects(tx, now);
      await seedDeliveries(tx, queue, ids, now);
      await seedChanges(tx, ids, now);
      await seedReviews(tx, now);
      await seedVotes(tx, ids, now);
      await seedBooks(tx, now);
      await seedCorrections(tx, ids, now);
      await seedConversations(tx, queue, ids, now);
      await seedReports(tx, ids, now);
      await seedFinding(tx, ids, now);
      // Last: of whatever the others say has happened.
      await seedNotices(tx, now);
    });
  } finally {
    await queue.close();
    await close();
  }
}

if (import.meta.main) await seed(readConfig().database);
