import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askOf } from '../domain/covers/ask.ts';
import { lookOf } from '../domain/covers/look.ts';
import { placeAt } from '../domain/deliveries/place.server.ts';
import { deliveriesOf } from '../domain/deliveries/queries.server.ts';
import { milestoneHref } from '../domain/deliveries/rules.ts';
import { NotFound } from '../domain/errors.ts';
import { getFilePicture } from '../domain/files/queries.server.ts';
import { fileHref } from '../domain/files/rules.ts';
import { MILESTONES } from '../domain/projects/rules.ts';
import { member } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { haveViews } from '../http/views.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { milestonePath } from '../ui/milestone-page.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { CoverPreviews } from '../ui/previews-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.file} as readers will see it · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const visit = await member(args);
  const { project, milestone } = await placeAt(visit.db, visit.viewer, args.params);
  const all = await deliveriesOf(visit.db, project, milestone.id);
  const file = all.flatMap(({ files }) => files).find(({ id }) => id === args.params.fileId);
  if (!file?.picture) throw new NotFound('There is no such picture in this milestone.');
  const { prefix, state } = await getFilePicture(visit.db, visit.viewer, file.fileId);
  const { spec, picture } = file;
  // An address may ask for another printing; as it stands, the file is held against its own.
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.size > 0 || !spec?.spec ? searchParams : new URLSearchParams(askOf(spec.spec));
  const look = lookOf({ format: spec?.kind ?? null, picture }, asked);
  const pictures = await wantsPictures(args.request);
  const shown = state === 'ready' ? 'ready' : state === 'failed' ? 'none' : 'preview';
  const { title, author } = project.contract.book;
  const viewed = { reach: 'private', prefix, ...look } as const;
  return {
    ...{ id: project.id, title, name: MILESTONES[milestone.kind], file: file.name, look, pictures },
    cover: {
      ...{ title, author, altText: `What ${file.name} shows`, src: { prefix: fileHref(file.fileId) } },
      picture: { prefix, width: picture.width, height: picture.height, state: shown } as const,
    },
    here: milestoneHref(project.id, milestone.kind),
    at: `${milestoneHref(project.id, milestone.kind)}/previews/${file.id}`,
    made: pictures && state === 'ready' && (await haveViews(visit, viewed)),
  };
});

export default function DeliveredPreviews() {
  const page = useLoaderData<typeof loader>();
  const { cover, look, made, pictures, at, file } = page;
  return (
    <>
      <PageHead
        above={<Breadcrumb items={[...milestonePath(page), { label: 'Previews' }]} />}
        title={`${page.title}, as readers will see it`}
        lede={file}
      />
      <CoverPreviews {...{ cover, look, made, pictures, at }} others={[]} />
    </>
  );
}
