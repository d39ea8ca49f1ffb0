import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { projectFor } from '../domain/projects/moves.server.ts';
import { MOVERS, type PlainMove } from '../domain/projects/plain-moves.server.ts';
import { PROJECT } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ConfirmBox } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.label}: ${page.title} · Dustjacket` }] : [];

function moveIn({ name }: LoaderFunctionArgs['params']): PlainMove {
  const known = oneOfParam(name ?? null, MOVERS);
  if (!known) throw new NotFound('There is no such thing to do with a project.');
  return known;
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const name = moveIn(args.params);
  const { id, title } = await projectFor(db, viewer, args.params.projectId, name);
  const { label, confirm } = PROJECT.moves[name];
  const [, question = `${label} now?`, text = ''] = /^([^?]+\?)\s*(.*)$/.exec(confirm ?? '') ?? [];
  return { id, name, title, label, question, text, formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { projectId } = args.params;
  const name = moveIn(args.params);
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await MOVERS[name](tx, viewer, projectId, { queue, now });
    return `/projects/${projectId}`;
  });
  return seeOther(location, PROJECT.moves[name].done);
});

export default function MoveProject() {
  const { id, name, title, label, question, text, formToken: token } = useLoaderData<typeof loader>();
  const project = `/projects/${id}`;
  return (
    <div className="narrow stack">
      <PageHead above={<Breadcrumb items={projectPath(title, project, { label })} />} title={title} />
      <ConfirmBox
        title={question}
        text={text && <p>{text}</p>}
        action={`${project}/move/${name}`}
        confirm={label}
        cancel={project}
        hidden={{ formToken: token }}
      />
    </div>
  );
}
