import { describe, expect, it } from 'vitest';
import { BOUND_FORMATS, FORMAT_KEYS, GENRE_KEYS, STYLE_KEYS, type Format } from '#app/domain/covers/rules.ts';
import { specState } from '#app/domain/briefs/specs.ts';
import { BRIEF_STATE_KEYS, parseTrim, type BriefState } from '#app/domain/briefs/rules.ts';
import { AVAILABILITY_KEYS, DesignerProfile, PRICE_BAND_KEYS, slugOf } from '#app/domain/designers/rules.ts';
import { PIECE_ROLE_KEYS, PieceDetails } from '#app/domain/portfolios/rules.ts';
import {
  catalogueBriefs as briefs,
  catalogueDesigners as designers,
  cataloguePieces as pieces,
  cataloguePublishers as publishers,
  catalogueStaff as staff,
} from './index.server.ts';
import { PROJECT_STATE_KEYS } from '#app/domain/projects/rules.ts';
import { storedFormat } from '../briefs.server.ts';
import { OWN_COURSES } from './projects.server.ts';

const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const repeated = (list: readonly string[]) => list.filter((item, at) => list.indexOf(item) !== at);
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
const covers = (found: Iterable<unknown>, all: readonly string[]) =>
  expect([...new Set(found)].sort()).toEqual(expect.arrayContaining([...all].sort()));
const ofKind = (format: Format) => pieces.filter((piece) => piece.format === format).length;

describe('people', () => {
  it('are enough, and everyone is one person', () => {
    expect(publishers.length).toBeGreaterThanOrEqual(27);
    expect(designers.length).toBeGreaterThanOrEqual(45);
    const everyone = [...publishers, ...designers, ...staff];
    expect(repeated(everyone.map((person) => person.subject))).toEqual([]);
    expect(repeated(everyone.map((person) => person.email))).toEqual([]);
    expect(repeated(everyone.map((person) => plain(person.name)))).toEqual([]);
  });

  it('live at reserved addresses and in real time zones', () => {
    for (const { subject, email, timeZone } of [...publishers, ...designers, ...staff]) {
      expect(email).toMatch(subject.startsWith('dev-') ? /^[a-z]+@localhost$/ : /^[a-z.-]+@example\.org$/);
      expect(() => new Intl.DateTimeFormat('en-GB', { timeZone })).not.toThrow();
    }
  });

  it('include the three of the development sign-in', () => {
    const named = (list: { subject: string; name: string }[], subject: string) =>
      list.find((person) => person.subject === subject)?.name;
    expect(named(publishers, 'dev-hiring-001')).toBe('Harriet Vane-Okafor');
    expect(named(designers, 'dev-designer-001')).toBe('Dario Lindqvist');
    expect(named(staff, 'dev-admin-001')).toBe('Ada Quill');
  });
});

describe('designers', () => {
  it.each(designers)('$name has a profile that its form accepts', (designer) => {
    expect(DesignerProfile.safeParse(designer).error?.issues).toBeUndefined();
    expect(words(designer.bio)).toBeGreaterThanOrEqual(80);
    expect(words(designer.bio)).toBeLessThanOrEqual(250);
    expect(designer.bio.split('\n\n').length).toBeLessThanOrEqual(3);
    expect(designer.headline).not.toBe('');
  });

  it('have an address of their own', () => {
    expect(repeated(designers.map((designer) => slugOf(designer.name)))).toEqual([]);
  });

  it('cover every genre, style, format, availability and price', () => {
    covers(
      designers.flatMap((designer) => designer.genres),
      GENRE_KEYS,
    );
    covers(
      designers.flatMap((designer) => designer.styles),
      STYLE_KEYS,
    );
    covers(
      designers.flatMap((designer) => designer.formats),
      FORMAT_KEYS,
    );
    covers(
      designers.map((designer) => designer.availability),
      AVAILABILITY_KEYS,
    );
    covers(
      designers.map((designer) => designer.priceBand),
      PRICE_BAND_KEYS,
    );
  });
});

