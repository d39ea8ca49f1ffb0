import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getOwnProfile } from '../domain/designers/queries.server.ts';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { saveStep, skipStep } from '../domain/people/welcome.server.ts';
import { answersOf, nextStep, placeAfter, progressOf } from '../domain/people/welcome.ts';
import { formToken, mintFormToken, parse, readForm, versionOf } from '../http/form.server.ts';
import { hrefWith } from '../http/query.ts';
import { invalid, respond } from '../http/respond.server.ts';
import { atStep, goOn, onward } from '../http/welcome.server.ts';
import { profileDifferences } from '../ui/designer-form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { LostRace } from '../ui/piece-compare.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';
import { askOf, ProfileStepForm } from '../ui/welcome.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${askOf(data.step, data.role).title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, step, to } = await atStep(args);
  const { role, organisation } = viewer;
  return {
    ...{ step, role, organisation, formToken: mintFormToken(viewer) },
    profile: role === 'designer' ? await getOwnProfile(db, viewer) : null,
    progress: progressOf(step, role),
    last: nextStep(step, role) === null,
    later: placeAfter(role, to).path,
    here: hrefWith(`/welcome/${step}`, { to }),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now, step, to } = await atStep(args);
  const fields = await readForm(args);
  const token = formToken(fields, viewer);
  if (fields.get('then') === 'skip') {
    const skipped = await once(db, viewer, token, async (tx) => onward(await skipStep(tx, viewer, step), to));
    return goOn(skipped.location, viewer.role, to);
  }
  const form = parse(fields, answersOf(step, viewer.role));
  if (form.status !== 'success') return invalid(form);
  const sent = { answers: form.value, version: versionOf(fields), now };
  const save = async (tx: Parameters<typeof saveStep>[0]) =>
    onward(await saveStep(tx, viewer, step, sent), to);
  try {
    const first = await once(db, viewer, token, save);
    // A page that came back from the history may say something new: that is saved or compared, not dropped.
    const location = first.repeated ? await db.transaction(save) : first.location;
    return await goOn(location, viewer.role, to, 'Saved.');
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply(), stale: fault.message }, { status: 409 });
  }
});

export default function Step() {
  const { step, role, organisation, profile, progress, here, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const ask = askOf(step, role);
  const answers = refused ? refusedAnswers(refused.result) : { values: { ...profile, organisation } };
  const stale = refused && 'stale' in refused ? String(refused.stale) : null;
  const saved = profile?.version ?? 0;
  // A form refused for its values still stands on the version it was opened with.
  const version = refused && !stale ? Number(answers.values['version']) : saved;
  return (
    <div className="narrow stack">
      <PageHead above={<p className="meta">{progress}</p>} title={ask.title} lede={ask.lede} />
      {stale && profile && (
        <LostRace
          message={stale}
          keep={here}
          rows={profileDifferences(profile, answers.values, ask.profile)}
        />
      )}
      <ProfileStepForm {...{ ask, answers, version, ...form }} />
    </div>
  );
}
