import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { approve } from '../domain/deliveries/judge.server.ts';
import { placeFor } from '../domain/deliveries/place.server.ts';
import { currentOf, deliveriesOf } from '../domain/deliveries/queries.server.ts';
import { milestoneHref } from '../domain/deliveries/rules.ts';
import { once } from '../domain/once.server.ts';
import { MILESTONE, MILESTONES } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ConfirmBox } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { milestonePath } from '../ui/milestone-page.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

const { label, done } = MILESTONE.moves.approve;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${label} ${page.name.toLowerCase()}: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'approve');
  const { id, title } = project;
  const number = currentOf(await deliveriesOf(db, project, milestone.id))?.number ?? 0;
  const here = milestoneHref(id, milestone.kind);
  return { id, title, here, number, name: MILESTONES[milestone.kind], formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { project } = await placeFor(db, viewer, args.params, 'approve');
  const fields = await readForm(args);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await approve(tx, viewer, args.params, Number(fields.get('number')), { queue, now });
    return `/projects/${project.id}`;
  });
  return seeOther(location, done);
});

export default function Approve() {
  const page = useLoaderData<typeof loader>();
  const { here, name, number, formToken: token } = page;
  return (
    <div className="narrow stack">
      <PageHead above={<Breadcrumb items={[...milestonePath(page), { label }]} />} title={page.title} />
      <ConfirmBox
        title={`Approve version ${number} of the ${name.toLowerCase()}?`}
        text="The project goes on to what comes next, and this part of the price is due. An approval cannot be taken back."
        action={`${here}/approve`}
        confirm={label}
        cancel={here}
        hidden={{ formToken: token, number: String(number) }}
      />
    </div>
  );
}
