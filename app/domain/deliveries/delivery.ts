/** One milestone's deliveries as pages and commands see them, and what follows from that. Pure. */
import type { Measures } from '../briefs/spec-versions.ts';
import { verdictOf, type Finding } from '../covers/preflight.ts';
import type { Format } from '../covers/rules.ts';
import type { CoverSpec } from '../covers/spec.ts';
import type { FileState } from '../files/rules.ts';
import type { ImageState } from '../images/rules.ts';
import type { DeliveryState, FileRole, MilestoneKind } from '../projects/rules.ts';
import { DECLARED, DECLARED_FIELDS, LONGEST, type DeclaredField } from './rules.ts';

/** One of the brief's formats as it was specified at some time. */
export type SpecOption = {
  id: string;
  formatId: string;
  kind: Format;
  spec: CoverSpec | null;
  measures: Measures | null;
  pagesFinal: boolean;
};

export type DeliveryFile = {
  id: string;
  fileId: string;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  key: string;
  role: FileRole;
  state: FileState;
  /** Why it could not be measured. */
  refusal: string;
  /** Which format a cover is for; null for what is held against none. */
  spec: SpecOption | null;
  /** Null until they are known, and for what is no cover. */
  findings: Finding[] | null;
  reason: string;
  picture: { width: number; height: number; state: ImageState } | null;
};

export type Pin = { id: string; deliveryFileId: string; number: number; x: number; y: number; body: string };
export type ChangeRequest = {
  id: string;
  body: string;
  /** Null for one that does not count. */
  round: number | null;
  createdAt: Date;
  /** Null while it is being written. */
  sentAt: Date | null;
  pins: Pin[];
};
export type Question = {
  id: string;
  body: string;
  answer: string;
  createdAt: Date;
  answeredAt: Date | null;
};
export type Declared = Record<DeclaredField, string> & { isConfirmed: boolean };

export type Delivery = {
  id: string;
  number: number;
  state: DeliveryState;
  note: string;
  createdAt: Date;
  deliveredAt: Date | null;
  files: DeliveryFile[];
  requests: ChangeRequest[];
  questions: Question[];
  declared: Declared | null;
};

export type FileStanding = 'checking' | 'refused' | 'fail' | 'warn' | 'pass' | 'hints' | 'unchecked';

/** How a file stands: what was found in it, as far as it is held against a specification at all. */
export function standingOf({
  role,
  state,
  spec,
  findings,
}: Pick<DeliveryFile, 'role' | 'state' | 'spec' | 'findings'>): FileStanding {
  if (role !== 'cover') return state === 'waiting' ? 'checking' : 'unchecked';
  if (state === 'refused') return 'refused';
  if (state === 'waiting' || !findings) return 'checking';
  return spec ? verdictOf(findings).level : 'hints';
}

export const STANDINGS: Record<FileStanding, string> = {
  checking: 'Is being checked',
  refused: 'Could not be read',
  fail: 'Does not pass',
  warn: 'To look at',
  pass: 'Passes',
  hints: 'Looked at, held against no format',
  unchecked: 'Not checked',
};

/** A cover that fails, or cannot be read at all, is delivered with a reason or not at all. */
export const needsReason = (file: Pick<DeliveryFile, 'role' | 'state' | 'spec' | 'findings'>): boolean =>
  ['fail', 'refused'].includes(standingOf(file));

/** What a draft says, as it is typed; `specId` is empty for what is held against no format. */
export type DraftFile = { id: string; role: FileRole; specId: string | null; reason: string };
export type DraftTyped = { note: string; files: DraftFile[]; declared: Declared | null };

export type DraftProblem = { field: string; message: string };

/** The names of the fields of a draft's form. */
export const fileField = (at: number, name: keyof DraftFile): string => `files[${at}].${name}`;

/** What is missing before a draft can be delivered. `latest` are the specifications as they are now. */
export function problemsOf(
  { files, declared }: Pick<Delivery, 'files' | 'declared'>,
  kind: MilestoneKind,
  latest: readonly SpecOption[],
): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (files.length === 0)
    problems.push({ field: 'files', message: 'Add a file: a delivery without one says nothing' });
  files.forEach((file, at) => {
    if (standingOf(file) === 'checking')
      problems.push({
        field: fileField(at, 'role'),
        message: `${file.name} is still being checked; wait a moment`,
      });
    else if (isOutdated(file, latest))
      problems.push({
        field: fileField(at, 'specId'),
        message: `The print specification changed after ${file.name} was checked. Save, and it is checked again`,
      });
    else if (needsReason(file) && file.reason === '')
      problems.push({
        field: fileField(at, 'reason'),
        message: `Say why ${file.name} is delivered although it does not pass`,
      });
  });
  return kind === 'handover' ? [...problems, ...undeclared(declared)] : problems;
}

function undeclared(declared: Declared | null): DraftProblem[] {
  const missing = DECLARED_FIELDS.filter((field) => !declared?.[field]);
  return [
    ...missing.map((field) => ({ field, message: `Declare: ${DECLARED[field].toLowerCase()}` })),
    ...(declared?.isConfirmed
      ? []
      : [{ field: 'isConfirmed', message: 'Confirm that what you declare is complete and true' }]),
  ];
}

/** Was a file held against a specification that is not the one now? */
export const isOutdated = (
  { role, spec }: Pick<DeliveryFile, 'role' | 'spec'>,
  latest: readonly SpecOption[],
) => role === 'cover' && spec !== null && !latest.some(({ id }) => id === spec.id);

/** What stands for a specification now: itself, or the same format's later one. */
export const renewed = (spec: SpecOption | null, latest: readonly SpecOption[]): SpecOption | null =>
  spec && (latest.find(({ formatId }) => formatId === spec.formatId) ?? null);

/** Which format a new file of a delivery is taken to be for: the first that none is for yet. */
export function usualSpec(
  kind: MilestoneKind,
  taken: readonly (SpecOption | null)[],
  latest: readonly SpecOption[],
): SpecOption | null {
  const free = latest.filter(({ formatId }) => !taken.some((one) => one?.formatId === formatId));
  const isFront = ({ kind: format }: SpecOption) => format === 'ebook_front' || format === 'audiobook_square';
  if (kind === 'concepts') return null;
  if (kind === 'front') return free.find(isFront) ?? null;
  return kind === 'wrap' ? (free.find((one) => !isFront(one)) ?? null) : (free[0] ?? null);
}

export const tooLong = (text: string, max: number): string | null =>
  text.length > max
    ? `Use ${max.toLocaleString('en-GB')} characters or fewer; there are ${text.length.toLocaleString('en-GB')}`
    : null;

/** What the draft of a request still lacks. */
export function requestProblems({ body, pins }: Pick<ChangeRequest, 'body' | 'pins'>): DraftProblem[] {
  const silent = pins.filter((pin) => pin.body === '');
  if (body === '' && pins.length === 0)
    return [{ field: 'body', message: 'Say what is to be changed, in words or with a pin on the picture' }];
  return silent.map(({ number, id }) => ({
    field: `pin_${id.replaceAll('-', '_')}`,
    message: `Say what is to be changed at pin ${number}`,
  }));
}

export const LIMITS = LONGEST;
