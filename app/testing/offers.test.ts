/**
 * What pages really offer: every process × state × person, in the built product. A page draws a form or a link for each move its
 * reader can make now, and for no other; and a form that is sent all the same is refused with a page that says why, and
 * changes nothing.
 */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { reports } from '#db/schema/conversations.server.ts';
import { questions } from '#db/schema/deliveries.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { payments } from '#db/schema/payments.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { BRIEF } from '#app/domain/briefs/rules.ts';
import { INVITATION } from '#app/domain/invitations/rules.ts';
import { PAYMENT } from '#app/domain/payments/rules.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { mayMove, whyNot, type Process } from '#app/domain/process.ts';
import { AMENDMENT, MILESTONE, PROJECT } from '#app/domain/projects/rules.ts';
import { PROPOSAL, WRITING_MOVES, writingMove, type ProposalMove } from '#app/domain/proposals/rules.ts';
import { REPORT } from '#app/domain/reports/rules.ts';
import { REVIEW, REVIEW_QUESTIONS } from '#app/domain/reviews/rules.ts';
import { mintFormToken } from '#app/http/form.server.ts';
import { aDelivery } from './deliveries.ts';
import { httpClient, type Answer, type Client } from './http.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from './people.ts';
import { anAmendment, aProject } from './projects.ts';
import { aProposal } from './proposals.ts';
import { aReview } from './reviews.ts';
import { startProduct } from './server.ts';

const product = await startProduct({ worker: false });
const { db, origin } = product;
const NOW = new Date();
const daysFromNow = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

const WHO = ['publisher', 'designer', 'staff', 'rival', 'other designer'] as const;
type Who = (typeof WHO)[number];
type Cast = Record<Who, Person>;
type Fields = Record<string, string | string[]>;

/** Somebody of every kind who has sent no form yet, and their browsers. */
async function cast() {
  const people: Cast = {
    ...{ publisher: await aPublisher(db), designer: await aDesigner(db), staff: await anAdmin(db) },
    ...{ rival: await aPublisher(db), 'other designer': await aDesigner(db) },
  };
  const clients = new Map<Who, Client>();
  for (const who of WHO) {
    const client = httpClient(origin);
    await client.signIn(people[who]);
    clients.set(who, client);
  }
  return { people, clientOf: (who: Who) => clients.get(who) as Client };
}

