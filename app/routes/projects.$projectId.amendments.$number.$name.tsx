import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { amendmentSheet } from '../domain/projects/amendment.ts';
import { amendmentFor, decideAmendment, type AmendmentAct } from '../domain/projects/amendments.server.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { AMENDMENT } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { AmendmentRecord } from '../ui/amendments.tsx';
import { ConfirmBox } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.label} amendment ${page.amendment.number}: ${page.title} · Dustjacket` }] : [];

function moveIn({ name }: LoaderFunctionArgs['params']): AmendmentAct {
  const known = oneOfParam(name ?? null, AMENDMENT.moves);
  if (!known || known === 'lapse') throw new NotFound('There is no such thing to do with an amendment.');
  return known;
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const name = moveIn(args.params);
  const project = await getProject(db, viewer, args.params.projectId);
  const amendment = await amendmentFor(db, project, args.params.number, name);
  const { label, confirm } = AMENDMENT.moves[name];
  const [, question = `${label} this amendment?`, text = ''] = /^([^?]+\?)\s*(.*)$/.exec(confirm ?? '') ?? [];
  return {
    ...{ id: project.id, title: project.title, name, label, question, text },
    amendment: amendmentSheet(amendment, project.terms, wordsFor(viewer)),
    formToken: mintFormToken(viewer),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { projectId, number } = args.params;
  const name = moveIn(args.params);
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await decideAmendment(tx, viewer, projectId, { number, name }, { queue, now });
    return `/projects/${projectId}/amendments`;
  });
  return seeOther(location, AMENDMENT.moves[name].done);
});

export default function MoveAmendment() {
  const {
    id,
    title,
    name,
    label,
    question,
    text,
    amendment,
    formToken: token,
  } = useLoaderData<typeof loader>();
  const project = `/projects/${id}`;
  const list = `${project}/amendments`;
  return (
    <div className="narrow stack">
      <PageHead
        above={
          <Breadcrumb items={projectPath(title, project, { label: 'Amendments', href: list }, { label })} />
        }
        title={title}
      />
      <AmendmentRecord amendment={amendment} level={2} />
      <ConfirmBox
        title={question}
        text={text && <p>{text}</p>}
        action={`${list}/${amendment.number}/${name}`}
        confirm={label}
        cancel={list}
        hidden={{ formToken: token }}
      />
    </div>
  );
}
