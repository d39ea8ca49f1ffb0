import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { invoiceTitle } from '../domain/payments/invoice.ts';
import { listInvoices } from '../domain/payments/queries.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { InvoiceList } from '../ui/invoices.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Invoices: ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, invoices } = await listInvoices(db, viewer, args.params['projectId']);
  const say = wordsFor(viewer);
  return {
    ...{ id: project.id, title: project.title, issues: project.side === 'designer' },
    rows: invoices.map((invoice) => ({
      href: `/projects/${project.id}/invoices/${invoice.number}`,
      title: invoiceTitle(invoice),
      note: invoice.correctedBy === null ? '' : `Taken back by correction ${invoice.correctedBy}`,
      issued: say.date(invoice.issuedOn),
      due: invoice.corrects === null ? say.date(invoice.dueOn) : '',
      total: say.sum(invoice.total, invoice.currency),
    })),
  };
});

export default function Invoices() {
  const { id, title, issues, rows } = useLoaderData<typeof loader>();
  const project = `/projects/${id}`;
  const path = projectPath(title, project, { label: 'Invoices' });
  const issue = issues && (
    <LinkButton href={`${project}/invoices/new`} kind="primary">
      New invoice
    </LinkButton>
  );
  return (
    <div className="stack">
      <PageHead above={<Breadcrumb items={path} />} title="Invoices" lede={`A cover for ${title}`}>
        <p>
          <a href={`${project}/payments`}>Payments</a>
        </p>
        {rows.length > 0 && issue && <p>{issue}</p>}
      </PageHead>
      {rows.length > 0 ? (
        <InvoiceList rows={rows} />
      ) : (
        <EmptyState
          title="No invoices yet"
          text={
            issues
              ? 'An invoice gets your next number, and the publisher is told of it. Once issued it is never changed, only taken back.'
              : 'The designer’s invoices stand here when there are any.'
          }
          actions={issue}
        />
      )}
    </div>
  );
}
