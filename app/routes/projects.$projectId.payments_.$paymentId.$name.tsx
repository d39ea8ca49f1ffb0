import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { movePayment } from '../domain/payments/commands.server.ts';
import { PAYMENT } from '../domain/payments/rules.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** There is nothing to see here: the buttons are on the page of payments. */
export const loader = async ({ params }: LoaderFunctionArgs) =>
  seeOther(`/projects/${encodeURIComponent(params['projectId'] ?? '')}/payments`);

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await member(args);
  const { projectId, paymentId } = args.params;
  const name = oneOfParam(args.params['name'] ?? null, PAYMENT.moves);
  if (!name) throw new NotFound('There is no such thing to do with a payment.');
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await movePayment(tx, queue, viewer, { projectId, paymentId, name, now });
    return `/projects/${projectId}/payments`;
  });
  return seeOther(location, PAYMENT.moves[name].done);
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
