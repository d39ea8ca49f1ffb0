/** Reads the deliveries of one milestone, whole. Whoever asks has read the project, which says on which side they are. */
import { and, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefFormats, coverSpecs } from '#db/schema/briefs.server.ts';
import {
  changeRequests,
  deliveries,
  deliveryFiles,
  handovers,
  pins,
  questions,
} from '#db/schema/deliveries.server.ts';
import { files } from '#db/schema/files.server.ts';
import { images } from '#db/schema/images.server.ts';
import { NotFound } from '../errors.ts';
import { milestoneOf, type Project, type ProjectMilestone } from '../projects/project.ts';
import type { ChangeRequest, Delivery, Question, SpecOption } from './delivery.ts';

const milliseconds = (column: string) =>
  sql`(extract(epoch from ${sql.raw(column)}) * 1000)::double precision`;

const listOf = (object: SQL, from: SQL, order: string): SQL =>
  sql`(select coalesce(json_agg(${object} order by ${sql.raw(order)}), '[]'::json) ${from})`;

const specOf = sql`case when cs.id is null then null else json_build_object('id', cs.id, 'formatId', cs.format_id,
  'kind', cs.kind, 'spec', cs.spec, 'measures', cs.measures, 'pagesFinal', cs.pages_final) end`;
const pictureOf = sql`case when i.id is null then null else json_build_object('width', i.width, 'height', i.height, 'state', i.state) end`;
const filesOf = listOf(
  sql`json_build_object('id', df.id, 'fileId', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes, 'sha256', f.sha256,
    'key', f.key, 'role', df.role, 'state', f.state, 'refusal', f.refusal, 'findings', df.findings, 'reason', df.reason,
    'spec', ${specOf}, 'picture', ${pictureOf})`,
  sql`from ${deliveryFiles} df join ${files} f on f.id = df.file_id left join ${images} i on i.id = f.picture_id
    left join ${coverSpecs} cs on cs.id = df.cover_spec_id where df.delivery_id = ${deliveries.id}`,
  'df.position',
);
const pinsOf = listOf(
  sql`json_build_object('id', p.id, 'deliveryFileId', p.delivery_file_id, 'number', p.number, 'x', p.x, 'y', p.y, 'body', p.body)`,
  sql`from ${pins} p where p.request_id = r.id`,
  'p.number',
);
const questionsOf = listOf(
  sql`json_build_object('id', q.id, 'body', q.body, 'answer', q.answer, 'createdAt', ${milliseconds('q.created_at')},
    'answeredAt', ${milliseconds('q.answered_at')})`,
  sql`from ${questions} q where q.delivery_id = ${deliveries.id}`,
  'q.created_at',
);
const declaredOf = sql<
  Delivery['declared']
>`(select h.declared from ${handovers} h where h.delivery_id = ${deliveries.id})`;

/** A request that is not sent yet is its publisher's alone. */
const requestsOf = (drafts: boolean) =>
  listOf(
    sql`json_build_object('id', r.id, 'body', r.body, 'round', r.round, 'createdAt', ${milliseconds('r.created_at')},
      'sentAt', ${milliseconds('r.sent_at')}, 'pins', ${pinsOf})`,
    sql`from ${changeRequests} r where r.delivery_id = ${deliveries.id} ${drafts ? sql`` : sql`and r.sent_at is not null`}`,
    'r.created_at',
  );

/** As PostgreSQL puts it into JSON: moments are milliseconds. */
type Told<Row, Moment extends string> = Omit<Row, Moment> & Record<Moment, number | null>;
const moment = (value: number | null) => (value === null ? null : new Date(value));

/** The deliveries of a milestone, the newest first: every version; and for its designer the draft of the next. */
export async function deliveriesOf(db: Db, project: Project, milestoneId: string): Promise<Delivery[]> {
  const drafts = project.side === 'designer';
  const { id, number, state, note, createdAt, deliveredAt } = deliveries;
  const rows = await db
    .select({
      ...{ id, number, state, note, createdAt, deliveredAt, declared: declaredOf },
      files: sql<Delivery['files']>`${filesOf}`,
      requests: sql<
        Told<ChangeRequest, 'createdAt' | 'sentAt'>[]
      >`${requestsOf(project.side === 'publisher')}`,
      questions: sql<Told<Question, 'createdAt' | 'answeredAt'>[]>`${questionsOf}`,
    })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.milestoneId, milestoneId),
        eq(deliveries.projectId, project.id),
        drafts ? undefined : eq(deliveries.state, 'delivered'),
      ),
    )
    .orderBy(desc(deliveries.number));
  return rows.map((row) => ({
    ...row,
    requests: row.requests.map((one) => ({
      ...one,
      createdAt: new Date(one.createdAt ?? 0),
      sentAt: moment(one.sentAt),
    })),
    questions: row.questions.map((one) => ({
      ...one,
      createdAt: new Date(one.createdAt ?? 0),
      answeredAt: moment(one.answeredAt),
    })),
  }));
}

/** What the formats of a brief are made to now, in the brief's order; those without numbers are left out. */
export async function latestSpecs(db: Db, briefId: string): Promise<SpecOption[]> {
  const { id, formatId, kind, spec, measures, pagesFinal } = coverSpecs;
  const newest = db
    .selectDistinctOn([formatId], { id })
    .from(coverSpecs)
    .where(eq(coverSpecs.briefId, briefId))
    .orderBy(formatId, desc(coverSpecs.briefVersion));
  return db
    .select({ id, formatId, kind, spec, measures, pagesFinal })
    .from(coverSpecs)
    .leftJoin(briefFormats, eq(briefFormats.id, formatId))
    .where(and(sql`${id} in ${newest}`, isNotNull(spec)))
    .orderBy(briefFormats.position);
}

/** The milestone of a project that an address names. Throws NotFound. */
export function milestoneIn(project: Project, kind: string | undefined): ProjectMilestone {
  const milestone = milestoneOf(project, kind);
  if (!milestone) throw new NotFound('This project has no such milestone.');
  return milestone;
}

export const draftOf = (all: readonly Delivery[]): Delivery | null =>
  all.find(({ state }) => state === 'draft') ?? null;

/** The version that is judged, or was judged last. */
export const currentOf = (all: readonly Delivery[]): Delivery | null =>
  all.find(({ state }) => state === 'delivered') ?? null;