describe('pieces', () => {
  it('are enough, two to nine a designer, and one designer has none yet', () => {
    expect(pieces.length).toBeGreaterThanOrEqual(176);
    const counts = designers.map(
      (designer) => pieces.filter((piece) => piece.designer === designer.subject).length,
    );
    expect(counts.filter((count) => count === 0).length).toBe(1);
    expect(counts.every((count) => count === 0 || (count >= 2 && count <= 9))).toBe(true);
    expect(counts.reduce((sum, count) => sum + count)).toBe(pieces.length);
    expect(pieces.filter((piece) => piece.designer === 'dev-designer-001').length).toBeGreaterThanOrEqual(5);
  });

  it.each(pieces)('$title would pass the form', (piece) => {
    expect(PieceDetails.safeParse(piece).error?.issues).toBeUndefined();
    expect(piece.subtitle?.length ?? 0).toBeLessThanOrEqual(200);
    expect(piece.year).toBeGreaterThanOrEqual(2012);
    expect(piece.year).toBeLessThanOrEqual(2026);
    expect(words(piece.about)).toBeLessThanOrEqual(80);
    expect(piece.altText).toMatch(/\.$/);
    expect(piece.creditLine).not.toBe('');
    const designer = designers.find(({ subject }) => subject === piece.designer);
    expect(piece.addedDaysAgo).toBeLessThanOrEqual(designer?.joinedDaysAgo ?? -1);
  });

  it('cover every genre, style and role, with squares and bound books among them', () => {
    covers(
      pieces.map((piece) => piece.genre),
      GENRE_KEYS,
    );
    covers(
      pieces.flatMap((piece) => piece.styles),
      STYLE_KEYS,
    );
    covers(
      pieces.map((piece) => piece.role),
      PIECE_ROLE_KEYS,
    );
    covers(
      pieces.map((piece) => piece.format),
      FORMAT_KEYS,
    );
    expect(ofKind('audiobook_square')).toBeGreaterThanOrEqual(12);
    const most = Math.max(...FORMAT_KEYS.map(ofKind));
    expect(ofKind('ebook_front')).toBe(most);
  });
});

function isbnIsValid(isbn: string): boolean {
  const digits = isbn.replace(/-/g, '');
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return /^978-1-\d+-\d+-\d$/.test(isbn) && digits.length === 13 && sum % 10 === 0;
}

const inState = (state: BriefState) => briefs.filter((brief) => brief.state === state);

