import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { tooLong } from '../domain/deliveries/delivery.ts';
import { typedText } from '../domain/deliveries/form.ts';
import { answer } from '../domain/deliveries/judge.server.ts';
import { placeFor } from '../domain/deliveries/place.server.ts';
import { deliveriesOf } from '../domain/deliveries/queries.server.ts';
import { LONGEST, milestoneHref } from '../domain/deliveries/rules.ts';
import { NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { MILESTONE, MILESTONES } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { WordsForm } from '../ui/words-form.tsx';

const { label, done } = MILESTONE.moves.answer;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Answer a question: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'answer');
  const all = await deliveriesOf(db, project, milestone.id);
  const question = all.flatMap(({ questions }) => questions).find(({ id }) => id === args.params.questionId);
  if (!question) throw new NotFound('There is no such question.');
  const { id, title } = project;
  const here = milestoneHref(id, milestone.kind);
  const name = MILESTONES[milestone.kind];
  return { id, title, here, name, question, formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'answer');
  const fields = await readForm(args);
  const body = typedText(fields, 'body');
  const problem = body === '' ? 'Write your answer' : tooLong(body, LONGEST.question);
  if (problem) return data({ problem, body }, { status: 400 });
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await answer(tx, viewer, args.params, { id: args.params.questionId, body }, { queue, now });
    return milestoneHref(project.id, milestone.kind);
  });
  return seeOther(location, done);
});

export default function Answer() {
  const page = useLoaderData<typeof loader>();
  return (
    <WordsForm
      page={page}
      refused={useActionData<typeof action>()}
      title="Answer a question"
      lede="The publisher’s clock goes on when you have answered."
      quote={page.question.body}
      label="Your answer"
      action={`${page.here}/questions/${page.question.id}`}
      submit={label}
    />
  );
}
