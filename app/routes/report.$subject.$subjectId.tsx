import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { report } from '../domain/reports/commands.server.ts';
import { lastReport } from '../domain/reports/queries.server.ts';
import {
  REPORT_GROUNDS,
  REPORT_STATE_WORDS,
  REPORT_SUBJECT_WORDS,
  ReportForm,
} from '../domain/reports/rules.ts';
import { getReportable } from '../domain/reports/subjects.server.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { optionsOf } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { Actions, Button, LinkButton } from '../ui/buttons.tsx';
import { RadioField } from '../ui/choices.tsx';
import { TextArea } from '../ui/fields.tsx';
import { ErrorSummary, Form, HiddenFields } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { fieldOf, problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { Notice } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Report ${page.what} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { subject, subjectId } = args.params;
  const reportable = await getReportable(db, viewer, subject, subjectId);
  const last = await lastReport(db, viewer, reportable);
  const { personName, title, back } = reportable;
  return {
    ...{ what: REPORT_SUBJECT_WORDS[reportable.subject], title: title || 'Untitled', personName, back },
    last: last && {
      ...{ open: last.state === 'open', state: REPORT_STATE_WORDS[last.state].toLowerCase() },
      ...{ decision: last.decision, when: wordsFor(viewer).date(last.createdAt) },
    },
    formToken: mintFormToken(viewer),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { subject, subjectId } = args.params;
  const reportable = await getReportable(db, viewer, subject, subjectId);
  const fields = await readForm(args);
  const form = parse(fields, ReportForm);
  if (form.status !== 'success') return invalid(form);
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await report(tx, queue, viewer, reportable, { ...form.value, now });
      return reportable.back;
    });
    return await seeOther(
      location,
      'Thank you. Staff will look at it, and you will be told what they decide.',
    );
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply({ fieldErrors: { body: [fault.message] } }) }, { status: 409 });
  }
});

export default function Report() {
  const { what, title, personName, back, last, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  return (
    <div className="narrow stack">
      <PageHead
        title={`Report ${what}`}
        lede={what === 'a person' || what === 'a message' ? personName : `${title}, by ${personName}`}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      {last && (
        <Notice title={`You reported this on ${last.when}`}>
          {last.open ? (
            <p>Staff have not decided yet. You will be told when they have.</p>
          ) : (
            <p>
              Your report was {last.state}: “{last.decision}”
            </p>
          )}
        </Notice>
      )}
      {(!last?.open || refused) && (
        <>
          <p>Only staff read this. They see what you report, and a little of what stands around it.</p>
          <Form>
            <HiddenFields values={{ formToken: token }} />
            <RadioField
              field={fieldOf(answers, 'ground')}
              label="What is wrong?"
              options={optionsOf(REPORT_GROUNDS)}
            />
            <TextArea field={fieldOf(answers, 'body')} label="In your words" max={2000} />
            <Actions>
              <Button>Report to staff</Button>
              <LinkButton href={back} kind="quiet">
                Go back
              </LinkButton>
            </Actions>
          </Form>
        </>
      )}
      {last?.open && !refused && (
        <p>
          <a href={back}>Go back</a>
        </p>
      )}
    </div>
  );
}
