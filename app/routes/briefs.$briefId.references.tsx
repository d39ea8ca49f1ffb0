import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getEditableBrief } from '../domain/briefs/queries.server.ts';
import { addReference, captionOf } from '../domain/briefs/references.server.ts';
import { referencePicture } from '../domain/briefs/rules.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken } from '../http/form.server.ts';
import { hiring } from '../http/gate.server.ts';
import { receivePicture } from '../http/picture.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ReferenceForm, ReferenceList } from '../ui/brief-references.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Reference images: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const { id, details, references } = await getEditableBrief(db, viewer, args.params.briefId);
  return {
    ...{ id, title: details.title || 'Untitled brief', formToken: mintFormToken(viewer) },
    references: references.map((one) => ({ ...referencePicture(id, one), formToken: mintFormToken(viewer) })),
    pictures: await wantsPictures(args.request),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const visit = await hiring(args);
  const { db, queue, viewer } = visit;
  const { id } = await getEditableBrief(db, viewer, args.params.briefId);
  const { fields, picture, problem, status } = await receivePicture(args, visit, 'private');
  const caption = captionOf(fields.get('caption'));
  if (!picture) return data({ problem: problem ?? 'Choose a picture to upload', caption }, { status });
  const { location, repeated } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await addReference(tx, queue, viewer, id, { picture, caption });
    return `/briefs/${id}/references`;
  });
  // The second of two clicks, or a page that came back from the history with another file in it.
  const again = 'This form was sent before and added its picture. The form on this page adds another.';
  return seeOther(location, repeated ? again : 'The picture is added.');
});

export default function References() {
  const { id, title, references, pictures, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const brief = `/briefs/${id}`;
  return (
    <div className="stack">
      <PageHead
        above={
          <Breadcrumb
            items={[
              { label: 'My briefs', href: '/briefs/mine' },
              { label: title, href: brief },
              { label: 'Reference images' },
            ]}
          />
        }
        title="Reference images"
        lede="Pictures that show what you mean. Only those who can read the brief can see them."
      />
      <ErrorSummary errors={refused ? [{ id: 'file', message: refused.problem }] : []} />
      <ReferenceList list={references} pictures={pictures} />
      <ReferenceForm
        action={`${brief}/references`}
        formToken={token}
        count={references.length}
        caption={refused?.caption}
        problem={refused?.problem}
      />
      <p className="links">
        <a href={`${brief}/edit`}>Back to the form</a>
        <a href={brief}>See the brief</a>
      </p>
    </div>
  );
}
