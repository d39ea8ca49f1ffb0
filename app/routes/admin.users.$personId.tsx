import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { listEvents } from '../domain/events/queries.server.ts';
import { logLine, personHref } from '../domain/events/words.ts';
import { once } from '../domain/once.server.ts';
import { ROLES } from '../domain/people/rules.ts';
import { getPerson, type PersonFacts as Known } from '../domain/people/staff-queries.server.ts';
import { actOn } from '../domain/people/staff.server.ts';
import { actsFor, ASSIGNABLE_ROLES, standingWord, StaffForm } from '../domain/people/staff.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { admin } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, Pager } from '../ui/navigation.tsx';
import { fieldOf, problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { LogTable } from '../ui/records.tsx';
import { staffFieldId, StaffForms } from '../ui/staff-forms.tsx';
import { Outrun, PersonFacts, Suspension } from '../ui/staff-person.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.name} · People · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await admin(args);
  const person = await getPerson(db, args.params['personId'], now);
  const { searchParams } = new URL(args.request.url);
  const { rows, newer, older } = await listEvents(db, { personId: person.id }, seekFrom(searchParams));
  const say = wordsFor(viewer);
  const acts = actsFor({ ...viewer, suspended: false }, person);
  return {
    ...{ id: person.id, name: person.name, self: person.id === viewer.id, was: standingWord(person) },
    ...{ newer, older, lines: rows.map((entry) => logLine(entry, say)), sheet: sheetOf(person, say) },
    acts: acts.map((act) => ({ act, formToken: mintFormToken(viewer) })),
    roles: ASSIGNABLE_ROLES.filter((role) => role !== person.role).map((value) => ({
      ...{ value, label: ROLES[value] },
    })),
  };
});

function sheetOf(person: Known, say: ReturnType<typeof wordsFor>) {
  const { email, organisation, sessions, briefs, profile, suspendedAt } = person;
  return {
    ...{ email, organisation, sessions, briefs, profile, groups: person.providerGroups },
    ...{ role: ROLES[person.role], joined: say.date(person.createdAt) },
    seen: person.seenAt && say.moment(person.seenAt),
    suspension: suspendedAt && { since: say.moment(suspendedAt), reason: person.suspendedReason ?? '' },
  };
}

const DONE = { change_role: 'has another role now', suspend: 'is suspended', reinstate: 'is reinstated' };

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await admin(args);
  const { id, name } = await getPerson(db, args.params['personId'], now);
  const fields = await readForm(args);
  const form = parse(fields, StaffForm);
  if (form.status !== 'success') return invalid(form);
  try {
    const { location, repeated } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await actOn(tx, queue, viewer, id, form.value, { now, today: todayFor(viewer, now) });
      return personHref(id);
    });
    const done = `${name} ${DONE[form.value.act]}.`;
    return await seeOther(location, repeated ? 'That form was sent before. This is how things stand.' : done);
  } catch (fault) {
    if (fault instanceof Invalid && fault.field) return invalid(form, { [fault.field]: [fault.message] });
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply(), stale: fault.message }, { status: 409 });
  }
});

export default function PersonPage() {
  const { id, name, self, was, sheet, acts, roles, lines, newer, older } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const stale = refused && 'stale' in refused ? String(refused.stale) : null;
  const reason = fieldOf(answers, 'reason').value ?? '';
  const problems = problemsOf(answers).map(({ id: field, message }) => ({
    ...{ id: staffFieldId(answers.values['act'], field), message },
  }));
  const page = (place: Record<string, string>) => hrefWith(personHref(id), place);
  return (
    <div className="stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'People', href: '/admin/users' }, { label: name }]} />}
        title={name}
      />
      <ErrorSummary errors={problems} />
      {stale && <Outrun message={stale} reason={reason} />}
      <Suspension suspension={sheet.suspension} />
      <div className="with-aside before">
        <aside aria-label={`Facts about ${name}`}>
          <PersonFacts sheet={sheet} />
        </aside>
        <div className="stack">
          <h2>What you can do</h2>
          {self ? (
            <p>This is you. Another member of staff can change your role or suspend you.</p>
          ) : (
            <StaffForms {...{ acts, was, roles, answers }} />
          )}
          <h2>What happened</h2>
          {lines.length > 0 ? (
            <LogTable caption={`What ${name} did, and what was done to them`} lines={lines} />
          ) : (
            <p>Nothing is written down.</p>
          )}
          <Pager newer={newer && page({ before: newer })} older={older && page({ after: older })} />
        </div>
      </div>
    </div>
  );
}
