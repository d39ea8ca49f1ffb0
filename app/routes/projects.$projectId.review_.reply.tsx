import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { replyToReview, reviewing } from '../domain/reviews/commands.server.ts';
import { reviewPage } from '../domain/reviews/page.ts';
import { reviewsFor } from '../domain/reviews/queries.server.ts';
import { ReplyText, REVIEW, whyNotNow } from '../domain/reviews/rules.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';
import { ReplyForm } from '../ui/review-form.tsx';
import { WrittenReview } from '../ui/review-page.tsx';
import { Notice } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Reply to a review · ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const { project, side } = reviewing(await getProject(db, viewer, args.params['projectId']));
  const { theirs } = reviewPage(project, side, await reviewsFor(db, viewer.id, project.id), now);
  const closed = whyNotNow(theirs.state, 'reviewed', 'reply');
  const page = { id: project.id, title: project.title, theirs, closed, formToken: mintFormToken(viewer) };
  return data(page, { status: closed ? 409 : 200 });
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await member(args);
  const { project } = reviewing(await getProject(db, viewer, args.params['projectId']));
  const fields = await readForm(args);
  const form = parse(fields, ReplyText);
  if (form.status !== 'success') return invalid(form);
  const send = async (tx: Parameters<typeof replyToReview>[0]) => {
    await replyToReview(tx, queue, viewer, { projectId: project.id, ...form.value, now });
    return `/projects/${project.id}/review`;
  };
  try {
    const first = await once(db, viewer, formToken(fields, viewer), send);
    // A page that came back from the history may say something new: that is refused, not dropped.
    if (first.repeated) await db.transaction(send);
    return await seeOther(first.location, REVIEW.moves.reply.done);
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply(), late: fault.message }, { status: 409 });
  }
});

export default function Reply() {
  const { id, title, theirs, closed, formToken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const late = refused && 'late' in refused ? String(refused.late) : null;
  const href = `/projects/${id}`;
  const crumbs = projectPath(title, href, { label: 'Reviews', href: `${href}/review` }, { label: 'Reply' });
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  return (
    <div className="narrow">
      <PageHead title={`Reply to ${theirs.author}`} above={<Breadcrumb items={crumbs} />} />
      <div className="stack">
        {(late ?? closed) && (
          <Notice title={late ?? closed ?? undefined}>
            {late && <p>Nothing was changed. What you wrote is in the form below.</p>}
            <p>
              <a href={`${href}/review`}>Back to the reviews</a>
            </p>
          </Notice>
        )}
        <WrittenReview review={theirs} />
        {(refused || !closed) && (
          <ReplyForm answers={answers} formToken={formToken} cancel={`${href}/review`} />
        )}
      </div>
    </div>
  );
}
