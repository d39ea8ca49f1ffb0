/** One milestone of the sample as rows: its versions with their files, what was asked for and answered, and what its history says. */
import { randomUUID } from 'node:crypto';
import { layOut } from '../../app/domain/covers/geometry.ts';
import type { Format } from '../../app/domain/covers/rules.ts';
import { judgeSpec, type CoverSpec } from '../../app/domain/covers/spec.ts';
import type { changeRequests, deliveries, deliveryFiles, handovers, pins, questions } from '../schema/deliveries.server.ts'; // prettier-ignore
import type { EventType } from '../../app/domain/events/rules.ts';
import type { events } from '../schema/events.server.ts';
import type { CoverDraft } from './art/cover.server.ts';
import type { Sample } from './art/sample.server.ts';
import type { Sheet } from './art/sheet.server.ts';
import {
  DECLARED_HANDOVER,
  TEXTS,
  versionsOf,
  type SeedFile,
  type SeedVersion,
} from './catalogue/deliveries.server.ts';
import { daysFrom } from './days.server.ts';
import type { Stone } from './deliveries.server.ts';
import { sampleFile, type SampleFile } from './files.server.ts';

type Row<Table extends { $inferInsert: unknown }> = Table['$inferInsert'];
export type Spec = { id: string; kind: Format; spec: CoverSpec | null };
type Rows = {
  files: SampleFile[];
  deliveries: Row<typeof deliveries>[];
  deliveryFiles: Row<typeof deliveryFiles>[];
  requests: Row<typeof changeRequests>[];
  pins: Row<typeof pins>[];
  questions: Row<typeof questions>[];
  handovers: Row<typeof handovers>[];
  told: Row<typeof events>[];
};

/** Days between two versions, and until each was answered. */
const [BETWEEN, ANSWERED] = [5, 1];
/** Inches by which the spine of a proof is too narrow. */
const TOO_NARROW = 0.2;

/** `specs` are what its covers are held against; null for a milestone whose files nobody of the sample can open. */
export function rowsOf(stone: Stone, specs: readonly Spec[] | null): Rows {
  const rows: Rows = {
    ...{ files: [], deliveries: [], deliveryFiles: [], requests: [] },
    ...{ pins: [], questions: [], handovers: [], told: [] },
  };
  const versions = versionsOf(stone.title, stone.kind).filter(({ isDraft }) => isDraft || stone.deliveredAt);
  for (const [nth, version] of versions.entries()) {
    const later = versions.length - 1 - nth;
    addVersion(rows, stone, version, { number: nth + 1, daysAgo: later * BETWEEN, specs });
  }
  return rows;
}

type Context = { number: number; daysAgo: number; specs: readonly Spec[] | null };

function addVersion(rows: Rows, stone: Stone, version: SeedVersion, context: Context): void {
  const { number, specs } = context;
  const delivery = { id: randomUUID(), projectId: stone.projectId, milestoneId: stone.id, number };
  const last = stone.deliveredAt ?? new Date(stone.contract.agreedAt);
  const at = daysFrom(last, -context.daysAgo);
  rows.deliveries.push({
    ...{ ...delivery, note: version.note, createdAt: at },
    ...(version.isDraft ? { state: 'draft' as const } : { state: 'delivered' as const, deliveredAt: at }),
  });
  const covers = specs ? addFiles(rows, stone, version, { delivery, specs, at }) : [];
  if (stone.kind === 'handover') rows.handovers.push(handoverOf(stone, delivery, version, at));
  if (version.isDraft) return;
  const data = { kind: stone.kind, number };
  rows.told.push(tell(stone, 'milestone.delivered', stone.designerId, at, data));
  if (specs) answer(rows, stone, version, { deliveryId: delivery.id, covers, at, data });
}

const handoverOf = (
  { projectId, contract }: Stone,
  { id: deliveryId }: { id: string },
  { isDraft }: SeedVersion,
  createdAt: Date,
): Row<typeof handovers> => ({
  ...{ projectId, deliveryId, createdAt },
  declared: {
    ...DECLARED_HANDOVER,
    ...{ credit: contract.terms.creditLine, isConfirmed: !isDraft },
    ...(isDraft && { fonts: '' }),
  },
});

type Adding = { delivery: { id: string }; specs: readonly Spec[]; at: Date };

