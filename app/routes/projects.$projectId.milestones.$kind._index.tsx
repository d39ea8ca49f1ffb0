import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { placeAt } from '../domain/deliveries/place.server.ts';
import { deliveriesOf } from '../domain/deliveries/queries.server.ts';
import { milestoneSheet } from '../domain/deliveries/sheet.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond } from '../http/respond.server.ts';
import { MilestonePage } from '../ui/milestone-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.sheet.name}: ${page.sheet.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const place = await placeAt(db, viewer, args.params);
  const deliveries = await deliveriesOf(db, place.project, place.milestone.id);
  const pictures = await wantsPictures(args.request);
  return { sheet: milestoneSheet(place, deliveries, now, wordsFor(viewer)), pictures };
});

export default function Milestone() {
  return <MilestonePage {...useLoaderData<typeof loader>()} />;
}