/** Where every form and link of a page leads; a form without an address leads to the page itself. */
function placesOn({ text }: Answer, path: string): Set<string> {
  const named = [...text.matchAll(/<(?:a|form)\b[^>]*\b(?:href|action)="([^"?#]*)/g)].map(
    ([, place = '']) => place,
  );
  const own = /<form(?![^>]*\baction=)[^>]*\bmethod="post"/.test(text) ? [path] : [];
  return new Set([...named, ...own]);
}

type Offers<State extends string, Party extends string, Name extends string, Made extends Name> = {
  /** Who is anything to it; the others are nobody. */
  parties: (state: State) => Partial<Record<Who, readonly Party[]>>;
  /** The least that the form of a move has to say. */
  fields: Record<Made, Fields>;
  /** A thing in this state: the page about it, and where each move is made. */
  stand: (
    people: Cast,
    state: State,
  ) => Promise<{ page: string | ((who: Who) => string); places: Partial<Record<Made, string>> }>;
  except?: readonly State[];
  /** Moves that share a form, and are told apart by who sends it, and when. */
  tries?: (who: Who, name: Made, state: State) => boolean;
};

function walkOffers<State extends string, Party extends string, Name extends string, Made extends Name>(
  process: Process<State, Party, Name>,
  { parties, fields, stand, except = [], tries = () => true }: Offers<State, Party, Name, Made>,
): void {
  const states = (Object.keys(process.states) as State[]).filter((state) => !except.includes(state));
  const names = Object.keys(fields) as Made[];
  describe(`the pages of a ${process.noun}`, async () => {
    const { people, clientOf } = await cast();
    test.each(states)('%s', async (state) => {
      const { page, places } = await stand(people, state);
      const before = await db.$count(events);
      const judge = async (who: Who) => {
        const [client, mine] = [clientOf(who), parties(state)[who] ?? []];
        const path = typeof page === 'string' ? page : page(who);
        const seen = await client.get(path);
        const drawn = seen.status === 200 ? placesOn(seen, path) : new Set<string>();
        for (const name of names.filter((one) => tries(who, one, state))) {
          const place = places[name];
          if (place === undefined) continue;
          const isAllowed = mayMove(process, state, mine, name);
          expect(drawn.has(place), `${name} on the page of ${who}, ${seen.status}`).toBe(isAllowed);
          if (isAllowed) continue;
          const formToken = mintFormToken(people[who]);
          const answer = await client.form(place, { ...fields[name], formToken });
          const { reason, message } = whyNot(process, state, mine, name);
          const apt = seen.status === 200 && reason === 'conflict' ? [409] : [403, 404];
          expect(apt, `${name} by ${who}`).toContain(answer.status);
          expect(answer.text).toContain(answer.status === 409 ? message : '<h1');
        }
      };
      await Promise.all(WHO.map(judge));
      expect(await db.$count(events)).toBe(before);
    });
  });
}

walkOffers(BRIEF, {
  parties: () => ({ publisher: ['owner'], staff: ['admin'] }),
  fields: { publish: {}, pause: {}, reopen: {}, close: {}, cancel: {} },
  async stand({ publisher }, state) {
    const { id } = await aBrief(db, publisher, { state, rightsMedia: ['print'] });
    const move = (name: string) => `/briefs/${id}/move/${name}`;
    const [publish, pause, reopen] = [move('publish'), move('pause'), move('reopen')];
    return {
      page: `/briefs/${id}`,
      places: { publish, pause, reopen, close: move('close'), cancel: move('cancel') },
    };
  },
});

walkOffers(INVITATION, {
  parties: () => ({ publisher: ['publisher'], designer: ['designer'] }),
  fields: { decline: {}, withdraw: {} },
  // Nothing is there any more.
  except: ['withdrawn'],
  async stand({ publisher, designer }, state) {
    const brief = await aBrief(db, publisher, { state: state === 'closed' ? 'closed' : 'open' });
    const declinedAt = state === 'declined' ? NOW : null;
    await db.insert(briefInvitations).values({ briefId: brief.id, designerId: designer.id, declinedAt });
    if (state === 'answered') await aProposal(db, brief, designer);
    const [profile] = await db.select().from(designers).where(eq(designers.personId, designer.id));
    const here = `/briefs/${brief.id}`;
    return {
      page: (who) => (who === 'publisher' ? `${here}/invite` : here),
      places: {
        decline: `/invitations/${brief.id}/decline`,
        withdraw: `${here}/invite/${profile?.slug ?? ''}/withdraw`,
      },
    };
  },
});

const OFFER = {
  ...{ message: 'A ferry.', price: '600', currency: 'EUR', concepts: '3', revisionRounds: '2' },
  ...{ conceptsOn: '2031-04-10', frontOn: '2031-04-30', handoverOn: '2031-05-20', rightsMedia: ['print'] },
  ...{ rightsTerritory: 'world', rightsTerm: 'edition', aiUse: 'none', stockUse: 'none', version: '1' },
  validUntil: daysFromNow(30).toISOString().slice(0, 10),
};
const isWriting = (name: ProposalMove) => (WRITING_MOVES as readonly ProposalMove[]).includes(name);

for (const author of ['designer', 'publisher'] as const)
  describe(`when the ${author} wrote last`, () => {
    walkOffers(PROPOSAL, {
      parties: () => ({
        publisher: author === 'designer' ? ['publisher', 'answering'] : ['publisher'],
        designer: author === 'publisher' ? ['designer', 'answering'] : ['designer'],
      }),
      fields: {
        ...{ submit: { ...OFFER, then: 'send' }, revise: OFFER, counter: OFFER, renew: OFFER },
        ...{ accept: { version: '1' }, decline: {}, withdraw: {} },
        ...{ shortlist: {}, unlist: {}, reconsider: {} },
      },
      except: author === 'publisher' ? ['draft'] : [],
      tries: (who, name, state) =>
        !isWriting(name) ||
        (name === (who === 'publisher' ? 'counter' : (writingMove(state, 'designer') ?? 'revise')) &&
          // The form of a first offer is every designer's.
          (name !== 'submit' || who !== 'other designer')),
      async stand({ publisher, designer }, state) {
        const brief = await aBrief(db, publisher);
        const then = author === 'publisher' ? [{ author, terms: { price: 500_00 } }] : [];
        const { id } = await aProposal(db, brief, designer, { state, then });
        const here = `/proposals/${id}`;
        const form = `/briefs/${brief.id}/proposals/new`;
        const [edit, move] = [`${here}/edit`, (name: string) => `${here}/move/${name}`];
        return {
          page: (who) => (state === 'draft' && who === 'designer' ? form : here),
          places: {
            ...(state === 'draft' && { submit: form }),
            ...{ revise: edit, counter: edit, renew: edit, accept: move('accept') },
            ...{ decline: move('decline'), withdraw: move('withdraw'), shortlist: move('shortlist') },
            ...{ unlist: move('unlist'), reconsider: move('reconsider') },
          },
        };
      },
    });
  });

walkOffers(PROJECT, {
  parties: (state) => ({
    publisher: state === 'disputed' || state === 'resolved' ? ['publisher', 'opener'] : ['publisher'],
    ...{ designer: ['designer'], staff: ['staff'] },
  }),
  fields: {
    ...{ start: {}, settle: {}, cancel: { reason: 'No book.' } },
    dispute: { ground: 'late', statement: 'Late.', wish: 'A date.' },
    resolve: { award: '100', decision: 'So be it.' },
  },
  async stand({ publisher, designer }, state) {
    const { id, project } = await aProject(db, { publisher, designer, state, by: 'publisher' });
    const here = `/projects/${id}`;
    return {
      page: here,
      places: {
        ...{ start: `${here}/move/start`, settle: `${here}/move/settle` },
        ...{ dispute: `${here}/dispute/new`, cancel: `${here}/cancel` },
        ...(project.dispute && { resolve: `/admin/disputes/${project.dispute.id}` }),
      },
    };
  },
});

walkOffers(MILESTONE, {
  parties: () => ({ publisher: ['publisher'], designer: ['designer'] }),
  fields: {
    ...{ deliver: { do: 'deliver' }, approve: { number: '1' }, ask: { body: 'Is it Caslon?' } },
    ...{ answer: { body: 'It is.' }, requestChanges: { number: '1', do: 'send', body: 'Too dark.' } },
  },
  async stand({ publisher, designer }, milestone) {
    const made = await aProject(db, { publisher, designer, state: 'front', milestone, deliveredAt: NOW });
    const { id: deliveryId, milestoneId } = await aDelivery(db, made);
    const asked = { milestoneId, deliveryId, body: 'Which blue is it?' };
    const [question] = await db.insert(questions).values(asked).returning();
    const here = `/projects/${made.id}/milestones/front`;
    return {
      page: here,
      places: {
        ...{ deliver: `${here}/deliver`, approve: `${here}/approve`, ask: `${here}/ask` },
        ...{ requestChanges: `${here}/changes`, answer: `${here}/questions/${question?.id ?? ''}` },
      },
    };
  },
});

walkOffers(AMENDMENT, {
  parties: () => ({ publisher: ['author'], designer: ['other'] }),
  fields: { accept: {}, reject: {}, withdraw: {} },
  async stand({ publisher, designer }, state) {
    // In dispute, so that staff see it as well.
    const { id } = await aProject(db, { publisher, designer, state: 'disputed' });
    await anAmendment(db, id, { state });
    const here = `/projects/${id}/amendments`;
    const places = { accept: `${here}/1/accept`, reject: `${here}/1/reject`, withdraw: `${here}/1/withdraw` };
    return { page: here, places };
  },
});

walkOffers(PAYMENT, {
  parties: () => ({ publisher: ['recorder'], designer: ['other'] }),
  fields: { confirm: {}, remove: {} },
  async stand({ publisher, designer }, state) {
    const { id: projectId } = await aProject(db, { publisher, designer, state: 'disputed' });
    const moments = { confirmedAt: state === 'confirmed' ? NOW : null, removedAt: state === 'removed' ? NOW : null }; // prettier-ignore
    const [payment] = await db
      .insert(payments)
      .values({ projectId, recordedBy: 'publisher', amount: 200_00, paidOn: '2026-11-01', ...moments })
      .returning();
    const here = `/projects/${projectId}/payments`;
    const at = `${here}/${payment?.id ?? ''}`;
    return { page: here, places: { confirm: `${at}/confirm`, remove: `${at}/remove` } };
  },
});

const REVIEWED = Object.fromEntries(
  Object.keys(REVIEW_QUESTIONS.publisher).map((question) => [question, '5']),
);
const WRITTEN = { ...REVIEWED, body: 'Quick, and kind about changes.' };

/** The review of the publisher; the designer's is shown with it. */
walkOffers(REVIEW, {
  parties: () => ({ publisher: ['author'], designer: ['reviewed'] }),
  fields: { write: WRITTEN, change: WRITTEN, reply: { reply: 'Thank you.' } },
  tries: (who, name, state) =>
    who === (name === 'reply' ? 'publisher' : 'designer')
      ? false
      : name === 'reply' || (name === 'change') === (state === 'blind'),
  async stand({ publisher, designer }, state) {
    const made = await aProject(db, { publisher, designer, state: 'resolved' });
    const endedAt = daysFromNow(state === 'missed' ? -15 : -3);
    await db.update(projects).set({ endedAt }).where(eq(projects.id, made.id));
    const shown = state === 'shown' || state === 'replied';
    const replied = state === 'replied' && { reply: 'Thanks.', repliedAt: NOW };
    if (shown || state === 'blind')
      await aReview(db, made, 'publisher', { shownAt: shown ? NOW : null, ...replied });
    if (shown) await aReview(db, made, 'designer', { shownAt: NOW });
    const here = `/projects/${made.id}/review`;
    return { page: here, places: { write: here, change: here, reply: `${here}/reply` } };
  },
});

walkOffers(REPORT, {
  parties: () => ({ staff: ['judge'] }),
  fields: { decide: { state: 'upheld', decision: 'It is so.' } },
  async stand({ publisher, designer, staff }, state) {
    const about = { personId: publisher.id, subject: 'person', subjectId: publisher.id } as const;
    const decided = state !== 'open' && { decision: 'It is so.', decidedBy: staff.id, decidedAt: NOW };
    const [report] = await db
      .insert(reports)
      .values({ ...about, reporterId: designer.id, ground: 'spam', body: 'Look.', state, ...decided })
      .returning();
    const here = `/admin/reports/${report?.id ?? ''}`;
    return { page: here, places: { decide: here } };
  },
});
