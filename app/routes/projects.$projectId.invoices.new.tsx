import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { daysAfter } from '../domain/briefs/rules.ts';
import { Forbidden } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { invoiceForm, LINES } from '../domain/payments/form.ts';
import { issueInvoice } from '../domain/payments/invoices.server.ts';
import { getInvoiceDefaults } from '../domain/payments/queries.server.ts';
import { firstInvoice } from '../domain/payments/words.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor } from '../http/format.ts';
import { designer, type Args } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { InvoiceForm } from '../ui/invoices.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'New invoice · Dustjacket' }];

const DAYS_TO_PAY = 30;

/** The project, for its designer alone. */
async function own(args: Args & { params: LoaderFunctionArgs['params'] }) {
  const visit = await designer(args);
  const project = await getProject(visit.db, visit.viewer, args.params['projectId']);
  if (project.side !== 'designer') throw new Forbidden('Only the designer of a project issues its invoices.');
  return { ...visit, project };
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now, project } = await own(args);
  const defaults = await getInvoiceDefaults(db, viewer.id, project.id);
  const { id, title, terms } = project;
  return {
    ...{ id, title, currency: terms.currency, formToken: mintFormToken(viewer) },
    values: { ...firstInvoice(project, defaults), dueOn: daysAfter(todayFor(viewer, now), DAYS_TO_PAY) },
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now, project } = await own(args);
  const fields = await readForm(args);
  const today = todayFor(viewer, now);
  const form = parse(fields, invoiceForm(today));
  if (form.status !== 'success') return invalid(form);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    const issuing = { projectId: project.id, values: form.value, today };
    return `/projects/${project.id}/invoices/${await issueInvoice(tx, queue, viewer, issuing)}`;
  });
  return seeOther(location, 'The invoice is issued, and the publisher has been told.');
});

export default function NewInvoice() {
  const { id, title, currency, formToken, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values };
  const invoices = `/projects/${id}/invoices`;
  const path = projectPath(title, `/projects/${id}`, { label: 'Invoices', href: invoices }, { label: 'New' });
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={path} />}
        title="New invoice"
        lede="It gets your next number when you issue it. After that it is never changed, only taken back by a correction."
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <InvoiceForm {...{ answers, formToken, currency }} lines={LINES} cancel={invoices} />
    </div>
  );
}
