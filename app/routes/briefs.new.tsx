import { useForm } from '@conform-to/react';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BriefForm as Schema } from '../domain/briefs/form.ts';
import { missingInValues, refusedToo, sectionStates } from '../domain/briefs/rules.ts';
import { specRows } from '../domain/briefs/spec-form.ts';
import { refusalOf, submitBrief } from '../domain/briefs/submit.server.ts';
import { NEW_BRIEF_VALUES, ownFields, type BriefValues } from '../domain/briefs/values.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { BRIEF_FORM, BriefConflict, BriefErrors, BriefForm } from '../ui/brief-form.tsx';
import follow from '../ui/enhance/follow.js?url';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const handle = { script: follow };

export const meta: MetaFunction = ({ error }) => (error ? [] : [{ title: 'New brief · Dustjacket' }]);

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { viewer, now } = await hiring(args);
  return { formToken: mintFormToken(viewer), today: todayFor(viewer, now), imprint: viewer.organisation };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await hiring(args);
  const fields = await readForm(args);
  const submission = parse(ownFields(fields), Schema);
  const then = fields.get('then') ?? 'save';
  const today = todayFor(viewer, now);
  // A row added or removed is no refusal: the page comes back as it was, with one more or one less.
  if (submission.status !== 'success') {
    const too = then === 'publish' ? refusedToo(submission.payload, submission.error, today) : {};
    const status = submission.status === 'error' ? 400 : 200;
    return data({ result: submission.reply({ fieldErrors: too }), conflict: null }, { status });
  }
  const { value: details } = submission;
  try {
    const sent = { id: null, version: 0, token: formToken(fields, viewer), details, then, today };
    const { location, message } = await submitBrief(db, queue, viewer, sent);
    return await seeOther(location, message);
  } catch (fault) {
    const { status, problems, conflict } = refusalOf(fault, submission, wordsFor(viewer));
    return data({ result: submission.reply({ fieldErrors: problems }), conflict }, { status });
  }
});

export default function NewBrief() {
  const { formToken: token, today, imprint } = useLoaderData<typeof loader>();
  const empty = { ...NEW_BRIEF_VALUES, imprint };
  const sent = useActionData<typeof action>();
  const [form, fields] = useForm<BriefValues>({
    id: BRIEF_FORM,
    lastResult: sent?.result,
    defaultValue: empty,
  });
  const values = sent?.result.initialValue ?? empty;
  const existing = sent?.conflict && `/briefs/${sent.conflict.id}/edit`;
  return (
    <>
      <PageHead
        above={<Breadcrumb items={[{ label: 'My briefs', href: '/briefs/mine' }, { label: 'New brief' }]} />}
        title="New brief"
        lede="Fill in what you know and save it at any point. Designers see it when you publish."
      />
      {sent?.result.status === 'error' && <BriefErrors errors={sent.result.error} />}
      {sent?.conflict && <BriefConflict rows={sent.conflict.rows} discard={existing ?? '/briefs/mine'} />}
      <BriefForm
        fields={fields}
        rows={{
          add: (name) => form.insert.getButtonProps({ name }),
          remove: (name, index) => form.remove.getButtonProps({ name, index }),
          look: () => form.validate.getButtonProps(),
        }}
        action={existing ?? '/briefs/new'}
        formToken={token}
        version={sent?.conflict?.version ?? null}
        draft
        specs={specRows(values)}
        contents={sectionStates(values, missingInValues(values, today))}
        rush={null}
        leave="/briefs/mine"
      />
    </>
  );
}
