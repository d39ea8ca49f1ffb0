/**
 * Finds what somebody is needed for, in one query: a branch for each kind of need, each by an index and each with no more
 * rows than a home can show. Who may see a thing is in its branch.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { conversationReaders, conversations, messages, reports } from '#db/schema/conversations.server.ts';
import { questions } from '#db/schema/deliveries.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { invoices, payments } from '#db/schema/payments.server.ts';
import { mails } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import { amendments, disputes, milestones, projects } from '#db/schema/projects.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { reviews } from '#db/schema/reviews.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import type { Person } from '../people/rules.ts';
import type { ProjectSide } from '../projects/rules.ts';
import { endedBeforeReviews, REVIEW_DAYS } from '../reviews/rules.ts';
import { UNANSWERED_DAYS, type Need, type NeedKind } from './rules.ts';

/** Of one kind; whoever has more sees the rest when these are done. */
const MOST = 8;

type Columns = Partial<Record<'part' | 'who' | 'due' | 'day' | 'n' | 'amount' | 'currency' | 'pauses', SQL>>;

/** One branch of the query: what is missing is nothing of its type. */
const branch = (kind: NeedKind, id: SQL, title: SQL, columns: Columns, from: SQL): SQL => sql`(
  select ${kind}::text as kind, ${id} as id, ${columns.part ?? sql`null::text`} as part, ${title} as title,
    ${columns.who ?? sql`null::text`} as who, ${columns.due ?? sql`null::timestamptz`} as due,
    ${columns.day ?? sql`null::date`}::text as day, ${columns.n ?? sql`1`}::int as n,
    ${columns.amount ?? sql`null`}::int as amount, ${columns.currency ?? sql`null::text`} as currency,
    ${columns.pauses ?? sql`'[]'::json`} as pauses
  ${from} limit ${MOST})`;

