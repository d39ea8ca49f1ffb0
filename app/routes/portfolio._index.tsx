import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listOwnPieces } from '../domain/portfolios/queries.server.ts';
import { OWN_PAGE } from '../domain/portfolios/rules.ts';
import { designer } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { OwnPieceCard } from '../ui/piece-list.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Your portfolio · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await designer(args);
  const asked = Number(new URL(args.request.url).searchParams.get('page'));
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const { rows, total } = await listOwnPieces(db, viewer, page);
  const link = (to: number) => hrefWith('/portfolio', { page: to > 1 ? String(to) : null });
  return {
    ...{ rows, total },
    newer: page > 1 ? link(page - 1) : null,
    older: total > page * OWN_PAGE ? link(page + 1) : null,
    pictures: await wantsPictures(args.request),
  };
});

export default function Portfolio() {
  const { rows, total, newer, older, pictures } = useLoaderData<typeof loader>();
  const add = (
    <LinkButton href="/portfolio/new" kind="primary">
      Add a cover
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title="Your portfolio"
        lede="Publishers see your covers in this order, and the first of them in search."
      >
        {total > 0 && <div className="actions">{add}</div>}
      </PageHead>
      {rows.length > 0 ? (
        <ol className="cards">
          {rows.map((piece) => (
            <OwnPieceCard key={piece.id} {...{ piece, total, pictures }} />
          ))}
        </ol>
      ) : (
        <EmptyState
          title={total > 0 ? 'Nothing on this page' : 'No covers yet'}
          text="Start with one cover you would like to be hired for again. Uploading takes a minute; details can follow."
          actions={total > 0 ? <LinkButton href="/portfolio">To the first page</LinkButton> : add}
        />
      )}
      <Pager {...{ newer, older }} newerLabel="Before" olderLabel="After" />
    </>
  );
}
