import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getDesigner } from '../domain/designers/queries.server.ts';
import { seekFrom } from '../domain/paging.ts';
import { listReviews, ratedOf } from '../domain/reviews/queries.server.ts';
import { ratedWords, reviewEntry } from '../domain/reviews/review.ts';
import { wordsFor } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { ReviewsPage } from '../ui/reviews.tsx';

export const handle = { shared: true };

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Reviews of ${data.name} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await anyone(args);
  const { id, name, slug } = await getDesigner(db, args.params['slug'] ?? '');
  const page = await listReviews(db, id, seekFrom(new URL(args.request.url).searchParams));
  const say = wordsFor(viewer);
  return {
    ...{ name, slug, rated: ratedWords('publisher', await ratedOf(db, id), say) },
    reviews: page.rows.map((review) => reviewEntry(review, viewer, say)),
    ...{ newer: page.newer, older: page.older },
  };
});

export default function DesignerReviews() {
  const { name, slug, ...page } = useLoaderData<typeof loader>();
  const profile = `/designers/${slug}`;
  return (
    <ReviewsPage
      {...page}
      title={`Reviews of ${name}`}
      lede="By publishers and authors they have worked with here. Each was written before its author knew what the other would say."
      path={[
        { label: 'Designers', href: '/designers' },
        { label: name, href: profile },
        { label: 'Reviews' },
      ]}
      href={`${profile}/reviews`}
      about={name}
    />
  );
}
