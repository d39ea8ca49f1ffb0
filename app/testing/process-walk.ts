/**
 * Walks a process that is written as data over a real database, every state × who × move: what the commands allow, what the
 * page offers and whom the notices tell has to be what the data says, and what is refused changes nothing.
 */
import { eq, type SQL } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { Conflict, Forbidden, NotFound } from '#app/domain/errors.ts';
import { NOTICES, type Concerned, type NoticeType } from '#app/domain/notifications/rules.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { mayMove, movesFor, whyNot, type Process } from '#app/domain/process.ts';

/** What something happened to: events name the brief, the project, or the thing itself. */
type Place = { projectId: string } | { briefId: string } | { subjectId: string };

function happenedTo(place: Place): SQL {
  if ('projectId' in place) return eq(events.projectId, place.projectId);
  return 'briefId' in place ? eq(events.briefId, place.briefId) : eq(events.subjectId, place.subjectId);
}

/** Every notice of what happened there, in the order it happened in: of what, to whom, and with what was said. */
export const toldOf = (db: Db, place: Place) =>
  db
    .select({ type: events.type, personId: notifications.personId, data: events.data })
    .from(events)
    .innerJoin(notifications, eq(notifications.eventId, events.id))
    .where(happenedTo(place))
    .orderBy(events.createdAt, events.id);

/** A thing in some state, and everything that can be tried with it. */
type Scene<State extends string, Who extends string, Name extends string, Made extends Name> = {
  place: Place;
  people: Record<Who, Person>;
  /** Designers who wait for an answer, where there are any. */
  designers?: readonly Person[];
  /** What the page offers, as the list that its buttons are drawn from. Throws for whom there is no page. */
  offered: (viewer: Person) => readonly Name[] | Promise<readonly Name[]>;
  make: (viewer: Person, name: Made) => Promise<unknown>;
  state: () => Promise<State | undefined>;
};

type Walk<
  State extends string,
  Party extends string,
  Name extends string,
  Made extends Name,
  Who extends string,
> = {
  /** What each who tries is to the thing in this state. */
  who: Record<Who, (state: State) => readonly Party[]>;
  /** Every move that somebody makes, with what others are told of it; null where nobody is. */
  told: Record<Made, NoticeType | null>;
  stand: (state: State) => Promise<Scene<State, Who, Name, Made>>;
  /** States that the process has and a test cannot begin in. */
  except?: readonly State[];
  /** Some commands make the one move or the other as things stand: only that one is tried then. */
  tries?: (who: Who, name: Made, state: State) => boolean;
};

export function walkProcess<
  State extends string,
  Party extends string,
  Name extends string,
  Made extends Name,
  Who extends string,
>(
  db: Db,
  process: Process<State, Party, Name>,
  { who, told, stand, except = [], tries = () => true }: Walk<State, Party, Name, Made, Who>,
): void {
  const states = (Object.keys(process.states) as State[]).filter((state) => !except.includes(state));
  const everybody = Object.keys(who) as Who[];
  const names = Object.keys(told) as Made[];
  const tried = states.flatMap((state) =>
    everybody.flatMap((as) =>
      names.filter((name) => tries(as, name, state)).map((name) => ({ state, as, name })),
    ),
  );
  const isAllowed = ({ state, as, name }: (typeof tried)[number]) =>
    mayMove(process, state, who[as](state), name);
  const happened = (place: Place) => db.$count(events, happenedTo(place));

  describe(`what commands, pages and notices make of the process of a ${process.noun}`, () => {
    test.each(states)('%s, what is not offered is refused, and changes nothing', async (state) => {
      const { place, people, offered, make, state: now } = await stand(state);
      const before = await happened(place);
      for (const as of everybody) {
        const seen = await offersTo(offered, people[as]);
        const mine = movesFor(process, state, who[as](state)).filter((name) => name in told);
        expect([...(seen ?? [])].filter((name) => name in told).sort(), `offered to ${as}`).toEqual(
          mine.sort(),
        );
        for (const one of tried.filter((each) => each.state === state && each.as === as)) {
          if (isAllowed(one)) continue;
          const [fault] = await Promise.allSettled([make(people[as], one.name)]);
          const { reason } = whyNot(process, state, who[as](state), one.name);
          expect(aptFor(seen !== null, reason), `${one.name} as ${as}`).toContain(kindOf(fault));
        }
      }
      expect([await now(), await happened(place), await toldOf(db, place)]).toEqual([state, before, []]);
    });

    test.each(tried.filter(isAllowed))('$name a $state one as $as', async ({ state, as, name }) => {
      const scene = await stand(state);
      const { place, people, make, state: now } = scene;
      await make(people[as], name);
      const { to = state } = process.moves[name];
      expect([to].flat()).toContain(await now());
      const type = told[name];
      const concerned: readonly Concerned[] = type ? NOTICES[type].to : [];
      const others = concerned.flatMap((party) => idsOf(scene, party)).filter((id) => id !== people[as].id);
      const rows = await toldOf(db, place);
      expect(rows.map((row) => `${row.type} ${row.personId}`).sort()).toEqual(
        others.map((id) => `${type} ${id}`).sort(),
      );
    });
  });
}

const offersTo = async <Name>(
  offered: (viewer: Person) => readonly Name[] | Promise<readonly Name[]>,
  viewer: Person,
): Promise<readonly Name[] | null> => {
  try {
    return await offered(viewer);
  } catch (fault) {
    if (fault instanceof NotFound || fault instanceof Forbidden) return null;
    throw fault;
  }
};

/** The wrong person is told that it is not theirs, or that there is no such thing; the wrong moment is said to whoever sees it. */
const aptFor = (seen: boolean, reason: 'forbidden' | 'conflict'): unknown[] =>
  seen && reason === 'conflict' ? [Conflict] : [Forbidden, NotFound];

/** The kind of refusal; one that refines another counts as that. What is no refusal is itself. */
function kindOf(result: PromiseSettledResult<unknown>): unknown {
  if (result.status === 'fulfilled') return 'done';
  return [Conflict, Forbidden, NotFound].find((kind) => result.reason instanceof kind) ?? result.reason;
}

type Cast = { people: Record<string, Person>; designers?: readonly Person[] };

function idsOf({ people, designers = [] }: Cast, party: Concerned): string[] {
  if (party === 'designers') return designers.map(({ id }) => id);
  const person = people[party];
  if (!person) throw new Error(`the scene has no ${party}`);
  return [person.id];
}
