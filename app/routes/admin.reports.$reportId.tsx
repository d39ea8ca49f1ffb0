import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { threadLines } from '../domain/conversations/words.ts';
import { Conflict } from '../domain/errors.ts';
import { personHref } from '../domain/events/words.ts';
import { once } from '../domain/once.server.ts';
import type { Person } from '../domain/people/rules.ts';
import { decide } from '../domain/reports/commands.server.ts';
import {
  getReport,
  getReported,
  messagesAround,
  speakersOf,
  type Report,
} from '../domain/reports/queries.server.ts';
import {
  DecisionForm,
  partialityOf,
  REPORT,
  REPORT_GROUNDS,
  REPORT_STATE_WORDS,
  REPORT_SUBJECT_WORDS,
} from '../domain/reports/rules.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { admin, type SignedInVisit } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { Decision, ReportFacts, ReportedThing } from '../ui/reports.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.title} · Reports · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await admin(args);
  const report = await getReport(db, args.params['reportId']);
  const { person, reporter, state, subject } = report;
  const say = wordsFor(viewer);
  return {
    title: `${REPORT_GROUNDS[report.ground]}: ${REPORT_SUBJECT_WORDS[subject]}`,
    facts: {
      ...{ about: person.name, aboutHref: personHref(person.id) },
      ...{ by: reporter.name, byHref: personHref(reporter.id), when: say.moment(report.createdAt) },
      ...{ state: REPORT_STATE_WORDS[state], body: report.body },
    },
    decided: report.decidedAt && {
      ...{ by: report.decider ?? 'Dustjacket', when: say.moment(report.decidedAt), words: report.decision },
    },
    thing: await getReported(db, report),
    ...(await threadOf(db, viewer, report)),
    partiality: partialityOf(viewer, { personId: person.id, reporterId: reporter.id }),
    formToken: mintFormToken(viewer),
  };
});

/** Of a message that was reported, with what stands around it. */
async function threadOf(db: SignedInVisit['db'], viewer: Person, { subject, subjectId }: Report) {
  if (subject !== 'message') return { lines: [], newest: null };
  const speakers = await speakersOf(db, subjectId);
  const rows = await messagesAround(db, subjectId);
  return { lines: threadLines(rows, speakers, viewer, wordsFor(viewer)), newest: subjectId };
}

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await admin(args);
  const { id } = await getReport(db, args.params['reportId']);
  const fields = await readForm(args);
  const form = parse(fields, DecisionForm);
  if (form.status !== 'success') return invalid(form);
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await decide(tx, queue, viewer, id, { ...form.value, now });
      return `/admin/reports/${id}`;
    });
    return await seeOther(location, REPORT.moves.decide.done);
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply({ fieldErrors: { decision: [fault.message] } }) }, { status: 409 });
  }
});

export default function ReportPage() {
  const {
    title,
    facts,
    decided,
    thing,
    lines,
    newest,
    partiality,
    formToken: token,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  return (
    <div className="stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Reports', href: '/admin/reports' }, { label: title }]} />}
        title={title}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <div className="with-aside before">
        <aside aria-label="About this report">
          <ReportFacts {...facts} />
        </aside>
        <div className="stack">
          <ReportedThing thing={thing} lines={lines} newest={newest} />
          <Decision {...{ decided, partiality, answers }} formToken={token} aboutHref={facts.aboutHref} />
        </div>
      </div>
    </div>
  );
}
