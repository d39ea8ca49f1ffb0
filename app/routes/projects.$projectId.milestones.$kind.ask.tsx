import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { tooLong } from '../domain/deliveries/delivery.ts';
import { typedText } from '../domain/deliveries/form.ts';
import { ask } from '../domain/deliveries/judge.server.ts';
import { placeFor } from '../domain/deliveries/place.server.ts';
import { LONGEST, milestoneHref } from '../domain/deliveries/rules.ts';
import { once } from '../domain/once.server.ts';
import { MILESTONE, MILESTONES } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { WordsForm } from '../ui/words-form.tsx';

const { label, done } = MILESTONE.moves.ask;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${label}: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'ask');
  const { id, title } = project;
  const here = milestoneHref(id, milestone.kind);
  return { id, title, here, name: MILESTONES[milestone.kind], formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'ask');
  const fields = await readForm(args);
  const body = typedText(fields, 'body');
  const problem = body === '' ? 'Write your question' : tooLong(body, LONGEST.question);
  if (problem) return data({ problem, body }, { status: 400 });
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await ask(tx, viewer, args.params, body, { queue, now });
    return milestoneHref(project.id, milestone.kind);
  });
  return seeOther(location, done);
});

export default function Ask() {
  const page = useLoaderData<typeof loader>();
  return (
    <WordsForm
      page={page}
      refused={useActionData<typeof action>()}
      title={label}
      lede="The clock stands still from now until the designer answers."
      label="Your question"
      action={`${page.here}/ask`}
      submit="Send the question"
    />
  );
}
