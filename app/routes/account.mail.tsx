import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FREQUENCIES, MailPreferences, TOPIC_KEYS } from '../domain/notifications/choices.ts';
import { choose, getChoices } from '../domain/notifications/preferences.server.ts';
import { TOPICS } from '../domain/notifications/rules.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { signedIn } from '../http/gate.server.ts';
import { optionsOf } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { Actions, Button } from '../ui/buttons.tsx';
import { SelectField } from '../ui/fields.tsx';
import { ErrorSummary, Form, Hidden } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { fieldOf, problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Mail · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await signedIn(args);
  return {
    ...{ email: viewer.email, timeZone: viewer.timeZone, formToken: mintFormToken(viewer) },
    saved: await getChoices(db, viewer.id),
    questions: TOPIC_KEYS.map((topic) => ({
      ...{ topic, label: TOPICS[topic], options: optionsOf(FREQUENCIES[topic]) },
    })),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await signedIn(args);
  const fields = await readForm(args);
  const form = parse(fields, MailPreferences);
  if (form.status !== 'success') return invalid(form);
  const save = async (tx: Parameters<typeof choose>[0]) => {
    await choose(tx, viewer, form.value, now);
    return '/account/mail';
  };
  const first = await once(db, viewer, formToken(fields, viewer), save);
  // A page that came back from the history may say something new: that is saved, not dropped.
  if (first.repeated) await db.transaction(save);
  return seeOther(first.location, 'Your choice of mail is saved.');
});

export default function Mail() {
  const { email, timeZone, saved, questions, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: saved };
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Your account', href: '/account' }, { label: 'Mail' }]} />}
        title="Mail"
        lede={`To ${email}. Whatever you choose, everything is under Notifications as well.`}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <Form>
        <Hidden name="formToken" value={token} />
        {questions.map(({ topic, label, options }) => (
          <SelectField key={topic} field={fieldOf(answers, topic)} label={label} options={options} />
        ))}
        <p className="hint">
          Daily and weekly mail comes at about eight in the morning ({timeZone}), weekly on Mondays, and only
          if there is something you have not read. <a href="/account">Change your time zone.</a>
        </p>
        <Actions>
          <Button>Save</Button>
        </Actions>
      </Form>
    </div>
  );
}
