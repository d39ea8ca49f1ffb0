import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { invoiceSheet } from '../domain/payments/invoice.ts';
import { getInvoice } from '../domain/payments/queries.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { Actions, LinkButton } from '../ui/buttons.tsx';
import { InvoicePaper } from '../ui/invoices.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.sheet.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, invoice } = await getInvoice(db, viewer, args.params['projectId'], args.params['number']);
  const { corrects, correctedBy, number } = invoice;
  return {
    ...{ id: project.id, book: project.title, number },
    sheet: invoiceSheet(invoice, project.title, wordsFor(viewer)),
    correctable: project.side === 'designer' && corrects === null && correctedBy === null,
    others: [corrects, correctedBy].flatMap((other) => other ?? []),
  };
});

export default function InvoicePage() {
  const { id, book, number, sheet, correctable, others } = useLoaderData<typeof loader>();
  const invoices = `/projects/${id}/invoices`;
  const here = `${invoices}/${number}`;
  const path = projectPath(
    book,
    `/projects/${id}`,
    { label: 'Invoices', href: invoices },
    { label: sheet.title },
  );
  return (
    <article className="narrow stack">
      <PageHead above={<Breadcrumb items={path} />} title={sheet.title} lede={sheet.about} />
      <InvoicePaper sheet={sheet} />
      <Actions>
        <LinkButton href={`${here}.pdf`}>Download as PDF</LinkButton>
        <LinkButton href={`/projects/${id}/payments`} kind="quiet">
          Payments
        </LinkButton>
        {others.map((other) => (
          <LinkButton key={other} href={`${invoices}/${other}`} kind="quiet">
            See number {other}
          </LinkButton>
        ))}
        {correctable && (
          <LinkButton href={`${here}/correct`} kind="quiet">
            Take it back
          </LinkButton>
        )}
      </Actions>
    </article>
  );
}
