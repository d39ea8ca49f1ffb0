import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { chooseRole } from '../domain/people/welcome.server.ts';
import { chosenAlready, RoleChoice } from '../domain/people/welcome.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { signedIn } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { invalid, respond } from '../http/respond.server.ts';
import { cameFor, goOn, onward } from '../http/welcome.server.ts';
import { refusedAnswers } from '../ui/piece-fields.tsx';
import { RoleChosen, RoleStep } from '../ui/welcome.tsx';

export const meta: MetaFunction = ({ error }) => (error ? [] : [{ title: 'Welcome · Dustjacket' }]);

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { viewer } = await signedIn(args);
  return {
    chosen: viewer.role === 'newcomer' ? null : chosenAlready(viewer.role),
    name: viewer.name,
    next: hrefWith('/welcome', { to: cameFor(args.request) }),
    formToken: mintFormToken(viewer),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer } = await signedIn(args);
  const to = cameFor(args.request);
  const fields = await readForm(args);
  const form = parse(fields, RoleChoice);
  if (form.status !== 'success') return invalid(form);
  const { role } = form.value;
  try {
    const choose = async (tx: Parameters<typeof chooseRole>[0]) =>
      onward(await chooseRole(tx, viewer, form.value), to);
    const { location } = await once(db, viewer, formToken(fields, viewer), choose);
    return await goOn(location, role, to, chosenAlready(role));
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply(), chosen: fault.message }, { status: 409 });
  }
});

export default function Role() {
  const { chosen, name, next, formToken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  // Of two choices at once the slower one was still a newcomer's when it came in.
  const told = refused && 'chosen' in refused ? String(refused.chosen) : chosen;
  const answers = refused ? refusedAnswers(refused.result) : { values: { name } };
  return (
    <div className="narrow stack">
      {told ? <RoleChosen message={told} next={next} /> : <RoleStep {...{ answers, formToken }} />}
    </div>
  );
}
