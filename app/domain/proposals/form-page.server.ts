/** What the page of the proposal form is made of, for whoever writes the next version. */
import type { Database, Db } from '#db/client.server.ts';
import type { Brief } from '../briefs/queries.server.ts';
import { CURRENCIES } from '../briefs/rules.ts';
import { once } from '../once.server.ts';
import type { Person } from '../people/rules.ts';
import { askedOf, briefHints } from './asked.ts';
import type { Proposal } from './proposal.ts';
import { countOpen, sampleChoices } from './queries.server.ts';
import { MOST_OPEN_PROPOSALS } from './rules.ts';

type Say = { date: (day: string) => string; money: (minor: number, currency: string) => string };
type Page = { brief: Brief; proposal: Proposal | null; today: string; say: Say };

/** What the form is checked against. */
export function askedBy({ brief, proposal, today, say }: Page) {
  const last = proposal?.versions.at(-1);
  const samples = proposal?.samples.map(({ id }) => id) ?? [];
  return askedOf(brief.details, {
    ...{ side: proposal?.side ?? 'designer', today, say },
    ...(last && { last: { ...last, samples } }),
  });
}

/** What stands beside the fields. */
export async function formPage(db: Db, viewer: Person, page: Page) {
  const { side, kinds, currency } = askedBy(page);
  const { details } = page.brief;
  const isDesigner = side === 'designer';
  const open = isDesigner ? await countOpen(db, viewer.id) : 0;
  return {
    ...{ side, kinds, open, full: open >= MOST_OPEN_PROPOSALS },
    hints: briefHints(details, page.say),
    currencies: Object.entries(CURRENCIES)
      .filter(([code]) => currency === null || code === currency)
      .map(([value, label]) => ({ value, label })),
    choices: isDesigner ? await sampleChoices(db, viewer.id) : [],
    title: details.title || 'Untitled brief',
    briefId: page.brief.id,
  };
}
export type FormPage = Awaited<ReturnType<typeof formPage>>;

/** Where a draft that was saved goes on: the form of its brief. */
export const draftPlace = (briefId: string) => `/briefs/${briefId}/proposals/new`;

/**
 * Runs what a form asks for, once. A page that came back from the history after its draft was saved may say something
 * new: that is written, not dropped. → where to go on.
 */
export async function onceOrAgain(
  db: Database,
  viewer: Person,
  token: string,
  write: (tx: Db) => Promise<string>,
): Promise<string> {
  const { location, repeated } = await once(db, viewer, token, write);
  return repeated && location.endsWith('/new') ? db.transaction(write) : location;
}
