import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { once } from '../domain/once.server.ts';
import { addPiece } from '../domain/portfolios/commands.server.ts';
import { formToken, mintFormToken } from '../http/form.server.ts';
import { designer } from '../http/gate.server.ts';
import { receivePicture } from '../http/picture.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { PictureForm } from '../ui/piece-upload.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a cover · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { viewer } = await designer(args);
  return { formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const visit = await designer(args);
  const { fields, picture, problem, status } = await receivePicture(args, visit, 'public');
  if (!picture) return data({ problem }, { status });
  const { db, queue, viewer } = visit;
  const { location, repeated } = await once(
    db,
    viewer,
    formToken(fields, viewer),
    async (tx) => `/portfolio/${await addPiece(tx, queue, viewer, picture)}/edit`,
  );
  // The second of two clicks, or a page that came back from the history with another file in it.
  const again = 'This form was sent before and made this cover. “Add a cover” starts another.';
  return seeOther(location, repeated ? again : 'The picture is kept. Now say what it is.');
});

export default function NewPiece() {
  const { formToken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="narrow stack">
      <PageHead
        title="Add a cover"
        lede="The picture first: it is kept, and the details can wait."
        above={<Breadcrumb items={[{ label: 'Portfolio', href: '/portfolio' }, { label: 'Add a cover' }]} />}
      >
        <p className="meta">Step 1 of 2: the picture</p>
      </PageHead>
      <PictureForm
        {...{ formToken }}
        label="Picture of the cover"
        submit="Upload"
        cancel="/portfolio"
        problem={refused?.problem}
      >
        <p className="hint">
          The front as printed, flat, without a mock-up. We show smaller copies; your file stays private.
        </p>
      </PictureForm>
    </div>
  );
}
