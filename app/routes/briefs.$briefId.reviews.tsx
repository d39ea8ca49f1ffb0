import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getBrief } from '../domain/briefs/queries.server.ts';
import { seekFrom } from '../domain/paging.ts';
import { listReviews, ratedOf } from '../domain/reviews/queries.server.ts';
import { ratedWords, reviewEntry } from '../domain/reviews/review.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { ReviewsPage } from '../ui/reviews.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Reviews of ${data.about} · Dustjacket` }] : [];

/** Of whoever posted the brief, by the name it bears: reading it does not tell what else they publish. */
export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { id, ownerId, ownerName, details } = await getBrief(db, viewer, args.params['briefId']);
  const page = await listReviews(db, ownerId, seekFrom(new URL(args.request.url).searchParams));
  const say = wordsFor(viewer);
  return {
    ...{ id, title: details.title || 'Untitled brief', about: details.imprint || ownerName },
    rated: ratedWords('designer', await ratedOf(db, ownerId), say),
    reviews: page.rows.map((review) => reviewEntry(review, viewer, say)),
    ...{ newer: page.newer, older: page.older },
  };
});

export default function PublisherReviews() {
  const { id, title, about, ...page } = useLoaderData<typeof loader>();
  const brief = `/briefs/${id}`;
  return (
    <ReviewsPage
      {...page}
      title={`Reviews of ${about}`}
      lede="By designers who have made covers for this publisher or author here. Each was written before its author knew what the other would say."
      path={[{ label: 'Briefs', href: '/briefs' }, { label: title, href: brief }, { label: 'Reviews' }]}
      href={`${brief}/reviews`}
      about={about}
    />
  );
}
