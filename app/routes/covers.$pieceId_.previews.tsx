import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lookOf } from '../domain/covers/look.ts';
import { getCover, listOthersIn } from '../domain/covers/queries.server.ts';
import { NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { anyone } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { haveViews } from '../http/views.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { CoverPreviews, SHELF } from '../ui/previews-page.tsx';

export const handle = { shared: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.cover.title ?? 'Cover'} as readers will see it · Dustjacket` },
  // A tool to look at one cover with, which search engines know already.
  { name: 'robots', content: 'noindex' },
];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const visit = await anyone(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover.');
  const cover = await getCover(visit.db, pieceId);
  const look = lookOf(cover, new URL(args.request.url).searchParams);
  const pictures = await wantsPictures(args.request);
  const others = await listOthersIn(visit.db, cover.genre, pieceId, SHELF.others);
  const viewed = { reach: 'public', ...cover.picture, ...look } as const;
  return { cover, look, pictures, others, made: pictures && (await haveViews(visit, viewed)) };
});

export default function CoverPreviewsPage() {
  const { cover, ...rest } = useLoaderData<typeof loader>();
  const above = (
    <Breadcrumb
      items={[
        { label: 'Covers', href: '/covers' },
        { label: cover.title, href: `/covers/${cover.id}` },
        { label: 'Previews' },
      ]}
    />
  );
  return (
    <>
      <PageHead title={`${cover.title}, as readers will see it`} lede={`by ${cover.author}`} above={above} />
      <CoverPreviews {...{ cover, ...rest }} at={`/covers/${cover.id}/previews`} />
    </>
  );
}
