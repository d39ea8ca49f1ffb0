/** Another page count for one format of a brief: what may be said, and what follows from it. Pure. */
import { z } from 'zod';
import { fieldsFor } from '../covers/ask.ts';
import { parseWhole } from '../covers/lengths.ts';
import { FORMATS } from '../covers/rules.ts';
import type { BriefDetails } from './form.ts';
import type { BriefFormat } from './formats.ts';
import { read } from './readers.ts';
import { sameVersion, versionOf, whatChanged, type SpecVersion } from './spec-versions.ts';
import { refusedSpecs } from './specs.ts';
import { parseSpine } from './typed.ts';

export const PagesForm = z.object({
  format: z.string().default(''),
  pages: read(
    (typed) => parseWhole(typed, 1, 3000),
    'Enter the number of pages, from 1 to 3,000, such as 288',
  ).transform((pages, ctx) => {
    if (pages === null) ctx.addIssue('Enter the number of pages, such as 288');
    return pages ?? 0;
  }),
  spine: read(parseSpine, 'Enter the spine’s width in millimetres, up to 150, such as 19.2'),
  pagesFinal: z.boolean().default(false),
});
export type PagesAnswers = z.output<typeof PagesForm>;

/** Formats that have pages at all, and a printer who says what they come to. */
export const pagedFormats = ({ formats }: Pick<BriefDetails, 'formats'>) =>
  formats.flatMap((format) =>
    format.id !== null && isPaged(format) ? [{ ...format, id: format.id, label: FORMATS[format.kind] }] : [],
  );
const isPaged = ({ kind, printer }: BriefFormat) =>
  (kind === 'paperback_wrap' || kind === 'hardcover_case') && printer !== null;

/** Does its printer leave the width of the spine to whoever asks? */
export const asksSpine = ({ kind, printer }: BriefFormat): boolean =>
  kind !== 'custom' && fieldsFor(printer, kind).includes('spine');

export type PagesChange = {
  details: BriefDetails;
  format: BriefFormat;
  before: SpecVersion;
  after: SpecVersion;
  /** What was made to the size before does not fit any more. */
  resizes: boolean;
  /** In a sentence; null when nothing changes. */
  words: string | null;
};

/** What a brief asks for after the change; or what is refused, by field. */
export function withPages(
  details: BriefDetails,
  { format: id, pages, spine, pagesFinal }: PagesAnswers,
): { change: PagesChange } | { problems: Record<string, string[]> } {
  const known = pagedFormats(details).find((one) => one.id === id);
  if (!known) return { problems: { format: ['Choose one of the formats'] } };
  const { label: _, ...stored } = known;
  const spineMm = asksSpine(stored) ? (spine ?? stored.spineMm) : stored.spineMm;
  const format: BriefFormat = { ...stored, pageCount: pages, pagesFinal, spineMm };
  const refused = refusedSpecs([format], details);
  if (refused.length > 0) return { problems: { pages: refused.map(({ message }) => message) } };
  const [before, after] = [versionOf(stored, details), versionOf(format, details)];
  const changed = !sameVersion(before, after);
  return {
    change: {
      details: { ...details, formats: details.formats.map((one) => (one.id === id ? format : one)) },
      ...{ format, before, after },
      resizes: changed && JSON.stringify(before.spec) !== JSON.stringify(after.spec),
      words: whatChanged(before, after),
    },
  };
}
