import type { LoaderFunctionArgs } from '@remix-run/node';
import { invoiceFile } from '../documents/invoice.server.ts';
import { invoiceSheet } from '../domain/payments/invoice.ts';
import { getInvoice } from '../domain/payments/queries.server.ts';
import { download, readOnly } from '../http/download.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';

/** An invoice on paper, in the words of whoever asks. */
export const loader = download(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, invoice } = await getInvoice(db, viewer, args.params['projectId'], args.params['number']);
  const sheet = invoiceSheet(invoice, project.title, wordsFor(viewer));
  const { number, issuedOn } = invoice;
  return { ...(await invoiceFile({ sheet, number, issuedOn })), isPrivate: true };
});

export const action = readOnly;