const underWay = sql`pr.state in ('agreed', 'concepts', 'front', 'wrap', 'handover')`;
const currency = sql`pr.terms->>'currency'`;
const milliseconds = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::double precision`;

/** When the clock of a milestone stood still: questions and disputes. */
const pauses = sql`(select coalesce(json_agg(json_build_object('from', ${milliseconds(sql`p.began`)},
    'to', ${milliseconds(sql`p.ended`)})), '[]'::json)
  from (
    select q.created_at began, q.answered_at ended from ${questions} q where q.milestone_id = m.id
    union all select d.created_at, d.ended_at from ${disputes} d where d.project_id = m.project_id
  ) p)`;

/** The projects of one side, with who is on the other. */
function projectsOf(side: ProjectSide, { id }: Person) {
  const other =
    side === 'publisher'
      ? sql`join ${designers} o on o.person_id = pr.designer_id`
      : sql`join ${people} o on o.id = pr.publisher_id`;
  const own = side === 'publisher' ? sql`pr.publisher_id = ${id}` : sql`pr.designer_id = ${id}`;
  return { from: sql`from ${projects} pr ${other}`, own, who: sql`o.name` };
}

/** What either side of a project is needed for. */
function branchesOfBoth(side: ProjectSide, viewer: Person, now: Date): SQL[] {
  const { from, own, who } = projectsOf(side, viewer);
  const [id, title] = [sql`pr.id`, sql`pr.title`];
  const reviewUntil = sql`pr.ended_at + make_interval(days => ${REVIEW_DAYS})`;
  const mine = side === 'publisher' ? sql`c.publisher_id = ${viewer.id}` : sql`c.designer_id = ${viewer.id}`;
  const talkers =
    side === 'publisher'
      ? sql`join ${designers} o on o.person_id = c.designer_id`
      : sql`join ${people} o on o.id = c.publisher_id`;
  return [
    branch(
      'amendment',
      id,
      title,
      { who },
      sql`${from} join ${amendments} a on a.project_id = pr.id and a.state = 'proposed' and a.author <> ${side}
        where ${own} and ${underWay}`,
    ),
    branch(
      'dispute',
      id,
      title,
      { who },
      sql`${from} join ${disputes} d on d.project_id = pr.id and d.state = 'open' and d.opened_by <> ${side} and d.reply = ''
        where ${own} and pr.state = 'disputed'`,
    ),
    branch(
      'confirm',
      id,
      title,
      { who, amount: sql`abs(sum(y.amount))`, currency: sql`max(${currency})` },
      sql`${from} join ${payments} y on y.project_id = pr.id and y.recorded_by <> ${side}
          and y.confirmed_at is null and y.removed_at is null
        where ${own} group by pr.id, o.name`,
    ),
    branch(
      'review',
      id,
      title,
      { who, due: reviewUntil },
      sql`${from} where ${own} and pr.ended_at > ${endedBeforeReviews(now).toISOString()}
        and not exists (select 1 from ${reviews} r where r.project_id = pr.id and r.side = ${side})`,
    ),
    branch(
      'unread',
      sql`c.id`,
      sql`b.title`,
      { who: sql`max(o.name)`, n: sql`count(*)` },
      sql`from ${conversations} c join ${briefs} b on b.id = c.brief_id ${talkers}
        left join ${conversationReaders} cr on cr.conversation_id = c.id and cr.person_id = ${viewer.id}
        join ${messages} s on s.conversation_id = c.id and s.author_id <> ${viewer.id}
          and s.created_at > coalesce(cr.read_at, '-infinity')
        where ${mine} group by c.id, b.title`,
    ),
  ];
}

function branchesOfPublisher(viewer: Person, now: Date, today: string): SQL[] {
  const { from, own, who } = projectsOf('publisher', viewer);
  const [id, title] = [sql`pr.id`, sql`pr.title`];
  const owned = sql`b.owner_id = ${viewer.id}`;
  const paid = sql`coalesce((select sum(y.amount) from ${payments} y
    where y.project_id = pr.id and y.removed_at is null), 0)`;
  return [
    branch(
      'judge',
      id,
      title,
      { who, part: sql`m.kind`, due: sql`m.delivered_at`, pauses },
      sql`${from} join ${milestones} m on m.project_id = pr.id and m.state = 'delivered'
        where ${own} and ${underWay} order by m.delivered_at`,
    ),
    branch(
      'pay',
      id,
      title,
      {
        ...{ who, day: sql`min(i.due_on)`, currency: sql`max(i.currency)` },
        // Payments are written down before tax.
        amount: sql`sum(i.net) - ${paid}`,
      },
      sql`${from} join ${invoices} i on i.project_id = pr.id
        where ${own} group by pr.id, o.name having sum(i.net) > ${paid}`,
    ),
    branch(
      'proposals',
      sql`b.id`,
      sql`b.title`,
      { n: sql`count(*)`, day: sql`min(p.valid_until)` },
      sql`from ${briefs} b join ${proposals} p on p.brief_id = b.id and p.state in ('submitted', 'shortlisted')
          and p.author = 'designer'
        where ${owned} and b.state in ('open', 'paused') group by b.id`,
    ),
    branch(
      'overdue',
      sql`b.id`,
      sql`b.title`,
      { day: sql`b.final_on` },
      sql`from ${briefs} b where ${owned} and b.state = 'open' and b.final_on < ${today} order by b.final_on`,
    ),
    branch(
      'invite',
      sql`b.id`,
      sql`b.title`,
      {},
      sql`from ${briefs} b where ${owned} and b.state = 'open' and b.final_on >= ${today}
          and b.published_at < ${now.toISOString()}::timestamptz - make_interval(days => ${UNANSWERED_DAYS})
          and not exists (select 1 from ${proposals} p where p.brief_id = b.id and p.state <> 'draft')
          and not exists (select 1 from ${briefInvitations} v where v.brief_id = b.id and v.declined_at is null)
        order by b.published_at`,
    ),
    branch(
      'brief',
      sql`b.id`,
      sql`b.title`,
      {},
      sql`from ${briefs} b where ${owned} and b.state = 'draft' order by b.updated_at desc`,
    ),
  ];
}

/** Of a milestone: that every one before it is approved. */
const isCurrent = sql`not exists (select 1 from ${milestones} e
  where e.project_id = m.project_id and e.position < m.position and e.state <> 'approved')`;

function branchesOfDesigner(viewer: Person, today: string): SQL[] {
  const { from, own, who } = projectsOf('designer', viewer);
  const [id, title] = [sql`pr.id`, sql`pr.title`];
  const work = sql`${from} join ${milestones} m on m.project_id = pr.id`;
  const due = { who, part: sql`m.kind`, day: sql`m.due_on` };
  const going = sql`${own} and ${underWay}`;
  const offer = sql`from ${proposals} p join ${briefs} b on b.id = p.brief_id join ${people} o on o.id = b.owner_id`;
  return [
    branch('changes', id, title, due, sql`${work} where ${going} and m.state = 'changes_requested'`),
    branch(
      'deliver',
      id,
      title,
      due,
      sql`${work} where ${going} and pr.state <> 'agreed' and m.state in ('due', 'stale') and ${isCurrent}
        order by m.due_on`,
    ),
    branch(
      'start',
      id,
      title,
      { who, day: sql`m.due_on` },
      sql`${work} where ${own} and pr.state = 'agreed' and m.state = 'due' and ${isCurrent} order by m.due_on`,
    ),
    branch(
      'answer',
      id,
      title,
      { who, part: sql`m.kind` },
      sql`${work} where ${going} and m.state = 'delivered' and exists (
        select 1 from ${questions} q where q.milestone_id = m.id and q.answered_at is null)`,
    ),
    branch(
      'counter',
      sql`p.id`,
      sql`b.title`,
      { who, day: sql`p.valid_until` },
      sql`${offer} where p.designer_id = ${viewer.id} and p.state in ('submitted', 'shortlisted')
        and p.author = 'publisher' order by p.valid_until`,
    ),
    branch(
      'invitation',
      sql`b.id`,
      sql`b.title`,
      { who, day: sql`b.final_on` },
      sql`from ${briefInvitations} v join ${briefs} b on b.id = v.brief_id and b.state = 'open'
          and (b.final_on is null or b.final_on >= ${today}) join ${people} o on o.id = b.owner_id
        where v.designer_id = ${viewer.id} and v.declined_at is null and not exists (
          select 1 from ${proposals} p where p.brief_id = b.id and p.designer_id = ${viewer.id})
        order by v.created_at desc`,
    ),
    branch(
      'proposal',
      sql`p.id`,
      sql`b.title`,
      { who },
      sql`${offer} where p.designer_id = ${viewer.id} and p.state = 'draft' and b.state = 'open'
        order by p.updated_at desc`,
    ),
  ];
}

/** Where several stand in one line, it is no thing's in particular. */
const NOBODY = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

const branchesOfStaff = (): SQL[] => [
  branch(
    'disputes',
    NOBODY,
    sql`''`,
    { n: sql`count(*)`, due: sql`min(d.created_at)` },
    sql`from ${disputes} d where d.state = 'open' having count(*) > 0`,
  ),
  branch(
    'reports',
    NOBODY,
    sql`''`,
    { n: sql`count(*)`, due: sql`min(t.created_at)` },
    sql`from ${reports} t where t.state = 'open' having count(*) > 0`,
  ),
  branch(
    'mail',
    NOBODY,
    sql`''`,
    { n: sql`count(*)` },
    sql`from ${mails} l where l.state = 'failed' and l.state <> 'sent' having count(*) > 0`,
  ),
];

function branchesFor(viewer: Person, now: Date, today: string): SQL[] {
  if (viewer.role === 'hiring_user')
    return [...branchesOfPublisher(viewer, now, today), ...branchesOfBoth('publisher', viewer, now)];
  if (viewer.role === 'designer')
    return [...branchesOfDesigner(viewer, today), ...branchesOfBoth('designer', viewer, now)];
  return viewer.role === 'admin' ? [...branchesOfStaff(), ...branchesOfPublisher(viewer, now, today)] : [];
}

type Row = Omit<Need, 'due'> & { due: string | Date | null };

/** Everything this person is needed for, in no order. `today` is theirs. */
export async function findNeeds(db: Db, viewer: Person, now: Date, today: string): Promise<Need[]> {
  const branches = branchesFor(viewer, now, today);
  if (branches.length === 0) return [];
  const rows = await db.execute<Row>(sql.join(branches, sql` union all `));
  return [...rows].map((row) => ({ ...row, due: row.due === null ? null : new Date(row.due) }));
}
