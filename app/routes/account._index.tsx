import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listDevices } from '../auth/session.server.ts';
import { once } from '../domain/once.server.ts';
import { changePerson } from '../domain/people/commands.server.ts';
import { PersonDetails } from '../domain/people/details.ts';
import { ROLES } from '../domain/people/rules.ts';
import { timeZoneOptions } from '../domain/people/time-zones.ts';
import { wordsFor } from '../http/format.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { signedIn } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { AccountForm, AccountProblems, DeviceList } from '../ui/account.tsx';
import { PostButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';
import { Definition } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Your account · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, config, viewer, now } = await signedIn(args);
  const devices = await listDevices(db, config, args.request, viewer, now);
  const say = wordsFor(viewer);
  return {
    ...{ email: viewer.email, role: ROLES[viewer.role], designs: viewer.role === 'designer' },
    saved: { name: viewer.name, organisation: viewer.organisation, timeZone: viewer.timeZone },
    ...{ zones: timeZoneOptions(viewer.timeZone), clock: say.moment(now), formToken: mintFormToken(viewer) },
    devices: devices.map(({ id, device, current, seenAt, signedInAt }) => ({
      ...{ id, current, name: device, formToken: mintFormToken(viewer) },
      ...{ seen: say.moment(seenAt), signedIn: say.date(signedInAt) },
    })),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer } = await signedIn(args);
  const fields = await readForm(args);
  const form = parse(fields, PersonDetails);
  if (form.status !== 'success') return invalid(form);
  const save = async (tx: Parameters<typeof changePerson>[0]) => {
    await changePerson(tx, viewer, form.value);
    return '/account';
  };
  const first = await once(db, viewer, formToken(fields, viewer), save);
  // A page that came back from the history may say something new: that is saved, not dropped.
  if (first.repeated) await db.transaction(save);
  return seeOther(first.location, 'Your account is saved.');
});

export default function Account() {
  const { email, role, saved, devices, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: saved };
  return (
    <div className="narrow stack">
      <PageHead title="Your account" />
      <AccountProblems answers={answers} />
      <Definition
        items={[
          { term: 'E-mail', value: email },
          { term: 'Role', value: role },
          { term: 'Mail', value: <a href="/account/mail">Choose what you get mail about</a> },
          {
            term: 'Public profile',
            value: form.designs && <a href="/account/profile">Edit your public profile</a>,
          },
          { term: 'Blocked', value: <a href="/account/blocked">People you have blocked</a> },
        ]}
      />
      <h2>About you</h2>
      <AccountForm {...{ ...form, answers }} />
      <h2>Signed in on these browsers</h2>
      <p>Each is signed out after a day without a visit, and after a week in any case.</p>
      <DeviceList devices={devices} />
      <div className="stack tight">
        <p className="hint">For a device that is lost, or was not yours. It signs you out here too.</p>
        <PostButton action="/account/sessions/end-all">Sign out everywhere</PostButton>
      </div>
    </div>
  );
}
