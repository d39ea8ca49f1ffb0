import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { listCoversOf } from '../domain/covers/queries.server.ts';
import { getDesigner } from '../domain/designers/queries.server.ts';
import { savedAmong } from '../domain/saves/queries.server.ts';
import { mintFormToken } from '../http/form.server.ts';
import { reviewsOnProfile } from '../domain/reviews/queries.server.ts';
import { ratedWords, reviewEntry } from '../domain/reviews/review.ts';
import { wordsFor } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { Actions, LinkButton } from '../ui/buttons.tsx';
import { DesignerFacts } from '../ui/designer-profile.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, Pager } from '../ui/navigation.tsx';
import { CoverGallery } from '../ui/piece-gallery.tsx';
import { largestFile } from '../ui/piece-picture.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { designerSaving, SaveButton } from '../ui/saves.tsx';
import { ProfileReviews } from '../ui/reviews.tsx';
import { EmptyState, Prose } from '../ui/text.tsx';

export const handle = { shared: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { designer, covers, origin } = page;
  const address = `${origin}/designers/${designer.slug}`;
  const description = (designer.headline || `Book covers by ${designer.name}.`).slice(0, 300);
  const [first] = covers.rows;
  const file = first && largestFile(first.picture);
  return [
    { title: `${designer.name}, cover designer · Dustjacket` },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: address },
    { property: 'og:type', content: 'profile' },
    { property: 'og:title', content: designer.name },
    { property: 'og:description', content: description },
    { property: 'og:url', content: address },
    ...(file ? [{ property: 'og:image', content: origin + file }] : []),
  ];
};

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, config } = await anyone(args);
  const designer = await getDesigner(db, args.params['slug'] ?? '');
  const covers = await listCoversOf(db, designer.id, seekFrom(new URL(args.request.url).searchParams));
  const { latest, ...rated } = await reviewsOnProfile(db, designer.id);
  const say = wordsFor(viewer);
  const saved = await savedAmong(db, viewer, [designer.id]);
  return {
    ...{ designer, covers, origin: config.origin, mine: designer.id === viewer?.id },
    saving:
      viewer && saved
        ? designerSaving(designer.slug, { saved: saved.has(designer.id), formToken: mintFormToken(viewer) })
        : null,
    shown: say.number(designer.pieceCount),
    reviews: {
      rated: ratedWords('publisher', rated, say),
      latest: latest.map((review) => reviewEntry(review, viewer, say)),
      more: rated.total > latest.length,
    },
    pictures: await wantsPictures(args.request),
  };
});

export default function DesignerPage() {
  const { designer, covers, shown, mine, saving, reviews, pictures } = useLoaderData<typeof loader>();
  const href = (params: Record<string, string>) => hrefWith(`/designers/${designer.slug}`, params);
  const crumbs = [{ label: 'Designers', href: '/designers' }, { label: designer.name }];
  return (
    <>
      <PageHead
        title={designer.name}
        lede={designer.headline || undefined}
        above={<Breadcrumb items={crumbs} />}
      >
        {saving && (
          <Actions>
            <SaveButton saving={saving} noun="designer" />
          </Actions>
        )}
        {mine && (
          <div className="actions">
            <LinkButton href="/account/profile">Edit your profile</LinkButton>
            <LinkButton href="/portfolio" kind="quiet">
              Your portfolio
            </LinkButton>
          </div>
        )}
      </PageHead>
      <div className="stack">
        <section className="with-aside">
          <div>{designer.bio && <Prose text={designer.bio} />}</div>
          <div className="stack">
            <DesignerFacts designer={designer} covers={shown} />
            {!mine && <ReportLink subject="person" id={designer.id} label="Report this designer" />}
          </div>
        </section>
        <section className="stack">
          <h2>Covers</h2>
          {covers.rows.length > 0 ? (
            <CoverGallery covers={covers.rows} pictures={pictures} label={`Covers by ${designer.name}`} own />
          ) : (
            <EmptyState
              level={3}
              title="No covers here"
              text={`${designer.name} shows no covers on this page.`}
            />
          )}
          <Pager
            newer={covers.newer && href({ before: covers.newer })}
            older={covers.older && href({ after: covers.older })}
            newerLabel="Before"
            olderLabel="More covers"
          />
        </section>
        <ProfileReviews rated={reviews.rated} latest={reviews.latest} about={designer.name}>
          {reviews.more && <a href={`/designers/${designer.slug}/reviews`}>All reviews</a>}
        </ProfileReviews>
      </div>
    </>
  );
}
