/** What a search finds, newest first, in the words of a feed or a mail: public facts, the same for whoever asks. */
import type { Db } from '#db/client.server.ts';
import { newestBriefs } from '../briefs/list.server.ts';
import { briefSummary, type Say } from '../briefs/words.ts';
import { newestCovers } from '../covers/queries.server.ts';
import { newestDesigners } from '../designers/queries.server.ts';
import { AVAILABILITY } from '../designers/rules.ts';
import type { SearchKind } from './rules.ts';
import { ASKED } from './searches.ts';

export type Find = {
  id: string;
  /** Its page, a path of ours. */
  href: string;
  title: string;
  text: string;
  /** When it was posted, or shown. */
  at: Date;
};
type Wanted = {
  /** Only what is newer. */
  since?: Date | undefined;
  limit: number;
  today: string;
  say: Say;
};
type Finder = (db: Db, params: URLSearchParams, wanted: Wanted) => Promise<Find[]>;

const sentences = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('. ');

const FINDERS: Record<SearchKind, Finder> = {
  async briefs(db, params, { say, today, ...wanted }) {
    const rows = await newestBriefs(db, { ...ASKED.briefs(params), sort: 'newest' }, today, wanted);
    return rows.flatMap(({ publishedAt, ...row }) => {
      const { href, title, author, publisher, genre, formats, budget, deadline } = briefSummary(row, say);
      const facts = [genre, formats.join(', '), budget, `final files due ${deadline.label}`].join('; ');
      const text = sentences(`${author}, ${publisher}`, facts);
      return publishedAt ? [{ id: row.id, href, title, text, at: publishedAt }] : [];
    });
  },
  async designers(db, params, { since, limit }) {
    const rows = await newestDesigners(db, ASKED.designers(params), { since, limit });
    return rows.map(({ id, slug, name, headline, location, availability, lastShownAt }) => ({
      ...{ id, href: `/designers/${slug}`, title: name, at: lastShownAt },
      text: sentences(headline, location, AVAILABILITY[availability]),
    }));
  },
  async covers(db, params, { since, limit }) {
    const rows = await newestCovers(db, ASKED.covers(params), { since, limit });
    return rows.map(({ id, title, author, altText, designer, shownAt }) => ({
      ...{ id, href: `/covers/${id}`, title: `${title} by ${author}`, at: shownAt },
      text: sentences(`Cover by ${designer.name}`, altText),
    }));
  },
};

/** The newest of what a search finds. At most two queries. */
export const findNewest = (
  db: Db,
  kind: SearchKind,
  params: URLSearchParams,
  wanted: Wanted,
): Promise<Find[]> => FINDERS[kind](db, params, wanted);
