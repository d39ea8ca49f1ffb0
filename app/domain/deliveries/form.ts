/** Between the fields of the forms about a delivery and what they mean. Pure. */
import type { FileRole } from '../projects/rules.ts';
import {
  fileField,
  renewed,
  tooLong,
  type ChangeRequest,
  type Delivery,
  type DraftFile,
  type DraftProblem,
  type DraftTyped,
  type SpecOption,
} from './delivery.ts';
import { DECLARED_FIELDS, LONGEST, MOST_DELIVERED, MOST_PINS, ROLES } from './rules.ts';

type Values = Record<string, string>;

/** Text as typed, with plain line ends. */
export const typedText = (fields: URLSearchParams, name: string): string =>
  (fields.get(name) ?? '').replace(/\r\n?/g, '\n').trim();

/** Every field by its name, to be shown again as it was typed. */
export const typedValues = (fields: URLSearchParams): Values => Object.fromEntries(fields);

const isRole = (text: string): text is FileRole => text in ROLES;

/** What is typed of a draft, and what of it is too long to keep. */
export function readDraft(fields: URLSearchParams): { typed: DraftTyped; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const text = (name: string, max: number) => {
    const typed = typedText(fields, name);
    const message = tooLong(typed, max);
    if (message) problems.push({ field: name, message });
    return typed;
  };
  const files: DraftFile[] = [];
  for (let at = 0; at < MOST_DELIVERED && fields.has(fileField(at, 'id')); at++) {
    const role = typedText(fields, fileField(at, 'role'));
    files.push({
      id: typedText(fields, fileField(at, 'id')),
      role: isRole(role) ? role : 'other',
      specId: typedText(fields, fileField(at, 'specId')) || null,
      reason: text(fileField(at, 'reason'), LONGEST.reason),
    });
  }
  const declares = DECLARED_FIELDS.some((name) => fields.has(name));
  const said = (name: (typeof DECLARED_FIELDS)[number]) => text(name, LONGEST.declared);
  const declared = declares
    ? {
        ...{ fonts: said('fonts'), stock: said('stock'), ai: said('ai'), credit: said('credit') },
        isConfirmed: fields.get('isConfirmed') === 'on',
      }
    : null;
  return { typed: { note: text('note', LONGEST.note), files, declared }, problems };
}

/** A draft as its form shows it; what a hand-over declares begins with what was agreed. */
export function draftValues(
  draft: Delivery | null,
  latest: readonly SpecOption[],
  agreed: { aiUse: string; stockUse: string; credit: string },
): Values {
  const values: Values = { note: draft?.note ?? '' };
  draft?.files.forEach(({ role, spec, reason }, at) => {
    values[fileField(at, 'role')] = role;
    values[fileField(at, 'specId')] = renewed(spec, latest)?.id ?? '';
    values[fileField(at, 'reason')] = reason;
  });
  const {
    fonts = '',
    stock = agreed.stockUse,
    ai = agreed.aiUse,
    credit = agreed.credit,
  } = draft?.declared ?? {};
  return { ...values, fonts, stock, ai, credit, ...(draft?.declared?.isConfirmed && { isConfirmed: 'on' }) };
}

/** What is typed of a request for changes. */
export function readRequest(fields: URLSearchParams) {
  const pins = new Map<string, string>();
  for (let at = 0; at < MOST_PINS && fields.has(`pins[${at}].id`); at++)
    pins.set(typedText(fields, `pins[${at}].id`), typedText(fields, `pins[${at}].body`));
  const problems = [...pins].flatMap(([id, body]) => {
    const message = tooLong(body, LONGEST.pin);
    return message ? [{ field: `pin_${id.replaceAll('-', '_')}`, message }] : [];
  });
  const body = typedText(fields, 'body');
  const long = tooLong(body, LONGEST.body);
  if (long) problems.push({ field: 'body', message: long });
  return { words: { body, pins }, problems };
}

export function requestValues(request: ChangeRequest | null): Values {
  const values: Values = { body: request?.body ?? '' };
  request?.pins.forEach(({ body }, at) => (values[`pins[${at}].body`] = body));
  return values;
}

/**
 * Where on which picture somebody clicked, as browsers tell it of a picture that is a button: in the pixels it was shown in.
 * Whoever pressed it without a pointer is told as 0, 0, and gets the middle. Null when none was pressed.
 */
export function readSpot(fields: URLSearchParams) {
  for (let at = 0; at < MOST_DELIVERED; at++) {
    const number = (part: string) => Number(fields.get(`pictures[${at}].${part}`) ?? NaN);
    const [x, y, wide, high] = [number('x'), number('y'), number('wide'), number('high')];
    if (Number.isNaN(x + y)) continue;
    const isSound = wide > 0 && high > 0 && Number.isFinite(x + y + wide + high);
    const isPointed = isSound && (x !== 0 || y !== 0);
    const place = isPointed ? { x: x / wide, y: y / high } : { x: 0.5, y: 0.5 };
    return { deliveryFileId: fields.get(`pictures[${at}].id`) ?? '', ...place, isPointed };
  }
  return null;
}