describe('briefs', () => {
  it('are enough, in every state, genre and format, a few by invitation', () => {
    expect(briefs.length).toBeGreaterThanOrEqual(88);
    const counts = BRIEF_STATE_KEYS.map((state) => [state, inState(state).length]);
    expect(Object.fromEntries(counts)).toEqual({
      draft: 8,
      open: 47,
      paused: 7,
      awarded: 21,
      closed: 11,
      cancelled: 7,
    });
    expect(briefs.filter((brief) => brief.visibility === 'invited').length).toBeGreaterThanOrEqual(8);
    covers(
      briefs.map((brief) => brief.genre),
      GENRE_KEYS,
    );
    covers(
      briefs.flatMap((brief) => brief.formats.map((format) => format.kind)),
      FORMAT_KEYS,
    );
  });

  it('include those of the development publisher: a draft, two open, and one for a project of every state', () => {
    const own = briefs.filter((brief) => brief.publisher === 'dev-hiring-001').map((brief) => brief.state);
    const awarded = Array.from({ length: OWN_COURSES.size }, () => 'awarded');
    expect(own.sort()).toEqual([...awarded, 'draft', 'open', 'open']);
    covers(
      [...OWN_COURSES.values()].map(({ state }) => state),
      PROJECT_STATE_KEYS,
    );
  });

  it('have keys of their own and refer to people who exist', () => {
    expect(repeated(briefs.map((brief) => brief.key))).toEqual([]);
    const hiring = new Set(publishers.map((person) => person.subject));
    const drawing = new Set(designers.map((designer) => designer.subject));
    for (const brief of briefs) {
      expect(hiring).toContain(brief.publisher);
      for (const invited of brief.invites ?? []) expect(drawing).toContain(invited);
      expect(repeated(brief.invites ?? [])).toEqual([]);
      if (brief.visibility === 'invited' && brief.state !== 'draft')
        expect(brief.invites?.length ?? 0).toBeGreaterThan(0);
    }
  });

  it.each(briefs)('$key $title keeps within the form', (brief) => {
    const within = (text: string | undefined, max: number) =>
      expect(text?.length ?? 0).toBeLessThanOrEqual(max);
    expect(brief.title).not.toBe('');
    within(brief.title, 200);
    within(brief.subtitle, 200);
    within(brief.author, 120);
    within(brief.imprint, 120);
    within(brief.series?.name, 120);
    within(brief.creditLine, 200);
    within(brief.blurb, 2000);
    within(brief.synopsis, 2000);
    for (const note of [brief.avoidCovers, brief.mustHave, brief.mustAvoid, brief.palette]) within(note, 500);
    for (const word of brief.toneWords) within(word, 30);
    expect(repeated(brief.toneWords)).toEqual([]);
    expect(brief.comparables.length).toBeLessThanOrEqual(3);
    expect(Intl.getCanonicalLocales(brief.language)).toEqual([brief.language]);
    if (brief.isbn) expect(isbnIsValid(brief.isbn)).toBe(true);
    if (brief.blurb && brief.state !== 'draft') {
      expect(words(brief.blurb)).toBeGreaterThanOrEqual(60);
      expect(words(brief.blurb)).toBeLessThanOrEqual(160);
    }
    if (brief.budget?.kind === 'range') expect(brief.budget.max).toBeGreaterThan(brief.budget.min);
  });

  it.each(briefs.filter((brief) => brief.state !== 'draft'))('$key $title is fit to publish', (brief) => {
    expect(brief.genre).toBeDefined();
    expect(brief.author).toBeDefined();
    expect(brief.toneWords.length).toBeLessThanOrEqual(7);
    if (brief.toneWords.length) expect(brief.toneWords.length).toBeGreaterThanOrEqual(3);
    expect(brief.formats.length).toBeGreaterThanOrEqual(1);
    expect(brief.formats.length).toBeLessThanOrEqual(3);
    const first = brief.roundOneInDays ?? NaN;
    const final = brief.finalInDays ?? NaN;
    expect(final).toBeGreaterThan(first);
    if (brief.state === 'open') expect(first).toBeGreaterThanOrEqual(0);
    for (const count of [brief.concepts ?? 2, brief.revisionRounds ?? 2]) {
      expect(count).toBeGreaterThanOrEqual(1);
      expect(count).toBeLessThanOrEqual(4);
    }
    for (const format of brief.formats) {
      if (!BOUND_FORMATS.includes(format.kind)) continue;
      expect(format).toMatchObject({ printer: expect.any(String), paper: expect.any(String) });
      expect(parseTrim(format.trim ?? '')).not.toBeNull();
      expect(format.pages).toBeGreaterThan(0);
      const { state } = specState(storedFormat(format), { language: brief.language, direction: null });
      expect(state).toMatch(/computed|none/);
      const named = format.printer === 'ingramspark' || format.printer === 'other';
      expect(format.spineMm !== undefined).toBe(named);
    }
  });
});

describe('the whole list', () => {
  it('uses no title twice', () => {
    expect(repeated([...pieces, ...briefs].map((book) => plain(book.title)))).toEqual([]);
  });

  it('names the same author wherever it names a book', () => {
    const authors = new Map([...pieces, ...briefs].map((book) => [book.title, book.author]));
    for (const { title, author } of briefs.flatMap((brief) => brief.comparables))
      expect(`${title}: ${author}`).toBe(`${title}: ${authors.get(title) ?? author}`);
  });

  it('repeats no sentence of its copy', () => {
    const sentences = [
      ...designers.map((designer) => designer.bio),
      ...pieces.flatMap((piece) => [piece.altText, piece.about]),
      ...briefs.flatMap((brief) => [brief.blurb ?? '', brief.synopsis ?? '']),
    ].flatMap((text) => text.split(/(?<=[.?!])\s+/));
    expect(repeated(sentences.filter((sentence) => words(sentence) > 5))).toEqual([]);
  });
});
