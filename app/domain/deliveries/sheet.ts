/** One milestone's deliveries as its page shows them: everything in words, for one reader. Pure. */
import { measureWords } from '../briefs/spec-versions.ts';
import { FORMATS } from '../covers/rules.ts';
import { fileHref } from '../files/rules.ts';
import { movesFor } from '../process.ts';
import { clockOf, type Project, type ProjectMilestone } from '../projects/project.ts';
import {
  isAt,
  MILESTONE,
  MILESTONE_STATES,
  MILESTONES,
  stageOf,
  type MilestoneMove,
} from '../projects/rules.ts';
import { SILENCE_DAYS } from '../projects/silence.ts';
import { standingOf as projectStanding } from '../projects/standing.ts';
import {
  STANDINGS,
  standingOf,
  type ChangeRequest,
  type Declared,
  type Delivery,
  type DeliveryFile,
  type Pin,
  type SpecOption,
} from './delivery.ts';
import { nextRound, roundWords } from './rounds.ts';
import { DECLARED_FIELDS, isSeen, milestoneHref, ROLES } from './rules.ts';

export type Say = {
  date: (value: Date | string) => string;
  moment: (value: Date | string) => string;
  number: (value: number) => string;
};

type Stands = { project: Project; milestone: ProjectMilestone };

/** What its reader can do with a milestone now: drawn from the process, so that nothing is offered that is refused. */
export function offeredMoves({ project, milestone }: Stands): MilestoneMove[] {
  const { side, state, milestones } = project;
  if (side === 'staff' || !isAt(state, milestones, milestone.kind)) return [];
  return movesFor(MILESTONE, milestone.state, [side]);
}

export function milestoneSheet(
  { project, milestone }: Stands,
  deliveries: readonly Delivery[],
  now: Date,
  say: Say,
) {
  const { kind, state, dueOn } = milestone;
  const { id, title, side } = project;
  const here = milestoneHref(id, kind);
  const versions = deliveries.filter((one) => one.state === 'delivered').map((one) => versionSheet(one, here, say)); // prettier-ignore
  const draft = deliveries.find((one) => one.state === 'draft');
  const isStage = isAt(project.state, project.milestones, kind);
  const round = nextRound(project, milestone);
  return {
    ...{ id, kind, title, side, here, name: MILESTONES[kind] },
    status: { state, label: MILESTONE_STATES[state] },
    due: state !== 'approved' && dueOn ? `Due on ${say.date(dueOn)}` : null,
    standing: stageOf(project.milestones) === kind ? projectStanding(project, now, say) : null,
    ...{ current: versions[0] ?? null, earlier: versions.slice(1) },
    draft: draft ? { files: draft.files.length } : null,
    moves: offeredMoves({ project, milestone }),
    clock: isStage && clockOf(milestone, now) ? CLOCK_WORDS : null,
    round: { words: roundWords(round, project.terms.revisionRounds), isLeft: !round.counts || round.number !== null }, // prettier-ignore
  };
}
export type MilestoneSheet = ReturnType<typeof milestoneSheet>;

const CLOCK_WORDS = `You have ${SILENCE_DAYS} days from the delivery to approve it or request changes; without an answer it counts as approved. A question stops the clock until it is answered.`;

function versionSheet(delivery: Delivery, here: string, say: Say) {
  const { id, number, note, deliveredAt, files, requests, questions, declared } = delivery;
  return {
    ...{ id, number, note },
    when: deliveredAt ? say.moment(deliveredAt) : '',
    files: files.map((file) => fileSheet(file, here, say)),
    requests: requests.filter(({ sentAt }) => sentAt !== null).map((one) => requestSheet(one, files, say)),
    drafting: requests.some(({ sentAt }) => sentAt === null),
    questions: questions.map((one) => ({
      ...{ id: one.id, body: one.body, answer: one.answer, asked: say.moment(one.createdAt) },
      answered: one.answeredAt ? say.moment(one.answeredAt) : null,
      href: `${here}/questions/${one.id}`,
    })),
    declared: declared && declaredSheet(declared),
  };
}
export type VersionSheet = ReturnType<typeof versionSheet>;

const DECLARED_TERMS = { fonts: 'Fonts', stock: 'Stock', ai: 'AI', credit: 'Credit line' } as const;
const declaredSheet = (declared: Declared) =>
  DECLARED_FIELDS.map((field) => ({ term: DECLARED_TERMS[field], value: declared[field] }));

/** "Paperback wrap: 6 × 9 in, white, 280 pages, final, …". */
export const specWords = (spec: SpecOption): string => `${FORMATS[spec.kind]}: ${measureWords(spec)}`;

const MEGABYTE = 1024 * 1024;
export const sizeWords = (bytes: number, say: Pick<Say, 'number'>): string =>
  bytes < MEGABYTE
    ? `${say.number(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${say.number(Math.round((bytes / MEGABYTE) * 10) / 10)} MB`;

export function fileSheet(file: DeliveryFile, here: string, say: Pick<Say, 'number'>) {
  const { id, fileId, name, role, type, spec, findings, refusal, reason } = file;
  const standing = standingOf(file);
  return {
    ...{ id, name, role: ROLES[role], href: fileHref(fileId), size: sizeWords(file.bytes, say) },
    standing: { state: standing, label: STANDINGS[standing] },
    ...{ findings: findings ?? [], refusal, reason, spec: spec && specWords(spec) },
    picture: pictureSheet(file),
    previews: role === 'cover' && file.picture ? `${here}/previews/${id}` : null,
    seen: isSeen(type),
  };
}
export type FileSheet = ReturnType<typeof fileSheet>;

/** What a file looks like, for `CoverImage`; null for what has no picture. */
export function pictureSheet({ fileId, name, picture }: Pick<DeliveryFile, 'fileId' | 'name' | 'picture'>) {
  if (!picture || picture.state === 'failed') return null;
  const ready: boolean | 'preview' = picture.state === 'ready' || 'preview';
  const { width, height } = picture;
  return { src: { prefix: fileHref(fileId) }, width, height, ready, alt: `What ${name} shows` };
}
export type PictureSheet = NonNullable<ReturnType<typeof pictureSheet>>;

function requestSheet(
  { id, body, round, sentAt, pins }: ChangeRequest,
  files: readonly DeliveryFile[],
  say: Say,
) {
  // prettier-ignore
  const when = sentAt ? say.moment(sentAt) : '';
  return {
    ...{ id, body, when, round: round === null ? 'A round that does not count' : `Round ${round}` },
    pictures: files.flatMap((file) => {
      const own = pins.filter(({ deliveryFileId }) => deliveryFileId === file.id);
      const picture = pictureSheet(file);
      return own.length > 0 && picture ? [{ id: file.id, name: file.name, picture, pins: own }] : [];
    }),
  };
}
export type RequestSheet = ReturnType<typeof requestSheet>;
export type PinnedPicture = { id: string; name: string; picture: PictureSheet; pins: Pin[] };
