import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { needsReason } from '../domain/deliveries/delivery.ts';
import { deliver, removeFromDraft, saveDraft, Undeliverable } from '../domain/deliveries/draft.server.ts';
import { draftValues, readDraft, typedValues } from '../domain/deliveries/form.ts';
import { placeFor } from '../domain/deliveries/place.server.ts';
import { deliveriesOf, draftOf, latestSpecs } from '../domain/deliveries/queries.server.ts';
import { controlId, milestoneHref } from '../domain/deliveries/rules.ts';
import { fileSheet, specWords } from '../domain/deliveries/sheet.ts';
import { once } from '../domain/once.server.ts';
import { MILESTONE, MILESTONES } from '../domain/projects/rules.ts';
import { agreedOn } from '../domain/deliveries/declared.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { wantsPictures } from '../http/pictures.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { AddFilesForm, DeliveryForm } from '../ui/delivery-form.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { milestonePath } from '../ui/milestone-page.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Deliver ${page.name.toLowerCase()}: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'deliver');
  const { kind } = milestone;
  const here = milestoneHref(project.id, kind);
  const all = await deliveriesOf(db, project, milestone.id);
  const draft = draftOf(all);
  const latest = await latestSpecs(db, project.briefId);
  const say = wordsFor(viewer);
  return {
    ...{ id: project.id, title: project.title, name: MILESTONES[kind], here, declares: kind === 'handover' },
    number: draft?.number ?? (all[0]?.number ?? 0) + 1,
    files: (draft?.files ?? []).map((file) => ({
      ...fileSheet(file, here, say),
      needsReason: needsReason(file),
    })),
    specs: latest.map((spec) => ({ value: spec.id, label: specWords(spec) })),
    values: draftValues(draft, latest, agreedOn(project)),
    pictures: await wantsPictures(args.request),
    tokens: { form: mintFormToken(viewer), files: mintFormToken(viewer) },
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'deliver');
  const fields = await readForm(args);
  const { typed, problems } = readDraft(fields);
  const refuse = (all: typeof problems) =>
    data({ problems: all, values: typedValues(fields) }, { status: 400 });
  if (problems.length > 0) return refuse(problems);
  const wanted = fields.get('do') ?? 'save';
  const here = milestoneHref(project.id, milestone.kind);
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await saveDraft(tx, viewer, args.params, typed, { queue, now });
      if (wanted.startsWith('remove:'))
        await removeFromDraft(tx, viewer, args.params, wanted.slice('remove:'.length), { queue, now });
      if (wanted === 'deliver') await deliver(tx, viewer, args.params, { queue, now });
      return wanted === 'deliver' ? here : `${here}/deliver`;
    });
    const done =
      wanted === 'deliver' ? MILESTONE.moves.deliver.done : 'Saved. Nobody else sees it until you deliver.';
    return await seeOther(location, wanted.startsWith('remove:') ? 'The file is removed.' : done);
  } catch (fault) {
    if (fault instanceof Undeliverable) return refuse([...fault.problems]);
    throw fault;
  }
});

export default function Deliver() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { here, title, number, name, files, tokens } = page;
  const problems = refused?.problems ?? [];
  const path = [...milestonePath(page), { label: `Version ${number}` }];
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={path} />}
        title={`Deliver: ${name.toLowerCase()}`}
        lede={`Version ${number}, for ${title}. Only you see it until you deliver.`}
      />
      <ErrorSummary errors={problems.map(({ field, message }) => ({ id: controlId(field), message }))} />
      <AddFilesForm action={`${here}/files`} formToken={tokens.files} />
      {files.length > 0 ? (
        <DeliveryForm
          {...page}
          {...{ problems }}
          values={refused?.values ?? page.values}
          action={`${here}/deliver`}
          formToken={tokens.form}
        />
      ) : (
        <p className="links">
          <a href={here}>Back to the milestone</a>
        </p>
      )}
    </div>
  );
}
