import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { reviewing, writeReview } from '../domain/reviews/commands.server.ts';
import { reviewPage } from '../domain/reviews/page.ts';
import { reviewsFor } from '../domain/reviews/queries.server.ts';
import { REVIEW, ReviewForms } from '../domain/reviews/rules.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';
import { reviewAnswers, ReviewForm } from '../ui/review-form.tsx';
import { ReviewRules, TheirReview, WrittenReview } from '../ui/review-page.tsx';
import { Notice, Prose } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Reviews · ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const { project, side } = reviewing(await getProject(db, viewer, args.params['projectId']));
  const page = reviewPage(project, side, await reviewsFor(db, viewer.id, project.id), now);
  const until = wordsFor(viewer).moment(page.shownOn);
  return {
    ...{ id: project.id, title: project.title, side, mine: page.mine, theirs: page.theirs },
    ...{ until, open: page.open, formToken: mintFormToken(viewer) },
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await member(args);
  const { project, side } = reviewing(await getProject(db, viewer, args.params['projectId']));
  const fields = await readForm(args);
  const form = parse(fields, ReviewForms[side]);
  if (form.status !== 'success') return invalid(form);
  const location = `/projects/${project.id}/review`;
  const write = async (tx: Parameters<typeof writeReview>[0]) => {
    const { shown } = await writeReview(tx, queue, viewer, {
      projectId: project.id,
      review: form.value,
      now,
    });
    return shown ? `${location}#theirs` : location;
  };
  try {
    const first = await once(db, viewer, formToken(fields, viewer), write);
    // A page that came back from the history may say something new: that is saved, not dropped.
    const to = first.repeated ? await db.transaction(write) : first.location;
    const { show, write: sent } = REVIEW.moves;
    return await seeOther(to, to === location ? sent.done : show.done);
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply(), late: fault.message }, { status: 409 });
  }
});

export default function Reviews() {
  const { id, title, side, mine, theirs, until, open, formToken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const late = refused && 'late' in refused ? String(refused.late) : null;
  const href = `/projects/${id}`;
  const crumbs = projectPath(title, href, { label: 'Reviews' });
  const answers = refused ? refusedAnswers(refused.result) : reviewAnswers(side, mine.written);
  const [writing] = mine.moves;
  return (
    <div className="narrow">
      <PageHead title="Reviews" above={<Breadcrumb items={crumbs} />} />
      <div className="stack">
        {late && (
          <Notice title={late}>
            <p>Nothing was changed. This is what you wrote:</p>
            <Prose text={String(answers.values['body'])} />
          </Notice>
        )}
        {writing && <ReviewRules about={mine.about} until={until} />}
        <h2>Your review of {mine.about}</h2>
        {writing ? (
          <ReviewForm
            {...{ answers, formToken, side, about: mine.about }}
            submit={REVIEW.moves[writing].label}
          />
        ) : (
          <WrittenReview review={mine} />
        )}
        {mine.state === 'missed' && <p>You did not write one in time.</p>}
        <h2 id="theirs">What {theirs.author} says of you</h2>
        <TheirReview review={theirs} until={open ? until : null} reply={`${href}/review/reply`} />
      </div>
    </div>
  );
}
