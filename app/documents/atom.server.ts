/** Atom feeds, RFC 4287: the same for everybody who asks, and byte for byte the same while nothing is new. */
import { Feed } from 'feed';

export type FeedEntry = { id: string; href: string; title: string; text: string; at: Date };
export type FeedFacts = {
  origin: string;
  title: string;
  /** Where the feed is, and the list it is of: paths of ours. */
  self: string;
  list: string;
  /** What it says when it has no entries: when it began. */
  began: Date;
  entries: readonly FeedEntry[];
};

/** The document; entries stand newest first, and are known by ids that no change of an address alters. */
export function atomFeed({ origin, title, self, list, began, entries }: FeedFacts): string {
  const updated = entries.reduce((latest, { at }) => (at > latest ? at : latest), began);
  const feed = new Feed({
    ...{ id: origin + self, title: plain(title), updated, generator: 'Dustjacket', link: origin + list },
    ...{ feedLinks: { atom: origin + self }, author: { name: 'Dustjacket', link: origin } },
  });
  for (const { id, href, title: name, text, at } of entries)
    feed.addItem({
      ...{ id: `urn:uuid:${id}`, title: escaped(plain(name)), link: origin + href },
      ...{ date: at, published: at, description: escaped(plain(text)) },
    });
  return feed.atom1();
}

/** Without the characters that XML 1.0 cannot hold, however they are written. */
const plain = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are the characters it is about
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ');

/** Titles and summaries are HTML to a reader, and what people typed is text. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