/** → the ids of the covers, for pins to sit on. */
function addFiles(rows: Rows, stone: Stone, version: SeedVersion, { delivery, specs, at }: Adding): string[] {
  const covers: string[] = [];
  for (const [position, file] of version.files.entries()) {
    const isWhole = file.look === 'wrap' || file.look === 'narrow';
    const spec = specs.find(
      ({ kind }) => isWhole === (kind !== 'ebook_front' && kind !== 'audiobook_square'),
    );
    const sample = sampleOf(stone, file, spec?.spec ?? null);
    const name = `${slug(stone.title)}-${file.name}`;
    const sent = sampleFile(stone.designerId, name, sample, at);
    const id = randomUUID();
    rows.files.push(sent);
    rows.deliveryFiles.push({
      ...{ id, deliveryId: delivery.id, fileId: sent.id, position, role: file.role, createdAt: at },
      ...{ coverSpecId: file.role === 'cover' ? (spec?.id ?? null) : null, reason: file.reason ?? '' },
    });
    if (file.role === 'cover') covers.push(id);
  }
  return covers;
}

const slug = (title: string) =>
  title
    .normalize('NFD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** What a file shows. */
function sampleOf(stone: Stone, { look, variant = 'a' }: SeedFile, spec: CoverSpec | null): Sample {
  if (look === 'fonts' || look === 'stock') return { as: 'text', text: TEXTS[look] };
  const cover: CoverDraft = {
    ...{ seed: `${stone.title}/${variant}`, title: stone.title, author: stone.contract.book.author },
    ...{ genre: stone.genre ?? 'literary_fiction', style: 'illustrated', shape: 'portrait' },
  };
  if (look === 'concept') return { as: 'front', cover, width: 900 };
  if (look === 'thumbnail') return { as: 'front', cover, width: 480 };
  if (look === 'front') return { as: 'front', cover, width: 1600 };
  const sheet = (spec && sheetOf(spec, look === 'narrow' ? TOO_NARROW : 0)) ?? CASE;
  return { as: 'sheet', cover, sheet, blurb: stone.blurb };
}

/** A hard cover of a printer that publishes no measurements: about that of a novel, as a designer measures it. */
const CASE: Sheet = {
  ...{ width: 13.2, height: 9.9 },
  back: { x: 0.7, y: 0.7, w: 5.4, h: 8.5 },
  spine: { x: 6.1, y: 0.7, w: 1, h: 8.5 },
  front: { x: 7.1, y: 0.7, w: 5.4, h: 8.5 },
  barcode: { x: 3.9, y: 7.7, w: 2, h: 1.2 },
};

/** The places of a bound cover, its spine narrower by so much. */
function sheetOf(spec: CoverSpec, narrower: number): Sheet | null {
  const judged = judgeSpec(spec);
  if (!judged.ok || judged.spec.kind !== 'bound') return null;
  const bound = { ...judged.spec, spine: judged.spec.spine - narrower };
  const { width, height, boxes } = layOut(bound, spec.direction);
  const { back, spine, front, barcode } = boxes;
  return back && spine && front ? { width, height, back, spine, front, barcode: barcode ?? null } : null;
}

type Answering = { deliveryId: string; covers: readonly string[]; at: Date; data: Record<string, unknown> };

/** What its publisher asked for, or asked, and what the designer said to that. */
function answer(
  rows: Rows,
  stone: Stone,
  { request, question }: SeedVersion,
  { deliveryId, covers, at, data }: Answering,
): void {
  const { publisherId, designerId } = stone;
  const when = daysFrom(at, ANSWERED);
  if (request) {
    const round = rows.requests.length + 1;
    const id = randomUUID();
    rows.requests.push({ id, deliveryId, body: request.body, round, createdAt: when, sentAt: when });
    const [deliveryFileId] = covers;
    for (const [nth, pin] of (request.pins ?? []).entries())
      if (deliveryFileId) rows.pins.push({ ...pin, requestId: id, deliveryFileId, number: nth + 1 });
    rows.told.push(tell(stone, 'milestone.changes_requested', publisherId, when, { ...data, round }));
  }
  if (!question) return;
  const { body, answer: said } = question;
  const answeredAt = said ? daysFrom(when, 0.2) : null;
  rows.questions.push({
    milestoneId: stone.id,
    deliveryId,
    body,
    answer: said ?? '',
    createdAt: when,
    answeredAt,
  });
  rows.told.push(tell(stone, 'milestone.asked', publisherId, when, { ...data, question: body }));
  if (answeredAt)
    rows.told.push(tell(stone, 'milestone.answered', designerId, answeredAt, { ...data, answer: said }));
}

const tell = (
  { projectId, briefId, title }: Stone,
  type: EventType,
  actorId: string,
  createdAt: Date,
  data: Record<string, unknown>,
): Row<typeof events> => ({
  ...{ type, actorId, createdAt, subjectId: projectId, projectId, briefId, data: { title, ...data } },
});
