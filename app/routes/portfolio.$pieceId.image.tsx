import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { once } from '../domain/once.server.ts';
import { replacePicture } from '../domain/portfolios/commands.server.ts';
import { getOwnPiece } from '../domain/portfolios/queries.server.ts';
import { formToken, mintFormToken } from '../http/form.server.ts';
import { designer } from '../http/gate.server.ts';
import { receivePicture } from '../http/picture.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { OwnCover } from '../ui/piece-picture.tsx';
import { PictureForm } from '../ui/piece-upload.tsx';

export const meta: MetaFunction = () => [{ title: 'Replace a picture · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await designer(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  const piece = await getOwnPiece(db, viewer, pieceId);
  return { piece, formToken: mintFormToken(viewer), pictures: await wantsPictures(args.request) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const visit = await designer(args);
  const { db, queue, viewer } = visit;
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  // Asked before 60 MB are read for a cover that is not the sender's.
  await getOwnPiece(db, viewer, pieceId);
  const { fields, picture, problem, status } = await receivePicture(args, visit, 'public');
  if (!picture) return data({ problem }, { status });
  const { location, repeated } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await replacePicture(tx, queue, viewer, pieceId, picture);
    return `/portfolio/${pieceId}/edit`;
  });
  // The second of two clicks, or a page that came back from the history with another file in it.
  const again =
    'This form was sent before and replaced the picture. “Replace the picture” takes another file.';
  return seeOther(
    location,
    repeated ? again : 'The picture is replaced. Does the cover in words still fit it?',
  );
});

export default function ReplacePicture() {
  const { piece, formToken, pictures } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = piece.title || 'Untitled cover';
  const edit = `/portfolio/${piece.id}/edit`;
  return (
    <div className="narrow stack">
      <PageHead
        title="Replace the picture"
        lede="The details stay as they are. The old picture is removed once the new one is kept."
        above={
          <Breadcrumb
            items={[
              { label: 'Portfolio', href: '/portfolio' },
              { label: title, href: edit },
              { label: 'Picture' },
            ]}
          />
        }
      />
      <PictureForm
        {...{ formToken }}
        label="New picture of the cover"
        submit="Upload and replace"
        cancel={edit}
        problem={refused?.problem}
      />
      <h2>The picture now</h2>
      <div className="thumbs">
        <OwnCover sizes="shelf" {...{ piece, pictures }} />
      </div>
      {piece.pictureName && <p className="meta">{piece.pictureName}</p>}
    </div>
  );
}
