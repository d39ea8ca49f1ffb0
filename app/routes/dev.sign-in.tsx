import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { data } from '@remix-run/node';
import { DEVELOPMENT_PEOPLE, introductionOf, signedOutCookie } from '../auth/local.server.ts';
import { safeReturnTo } from '../auth/return-to.ts';
import { endSession, openSession } from '../auth/session.server.ts';
import { Forbidden, Invalid, NotFound } from '../domain/errors.ts';
import { meetPerson } from '../domain/people/commands.server.ts';
import { isRole, ROLES } from '../domain/people/rules.ts';
import { readForm } from '../http/form.server.ts';
import { anyone } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond, seeOther, type Refusal } from '../http/respond.server.ts';
import { Actions, Button } from '../ui/buttons.tsx';
import { RadioField } from '../ui/choices.tsx';
import { TextField } from '../ui/fields.tsx';
import { ErrorSummary, Form, Hidden } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';

export const meta: MetaFunction = () => [{ title: 'Sign in for development · Dustjacket' }];

const optionOf = (role: keyof typeof ROLES) => ({
  value: DEVELOPMENT_PEOPLE[role].subject,
  label: `${DEVELOPMENT_PEOPLE[role].name}, ${ROLES[role].toLowerCase()}`,
  hint: DEVELOPMENT_PEOPLE[role].subject,
});

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { config } = await anyone(args);
  if (config.auth.mode !== 'dev') throw new NotFound('There is no development sign-in here.');
  return {
    to: safeReturnTo(new URL(args.request.url).searchParams.get('to')),
    people: [
      ...(['hiring_user', 'designer', 'admin', 'newcomer'] as const).map(optionOf),
      { value: 'other', label: 'Somebody else, named below' },
      { value: 'nobody', label: 'Nobody: browse signed out' },
    ],
    roles: Object.entries(ROLES).map(([value, label]) => ({ value, label })),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, config, now, log } = await anyone(args);
  if (config.auth.mode !== 'dev') throw new NotFound('There is no development sign-in here.');
  const fields = await readForm(args);
  const to = safeReturnTo(fields.get('to'));
  if (fields.get('person') === 'nobody') {
    const cookies = [await endSession(db, config, args.request), await signedOutCookie.serialize('1')];
    return seeOther(
      to,
      'You are browsing signed out.',
      cookies.map((cookie) => ['Set-Cookie', cookie]),
    );
  }
  try {
    const person = await meetPerson(db, chosen(fields));
    const cookies = [
      await openSession(db, config, args.request, person, now),
      await signedOutCookie.serialize('', { maxAge: 0 }),
    ];
    log.info({ personId: person.id, address: args.context.address }, 'signed in');
    return seeOther(
      person.role === 'newcomer' ? hrefWith('/welcome', { to }) : to,
      `You are signed in as ${person.name}.`,
      cookies.map((cookie) => ['Set-Cookie', cookie]),
    );
  } catch (fault) {
    if (fault instanceof Forbidden)
      throw data<Refusal>(
        { title: 'You are not signed in', message: fault.message },
        { status: fault.status },
      );
    if (!(fault instanceof Invalid)) throw fault;
    const values = Object.fromEntries(fields);
    return data({ values, error: { id: fault.field ?? 'person', message: fault.message } }, { status: 400 });
  }
});

/** Who the form asks for. Throws Invalid for a role or an id that cannot be. */
function chosen(fields: URLSearchParams) {
  const person = fields.get('person') ?? '';
  const known = Object.values(DEVELOPMENT_PEOPLE).find(({ subject }) => subject === person);
  if (known) return known;
  if (person !== 'other') throw new Invalid('Choose who to be', 'person');
  const role = fields.get('role');
  if (!isRole(role)) throw new Invalid('Choose a role', 'role');
  return introductionOf(fields.get('subject') ?? '', role);
}

export default function DevelopmentSignIn() {
  const { to, people, roles } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const field = (name: string) => ({
    id: name,
    name,
    value: refused?.values[name],
    errors: refused?.error.id === name ? [refused.error.message] : undefined,
  });
  return (
    <div className="narrow stack">
      <PageHead title="Sign in for development" lede="Be anyone. This page does not exist in production." />
      <ErrorSummary errors={refused ? [refused.error] : []} />
      <Form>
        <Hidden name="to" value={to} />
        <RadioField
          field={{ ...field('person'), value: refused?.values['person'] ?? people[0]?.value }}
          label="Who are you?"
          options={people}
        />
        <TextField
          field={field('subject')}
          label="Somebody else’s id"
          hint="Created at first use."
          optional
        />
        <RadioField
          field={field('role')}
          label="Somebody else’s role"
          hint="Counts only the first time."
          options={roles}
          optional
        />
        <Actions>
          <Button>Continue</Button>
        </Actions>
      </Form>
    </div>
  );
}
