import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeProfile } from '../domain/designers/commands.server.ts';
import { getOwnProfile } from '../domain/designers/queries.server.ts';
import { DesignerProfile } from '../domain/designers/rules.ts';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken, parse, readForm, versionOf } from '../http/form.server.ts';
import { designer } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { profileAnswers, profileDifferences, ProfileForm } from '../ui/designer-form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { LostRace } from '../ui/piece-compare.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Your profile · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await designer(args);
  return { profile: await getOwnProfile(db, viewer), formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await designer(args);
  const fields = await readForm(args);
  const form = parse(fields, DesignerProfile);
  if (form.status !== 'success') return invalid(form);
  const change = { version: versionOf(fields), profile: form.value, now };
  try {
    const save = async (tx: Parameters<typeof changeProfile>[0]) =>
      `/designers/${await changeProfile(tx, viewer, change)}`;
    const first = await once(db, viewer, formToken(fields, viewer), save);
    // A page that came back from the history may say something new: that is compared, not dropped.
    const location = first.repeated ? await db.transaction(save) : first.location;
    return await seeOther(location, 'Your profile is saved. This is how publishers see it.');
  } catch (fault) {
    if (!(fault instanceof Conflict)) throw fault;
    return data({ result: form.reply(), stale: fault.message }, { status: 409 });
  }
});

export default function Profile() {
  const { profile, formToken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : profileAnswers(profile);
  const stale = refused && 'stale' in refused ? String(refused.stale) : null;
  // A form refused for its values still stands on the version it was opened with.
  const version = refused && !stale ? Number(answers.values['version']) : profile.version;
  return (
    <div className="narrow stack">
      <PageHead title="Your profile" lede="What publishers read beside your covers." />
      {stale && (
        <LostRace
          message={stale}
          keep="/account/profile"
          rows={profileDifferences(profile, answers.values)}
        />
      )}
      <ProfileForm {...{ answers, version, formToken }} cancel={`/designers/${profile.slug}`} />
    </div>
  );
}
