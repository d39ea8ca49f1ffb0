/** The page that changes a page count: what can be changed, and what would follow from what was typed. Pure. */
import type { BriefDetails } from '../briefs/form.ts';
import { asksSpine, pagedFormats, withPages, type PagesAnswers, type PagesChange } from '../briefs/pages.ts';
import { measureWords } from '../briefs/spec-versions.ts';
import { MILESTONES, type MilestoneKind } from './rules.ts';

export function pagesPage(
  details: BriefDetails,
  said: PagesAnswers | null,
  outdated: readonly { kind: MilestoneKind }[],
) {
  const formats = pagedFormats(details);
  const chosen = formats.find(({ id }) => id === said?.format) ?? formats[0];
  const judged = said && withPages(details, said);
  const change = judged && 'change' in judged ? judged.change : null;
  return {
    formats: formats.map(({ id, label, pageCount }) => ({
      value: id,
      label: pageCount === null ? label : `${label}, ${pageCount} pages`,
    })),
    asksSpine: formats.some(asksSpine),
    values: said ? valuesOf(said) : chosen ? startWith(chosen) : {},
    problems: judged && 'problems' in judged ? judged.problems : null,
    preview: change && previewOf(change, outdated),
  };
}

type Chosen = ReturnType<typeof pagedFormats>[number];

const startWith = ({ id, pageCount, spineMm, pagesFinal }: Chosen) => ({
  ...{ format: id, pages: pageCount === null ? '' : String(pageCount) },
  ...{ spine: spineMm === null ? '' : String(spineMm), pagesFinal: pagesFinal ? 'on' : '' },
});

const valuesOf = ({ format, pages, spine, pagesFinal }: PagesAnswers) => ({
  ...{ format, pages: String(pages), spine: spine === null ? '' : String(spine) },
  pagesFinal: pagesFinal ? 'on' : '',
});

const previewOf = (
  { before, after, words, resizes }: PagesChange,
  outdated: readonly { kind: MilestoneKind }[],
) => ({
  changes: words !== null,
  ...{ was: measureWords(before), is: measureWords(after), words },
  stale: resizes ? outdated.map(({ kind }) => MILESTONES[kind]) : [],
});
export type PagesPreview = ReturnType<typeof previewOf>;
