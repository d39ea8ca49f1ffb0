import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  addPin,
  draftRequest,
  removePin,
  saveRequest,
  sendRequest,
  Unsendable,
} from '../domain/deliveries/changes.server.ts';
import { readRequest, readSpot, requestValues, typedValues } from '../domain/deliveries/form.ts';
import { placeFor } from '../domain/deliveries/place.server.ts';
import { currentOf, deliveriesOf } from '../domain/deliveries/queries.server.ts';
import { nextRound, roundWords } from '../domain/deliveries/rounds.ts';
import { milestoneHref } from '../domain/deliveries/rules.ts';
import { pictureSheet } from '../domain/deliveries/sheet.ts';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { MILESTONE, MILESTONES } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ChangesForm } from '../ui/changes-form.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { milestonePath } from '../ui/milestone-page.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Request changes: ${page.title} · Dustjacket` }] : [];

const WIDTHS = ['320', '640', '1280'];
const widthIn = (said: string | null) => Number(WIDTHS.find((width) => width === said) ?? '640');

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'requestChanges');
  const { id, title, terms } = project;
  const delivery = currentOf(await deliveriesOf(db, project, milestone.id));
  if (!delivery) throw new Conflict('Nothing has been delivered yet.');
  const request = draftRequest(delivery);
  return {
    ...{ id, title, name: MILESTONES[milestone.kind], here: milestoneHref(id, milestone.kind) },
    ...{ number: delivery.number, pins: request?.pins ?? [], values: requestValues(request) },
    files: delivery.files.flatMap((file) => {
      const picture = pictureSheet(file);
      return picture ? [{ id: file.id, name: file.name, picture }] : [];
    }),
    round: roundWords(nextRound(project, milestone), terms.revisionRounds),
    wide: widthIn(new URL(args.request.url).searchParams.get('wide')),
    ...{ pictures: await wantsPictures(args.request), formToken: mintFormToken(viewer) },
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'requestChanges');
  const fields = await readForm(args);
  const { words, problems } = readRequest(fields);
  const refuse = (all: typeof problems) =>
    data({ problems: all, values: typedValues(fields) }, { status: 400 });
  if (problems.length > 0) return refuse(problems);
  const here = milestoneHref(project.id, milestone.kind);
  const changes = `${here}/changes?wide=${widthIn(fields.get('wide'))}`;
  const [number, wanted, spot] = [Number(fields.get('number')), fields.get('do') ?? '', readSpot(fields)];
  let said = 'Saved. Nothing is sent until you send it.';
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      const drafting = await saveRequest(tx, viewer, args.params, { number, words }, { now });
      if (spot) {
        const pin = await addPin(tx, drafting, spot);
        said = spot.isPointed ? `Pin ${pin} is put. Say below what is to be changed there.` : `Pin ${pin} is in the middle of the picture: say below which place you mean.`; // prettier-ignore
        return `${changes}#pins`;
      }
      if (wanted.startsWith('remove:')) {
        await removePin(tx, drafting, wanted.slice('remove:'.length));
        said = 'The pin is removed.';
      }
      if (wanted !== 'send') return changes;
      await sendRequest(tx, viewer, drafting, { queue, now });
      said = MILESTONE.moves.requestChanges.done;
      return here;
    });
    return await seeOther(location, said);
  } catch (fault) {
    if (fault instanceof Unsendable) return refuse([...fault.problems]);
    throw fault;
  }
});

export default function RequestChanges() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <div className="stack">
      <PageHead
        above={<Breadcrumb items={[...milestonePath(page), { label: 'Request changes' }]} />}
        title="Request changes"
        lede={`To version ${page.number} of the ${page.name.toLowerCase()} for ${page.title}.`}
      />
      <ErrorSummary errors={problems.map(({ field, message }) => ({ id: field, message }))} />
      <ChangesForm
        {...page}
        {...{ problems }}
        values={refused?.values ?? page.values}
        action={`${page.here}/changes`}
      />
    </div>
  );
}
