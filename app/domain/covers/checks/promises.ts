/** What was agreed on besides the picture: that nothing changed meanwhile, the spine's words, the kind and weight of file. */
import {
  inches,
  fail,
  isPrint,
  listed,
  megabytes,
  pass,
  pixelArea,
  warn,
  type Check,
  type Job,
} from './check.ts';
import { layOut } from '../geometry.ts';
import { judgeSpec, type CoverSpec } from '../spec.ts';
import { PAPERS } from '../printers/index.ts';

/** KDP's limits, which are the tightest that anybody publishes. */
const [PRINT_ADVISED, PRINT_MOST] = [40_000_000, 650_000_000];

const drift: Check = {
  ...{ id: 'drift', covers: 'any', files: 'any' },
  judge({ cover, before }) {
    if (!before) return null;
    const [was, is] = [told(before), told(cover)];
    const changed = Object.keys(is).filter((name) => was[name] !== is[name]);
    if (changed.length === 0) return pass('The brief is as it was when the file came', 'Unchanged');
    return warn({
      what: `Changed in the brief since the file came: ${listed(changed)}`,
      why: `The file was made for what the brief said then.${moved(before, cover)}`,
      mend: 'Check the file again, and ask for a new one if it no longer fits.',
      measured: changed.map((name) => was[name]).join(', '),
      wanted: changed.map((name) => is[name]).join(', '),
    });
  },
};

/** What the size of a cover comes from, in words. */
function told({ format, printer, trim, paper, pages, spine, direction }: CoverSpec): Record<string, string> {
  if (!isPrint(format)) return { format, printer };
  return {
    format,
    printer,
    trim: trim ? `${trim.w} × ${trim.h} in` : 'no trim',
    paper: paper ? PAPERS[paper].toLowerCase() : 'no paper',
    pages: pages === null ? 'no page count' : `${pages} pages`,
    spine: spine === null ? 'spine computed' : `spine of ${inches(spine)}`,
    direction: direction === 'rtl' ? 'read right to left' : 'read left to right',
  };
}

function moved(before: CoverSpec, now: CoverSpec): string {
  const [was, is] = [judgeSpec(before), judgeSpec(now)];
  if (!was.ok || !is.ok || was.spec.kind !== 'bound' || is.spec.kind !== 'bound') return '';
  const [old, fresh] = [layOut(was.spec), layOut(is.spec)];
  const by = fresh.spine - old.spine;
  if (Math.abs(by) < 0.0005) return '';
  return ` The spine is ${inches(Math.abs(by))} ${by > 0 ? 'wider' : 'narrower'} now.`;
}

const spineText: Check = {
  ...{ id: 'spine_text', covers: 'print', files: 'any' },
  judge({ sheet, spineText: promised }) {
    if (!promised || !sheet) return null;
    const { from } = sheet.bound.binding.spineText;
    const measured = `${sheet.bound.pages} pages, spine of ${inches(sheet.geometry.spine)}`;
    if (sheet.geometry.spineText) return pass('The spine is wide enough for words', measured);
    return fail({
      what: 'The spine is too narrow for the words that were promised',
      why: 'The fold wanders by a sixteenth of an inch: words would run onto front or back.',
      mend: from > 0 ? `Leave the spine without words, or have ${from} pages or more.` : 'Leave the spine without words.', // prettier-ignore
      measured,
      wanted: from > 0 ? `${from} pages or more` : 'A wider spine',
    });
  },
};

const kind: Check = {
  ...{ id: 'type', covers: 'screen', files: 'any' },
  judge({ file, screen }) {
    if (!screen) return null;
    const { w, h } = screen.ideal;
    const takes = (screen.takes ?? ['jpeg', 'png', 'tiff']).map((format) => format.toUpperCase());
    const measured = file.kind === 'pdf' ? 'PDF' : file.format.toUpperCase();
    const wanted = listed(takes).replace(' and ', ' or ');
    if (takes.includes(measured)) return pass('The kind of file is right', measured, wanted);
    const trouble = {
      what: `The file is a ${measured}`,
      why: `${screen.name}: the shop takes ${wanted}.`,
      mend: `Export it as ${wanted}, ${pixelArea(w, h)}.`,
      ...{ measured, wanted },
    };
    return file.kind === 'pdf' ? fail(trouble) : warn(trouble);
  },
};

const weight: Check = {
  ...{ id: 'bytes', covers: 'any', files: 'any' },
  judge({ file: { bytes }, cover, screen }) {
    const most = weightLimit(cover, screen);
    if (most === null) return null;
    const measured = megabytes(bytes);
    const wanted = isPrint(cover.format) ? `At most ${megabytes(PRINT_ADVISED)} (${megabytes(most)} is refused)` : `At most ${megabytes(most)}`; // prettier-ignore
    const trouble = {
      what: `The file is ${measured}`,
      mend: 'Flatten the layers, and export pictures as JPEG of high quality at 300 pixels per inch.',
      ...{ measured, wanted },
    };
    if (bytes > most) return fail({ ...trouble, why: 'The printer or shop does not take so large a file.' });
    if (isPrint(cover.format) && bytes > PRINT_ADVISED)
      return warn({ ...trouble, why: 'Printers advise less: larger files are slow to send, and their checks time out.' }); // prettier-ignore
    return pass('The file is not too heavy', measured, wanted);
  },
};

const weightLimit = ({ format }: CoverSpec, screen: Job['screen']): number | null =>
  isPrint(format) ? PRINT_MOST : (screen?.bytes ?? null);

export const PROMISE_CHECKS: readonly Check[] = [drift, spineText, kind, weight];
