import { eq } from 'drizzle-orm';
import { designers } from '#db/schema/designers.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { aProposal } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { NotFound } from '../errors.ts';
import { declineInvitation, withdrawInvitation } from './commands.server.ts';
import { briefConcern } from './concern.server.ts';
import { getInvitation } from './queries.server.ts';
import { INVITATION, invitationMovesFor } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const now = new Date('2026-03-03T10:00:00Z');
const today = '2026-03-03';
const [publisher, designer, rival] = [await aPublisher(db), await aDesigner(db), await aPublisher(db)];
const people = {
  publisher,
  designer,
  rival,
  'another designer': await aDesigner(db),
  staff: await anAdmin(db),
};
const [profile] = await db.select().from(designers).where(eq(designers.personId, designer.id));
const slug = profile?.slug ?? '';

walkProcess(db, INVITATION, {
  who: {
    ...{ publisher: () => ['publisher'], designer: () => ['designer'] },
    ...{ rival: () => [], 'another designer': () => [], staff: () => [] },
  },
  told: { decline: 'invitation.declined', withdraw: null },
  async stand(state) {
    // One that is answered holds its designer to it: they can have so many proposals waiting.
    await db.update(proposals).set({ state: 'withdrawn' });
    const brief = await aBrief(db, publisher, { state: state === 'closed' ? 'closed' : 'open' });
    const pair = { briefId: brief.id, designerId: designer.id };
    const declinedAt = state === 'declined' ? now : null;
    if (state !== 'withdrawn') await db.insert(briefInvitations).values({ ...pair, declinedAt });
    if (state === 'answered') await aProposal(db, brief, designer);
    return {
      place: { briefId: brief.id },
      people,
      async offered(viewer) {
        const concern = await briefConcern(db, viewer, brief, today);
        const seen = concern?.side === 'publisher' ? concern.invitations : [concern?.invitation ?? []].flat();
        const [one] = seen;
        if (!concern || !one) throw new NotFound('The page says nothing of an invitation.');
        return invitationMovesFor(one.state, concern.side);
      },
      make: (viewer, name) =>
        db.transaction(async (tx): Promise<unknown> => {
          if (name === 'withdraw') return withdrawInvitation(tx, viewer, { briefId: brief.id, slug, today });
          const declined = { briefId: brief.id, reason: '', today, now };
          return declineInvitation(tx, queue, viewer, declined);
        }),
      state: async () => (await getInvitation(db, pair, today))?.state ?? 'withdrawn',
    };
  },
});
