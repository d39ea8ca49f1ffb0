import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lookOf } from '../domain/covers/look.ts';
import { listOthersIn } from '../domain/covers/queries.server.ts';
import { NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { getOwnPiece } from '../domain/portfolios/queries.server.ts';
import { designer } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { haveViews } from '../http/views.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { CoverPreviews, SHELF } from '../ui/previews-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.piece.title || 'Untitled cover'} as readers will see it · Dustjacket` },
];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const visit = await designer(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  const piece = await getOwnPiece(visit.db, visit.viewer, pieceId);
  const look = lookOf(piece, new URL(args.request.url).searchParams);
  const pictures = await wantsPictures(args.request);
  const others = piece.genre ? await listOthersIn(visit.db, piece.genre, pieceId, SHELF.others) : [];
  const viewed = { reach: 'public', ...piece.picture, ...look } as const;
  return { piece, look, pictures, others, made: pictures && (await haveViews(visit, viewed)) };
});

export default function OwnPreviews() {
  const { piece, ...rest } = useLoaderData<typeof loader>();
  const title = piece.title || 'Untitled cover';
  const edit = `/portfolio/${piece.id}/edit`;
  const above = (
    <Breadcrumb
      items={[
        { label: 'Portfolio', href: '/portfolio' },
        { label: title, href: edit },
        { label: 'Previews' },
      ]}
    />
  );
  return (
    <>
      <PageHead title={`${title}, as readers will see it`} above={above}>
        {piece.author && <p className="lede">by {piece.author}</p>}
        {!piece.genre && (
          <p>
            <a href={`${edit}#genre`}>Choose its genre</a>, and it stands on a shelf with others of it.
          </p>
        )}
      </PageHead>
      <CoverPreviews cover={piece} {...rest} at={`/portfolio/${piece.id}/previews`} />
    </>
  );
}
