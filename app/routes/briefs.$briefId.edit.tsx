import { useForm } from '@conform-to/react';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StaleBrief } from '../domain/briefs/errors.ts';
import { BriefForm as Schema } from '../domain/briefs/form.ts';
import { getEditableBrief, getOwnBrief } from '../domain/briefs/queries.server.ts';
import { isRush, missingInValues, refusedToo, sectionStates } from '../domain/briefs/rules.ts';
import { specRows } from '../domain/briefs/spec-form.ts';
import { refusalOf, submitBrief } from '../domain/briefs/submit.server.ts';
import { ownFields, valuesOf, type BriefValues } from '../domain/briefs/values.ts';
import { Conflict } from '../domain/errors.ts';
import { formToken, mintFormToken, parse, readForm, versionOf } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { respond, seeOther, type Refusal } from '../http/respond.server.ts';
import { BRIEF_FORM, BriefConflict, BriefErrors, BriefForm } from '../ui/brief-form.tsx';
import follow from '../ui/enhance/follow.js?url';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const handle = { script: follow };

export const meta: MetaFunction<typeof loader> = ({ data: brief }) =>
  brief ? [{ title: `Edit ${brief.name} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await hiring(args);
  const { id, state, version, details } = await getEditableBrief(db, viewer, args.params.briefId);
  const today = todayFor(viewer, now);
  return {
    ...{ id, version, today, draft: state === 'draft', formToken: mintFormToken(viewer) },
    name: details.title || 'untitled brief',
    values: valuesOf(details),
    rush: isRush(details.roundOneOn, today),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await hiring(args);
  const { id } = await getOwnBrief(db, viewer, args.params.briefId);
  const fields = await readForm(args);
  // The version the form was filled in from, not the newest: a row added meanwhile must not hide a conflict.
  const version = versionOf(fields);
  const submission = parse(ownFields(fields), Schema);
  const then = fields.get('then') ?? 'save';
  const today = todayFor(viewer, now);
  if (submission.status !== 'success') {
    const too = then === 'publish' ? refusedToo(submission.payload, submission.error, today) : {};
    const status = submission.status === 'error' ? 400 : 200;
    return data({ result: submission.reply({ fieldErrors: too }), version, conflict: null }, { status });
  }
  const { value: details } = submission;
  try {
    const sent = { id, version, token: formToken(fields, viewer), details, then, today };
    const { location, message } = await submitBrief(db, queue, viewer, sent);
    return await seeOther(location, message);
  } catch (fault) {
    // Closed by somebody else while this was typed: it can be reopened, and then sent again.
    if (fault instanceof Conflict && !(fault instanceof StaleBrief)) throw sendAgain(fault, args);
    const { status, problems, conflict } = refusalOf(fault, submission, wordsFor(viewer));
    const result = submission.reply({ fieldErrors: problems });
    return data({ result, version: conflict?.version ?? version, conflict }, { status });
  }
});

function sendAgain({ message, status }: Conflict, { request, context }: ActionFunctionArgs) {
  const again = { action: new URL(request.url).pathname, fields: [...(context.form ?? [])] };
  return data<Refusal>({ message, again }, { status });
}

const RUSH = 'That is a rush: less than two weeks from now. Designers may say no, or ask for more.';

export default function EditBrief() {
  const brief = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [form, fields] = useForm<BriefValues>({
    id: BRIEF_FORM,
    lastResult: sent?.result,
    defaultValue: brief.values,
  });
  const values = sent?.result.initialValue ?? brief.values;
  const page = `/briefs/${brief.id}`;
  const path = [
    { label: 'My briefs', href: '/briefs/mine' },
    { label: brief.name, href: page },
    { label: 'Edit' },
  ];
  return (
    <>
      <PageHead above={<Breadcrumb items={path} />} title={`Edit ${brief.name}`}>
        <p>
          <a href={`${page}/references`}>Reference images</a>
        </p>
      </PageHead>
      {sent?.result.status === 'error' && <BriefErrors errors={sent.result.error} />}
      {sent?.conflict && <BriefConflict rows={sent.conflict.rows} discard={`${page}/edit`} />}
      <BriefForm
        fields={fields}
        rows={{
          add: (name) => form.insert.getButtonProps({ name }),
          remove: (name, index) => form.remove.getButtonProps({ name, index }),
          look: () => form.validate.getButtonProps(),
        }}
        action={`${page}/edit`}
        formToken={brief.formToken}
        version={sent?.version ?? brief.version}
        draft={brief.draft}
        specs={specRows(values)}
        contents={sectionStates(values, missingInValues(values, brief.today))}
        rush={brief.rush ? RUSH : null}
        leave={page}
      />
    </>
  );
}
