import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { typedMoney } from '../domain/briefs/rules.ts';
import { once } from '../domain/once.server.ts';
import { accountOf } from '../domain/payments/account.ts';
import { recordPayment } from '../domain/payments/commands.server.ts';
import { DIRECTIONS, paymentForm } from '../domain/payments/form.ts';
import { getPayments } from '../domain/payments/queries.server.ts';
import { accountSheet, paymentLine } from '../domain/payments/words.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { optionsOf } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { AccountSheet, PaymentForm, PaymentList } from '../ui/payments.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Payments: ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const { project, payments } = await getPayments(db, viewer, args.params['projectId']);
  const { id, title, side, terms } = project;
  const account = accountOf(project, payments);
  const say = wordsFor(viewer);
  const toReturn = account.toReturn > 0;
  return {
    ...{ id, title, currency: terms.currency, ...accountSheet(project, account, say) },
    payments: payments.map((payment) => {
      const { moves, ...line } = paymentLine(payment, project, say);
      const action = (name: string) => `/projects/${id}/payments/${payment.id}/${name}`;
      return {
        ...line,
        moves: moves.map(({ name, label }) => ({
          ...{ label, action: action(name), formToken: mintFormToken(viewer) },
        })),
      };
    }),
    form: side !== 'staff' && {
      formToken: mintFormToken(viewer),
      directions: account.paid > 0 || project.settlement ? optionsOf(DIRECTIONS) : null,
      values: {
        direction: toReturn ? 'returned' : 'paid',
        amount: typed(toReturn ? account.toReturn : account.toPay),
        paidOn: todayFor(viewer, now),
      },
    },
  };
});

const typed = (minor: number) => (minor > 0 ? typedMoney(minor) : '');

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await member(args);
  const { projectId } = args.params;
  const fields = await readForm(args);
  const form = parse(fields, paymentForm(todayFor(viewer, now)));
  if (form.status !== 'success') {
    // Nobody is told what is wrong with a form that is not theirs to send.
    await getPayments(db, viewer, projectId);
    return invalid(form);
  }
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await recordPayment(tx, queue, viewer, { projectId, payment: form.value });
    return `/projects/${projectId}/payments`;
  });
  return seeOther(location, 'The payment is written down, and the other side is asked to confirm it.');
});

export default function Payments() {
  const { id, title, currency, rows, sums, payments, form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: form ? form.values : {} };
  const project = `/projects/${id}`;
  const path = projectPath(title, project, { label: 'Payments' });
  return (
    <div className="stack">
      <PageHead above={<Breadcrumb items={path} />} title="Payments" lede={`A cover for ${title}`}>
        <p>
          <a href={`${project}/invoices`}>Invoices</a>
        </p>
      </PageHead>
      <ErrorSummary errors={problemsOf(answers)} />
      <AccountSheet rows={rows} sums={sums} />
      <PaymentList rows={payments} />
      {form && (
        <PaymentForm
          answers={answers}
          formToken={form.formToken}
          currency={currency}
          directions={form.directions}
        />
      )}
    </div>
  );
}
