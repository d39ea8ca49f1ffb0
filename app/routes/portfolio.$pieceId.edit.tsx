import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Conflict, NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { once } from '../domain/once.server.ts';
import { changePiece } from '../domain/portfolios/commands.server.ts';
import { pieceHints } from '../domain/portfolios/hints.ts';
import { getOwnPiece } from '../domain/portfolios/queries.server.ts';
import { PieceDraft } from '../domain/portfolios/rules.ts';
import { formToken, mintFormToken, parse, readForm, versionOf } from '../http/form.server.ts';
import { designer } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { FileHints } from '../ui/findings.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { LostRace } from '../ui/piece-compare.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';
import { answersOf, differencesFrom, PieceForm } from '../ui/piece-form.tsx';
import { MissingToShow, ownPlace, PictureFailed } from '../ui/piece-list.tsx';
import { OwnCover } from '../ui/piece-picture.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.piece.title || 'Untitled cover'}: details · Dustjacket` },
];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await designer(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  const piece = await getOwnPiece(db, viewer, pieceId);
  return {
    piece,
    hints: pieceHints(piece),
    formToken: mintFormToken(viewer),
    pictures: await wantsPictures(args.request),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await designer(args);
  const { pieceId } = args.params;
  if (!isUuid(pieceId)) throw new NotFound('There is no such cover in your portfolio.');
  const { shownAt } = await getOwnPiece(db, viewer, pieceId);
  const fields = await readForm(args);
  const form = parse(fields, PieceDraft);
  if (form.status !== 'success') return invalid(form);
  const change = { version: versionOf(fields), details: form.value, now };
  try {
    const save = async (tx: Parameters<typeof changePiece>[0]) => {
      const { missing, position } = await changePiece(tx, viewer, pieceId, change);
      return missing.length > 0 ? `/portfolio/${pieceId}/edit` : ownPlace(position, pieceId);
    };
    const first = await once(db, viewer, formToken(fields, viewer), save);
    // A page that came back from the history may say something new: that is compared, not dropped.
    const location = first.repeated ? await db.transaction(save) : first.location;
    return await seeOther(location, savedAs(location.endsWith('/edit'), shownAt !== null));
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply(), stale: fault.message }, { status: 409 });
  }
});

function savedAs(draft: boolean, wasShown: boolean): string {
  if (!draft) return 'Saved. Everyone can see this cover.';
  return wasShown ? 'Saved as a draft. It is no longer shown.' : 'Saved as a draft. Nobody else sees it.';
}

export default function EditPiece() {
  const { piece, hints, formToken, pictures } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : answersOf(piece);
  const stale = refused && 'stale' in refused ? String(refused.stale) : null;
  // A form refused for its values still stands on the version it was opened with.
  const version = refused && !stale ? Number(answers.values['version']) : piece.version;
  const title = piece.title || 'Untitled cover';
  return (
    <>
      <PageHead
        title={title}
        above={<Breadcrumb items={[{ label: 'Portfolio', href: '/portfolio' }, { label: title }]} />}
      >
        {!piece.shownAt && <p className="meta">Step 2 of 2: the details</p>}
      </PageHead>
      <div className="with-aside before">
        <aside className="stack sticky">
          <OwnCover sizes="large" {...{ piece, pictures }} />
          <ul className="links small">
            <li>
              <a href={`/portfolio/${piece.id}/previews`}>See it as readers will</a>
            </li>
            <li>
              <a href={`/portfolio/${piece.id}/image`}>Replace the picture</a>
            </li>
            <li>
              <a href={`/portfolio/${piece.id}/delete`}>Delete this cover</a>
            </li>
          </ul>
        </aside>
        <div className="stack">
          {stale && (
            <LostRace
              message={stale}
              keep={`/portfolio/${piece.id}/edit`}
              rows={differencesFrom(piece, answers.values)}
            />
          )}
          {piece.pictureFailed && <PictureFailed id={piece.id} />}
          {!refused && <MissingToShow piece={piece} />}
          {!refused && <FileHints findings={hints} />}
          <PieceForm {...{ answers, version, formToken }} submit={piece.shownAt ? 'Save' : 'Save and show'} />
        </div>
      </div>
    </>
  );
}
