import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayAmend, offeredAmendment } from '../domain/projects/amendment.ts';
import { amendmentsOf } from '../domain/projects/amendments.server.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { mintFormToken } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { OfferedAmendmentRecord } from '../ui/amendments.tsx';
import { Actions, LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Amendments: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const project = await getProject(db, viewer, args.params.projectId);
  const say = wordsFor(viewer);
  const found = await amendmentsOf(db, project.id);
  return {
    ...{ id: project.id, title: project.title, mayPropose: mayAmend(project) },
    amendments: found.map((one) => ({
      ...{ amendment: offeredAmendment(one, project, say), formToken: mintFormToken(viewer) },
    })),
  };
});

export default function Amendments() {
  const { id, title, mayPropose, amendments } = useLoaderData<typeof loader>();
  const project = `/projects/${id}`;
  const propose = mayPropose && (
    <LinkButton href={`${project}/amendments/new`} kind={amendments.length > 0 ? 'secondary' : 'primary'}>
      Propose an amendment
    </LinkButton>
  );
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={projectPath(title, project, { label: 'Amendments' })} />}
        title="Amendments"
        lede="Changes of what was agreed. Each is true once the other side accepts it."
      />
      {amendments.map((one) => (
        <OfferedAmendmentRecord key={one.amendment.number} {...one} />
      ))}
      {amendments.length > 0 ? (
        <Actions>{propose}</Actions>
      ) : (
        <EmptyState title="No amendment" text="What was agreed stands as it was." actions={propose} />
      )}
    </div>
  );
}
