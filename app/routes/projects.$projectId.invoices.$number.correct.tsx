import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { CorrectionForm } from '../domain/payments/form.ts';
import { checkCorrectable, correctInvoice } from '../domain/payments/invoices.server.ts';
import { getInvoice } from '../domain/payments/queries.server.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor } from '../http/format.ts';
import { designer, type Args } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ConfirmBox } from '../ui/buttons.tsx';
import { TextArea } from '../ui/fields.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { fieldOf, problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Take an invoice back · Dustjacket' }];

/** The invoice, for whoever issued it. */
async function own(args: Args & { params: LoaderFunctionArgs['params'] }) {
  const visit = await designer(args);
  const { projectId, number } = args.params;
  const { project, invoice } = await getInvoice(visit.db, visit.viewer, projectId, number);
  if (project.side !== 'designer') throw new Forbidden('Only the designer of a project takes invoices back.');
  return { ...visit, project, invoice };
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { viewer, project, invoice } = await own(args);
  checkCorrectable(invoice);
  const { id, title } = project;
  return { id, title, number: invoice.number, formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now, project } = await own(args);
  const fields = await readForm(args);
  const form = parse(fields, CorrectionForm);
  if (form.status !== 'success') return invalid(form);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    const number = await correctInvoice(tx, queue, viewer, {
      ...{ projectId: project.id, number: args.params['number'], today: todayFor(viewer, now) },
      reason: form.value.reason,
    });
    return `/projects/${project.id}/invoices/${number}`;
  });
  return seeOther(location, 'The invoice is taken back by this one, and the publisher has been told.');
});

export default function TakeBack() {
  const { id, title, number, formToken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const invoices = `/projects/${id}/invoices`;
  const path = projectPath(
    title,
    `/projects/${id}`,
    { label: 'Invoices', href: invoices },
    { label: `Invoice ${number}`, href: `${invoices}/${number}` },
    { label: 'Take back' },
  );
  return (
    <div className="narrow stack">
      <PageHead above={<Breadcrumb items={path} />} title={`Take back invoice ${number}`} />
      <ErrorSummary errors={problemsOf(answers)} />
      <ConfirmBox
        title="Issue a correction?"
        text="It gets your next number and turns round every amount of this invoice. Both stay, and the publisher is told."
        action={`${invoices}/${number}/correct`}
        confirm="Issue the correction"
        cancel={`${invoices}/${number}`}
        hidden={{ formToken }}
      >
        <TextArea
          field={fieldOf(answers, 'reason')}
          label="Why"
          hint="It stands on the correction."
          rows={3}
          max={500}
        />
      </ConfirmBox>
    </div>
  );
}
