/**
 * Ends mail for whoever has the link of one, without signing in. A mailbox's own button posts here as well, from no page
 * and without a cookie (RFC 8058): so everything is in the address, the body is not read, and the answer is no redirect.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findByKey, stopMail } from '../domain/notifications/preferences.server.ts';
import { MAIL_LISTS } from '../domain/notifications/rules.ts';
import { anyone, leaving } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton, PostButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';

export const meta: MetaFunction = () => [
  { title: 'No more mail · Dustjacket' },
  { name: 'robots', content: 'noindex' },
];

const listOf = (request: Request) =>
  oneOfParam(new URL(request.url).searchParams.get('topic'), MAIL_LISTS) ?? 'all';

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db } = await anyone(args);
  await findByKey(db, args.params['key']);
  const what = listOf(args.request);
  return { what, here: `/unsubscribe/${args.params['key']}`, about: aboutOf(what) };
});

/** Mailboxes share a few addresses: they are not counted. Whoever has no key changes nothing. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, now } = await leaving(args);
  await db.transaction((tx) => stopMail(tx, args.params['key'], listOf(args.request), now));
  return { stopped: true };
});

const aboutOf = (what: ReturnType<typeof listOf>) =>
  what === 'all' ? '' : ` about ${MAIL_LISTS[what].toLowerCase()}`;

export default function Unsubscribe() {
  const { what, here, about } = useLoaderData<typeof loader>();
  const stopped = useActionData<typeof action>()?.stopped ?? false;
  return (
    <div className="narrow stack">
      <PageHead
        title={stopped ? 'No more mail' : `No more mail${about}?`}
        lede={
          stopped
            ? `You will get no more mail${about} from Dustjacket.`
            : 'You will still find everything under Notifications when you sign in.'
        }
      />
      {!stopped && (
        <div className="actions">
          <PostButton action={`${here}?topic=${what}`} kind="primary">
            {what === 'all' ? 'Stop all mail' : 'Stop this mail'}
          </PostButton>
          {what !== 'all' && <PostButton action={`${here}?topic=all`}>Stop all mail</PostButton>}
        </div>
      )}
      <p>
        <LinkButton href="/account/mail" kind="quiet">
          {stopped ? 'Choose again what you get' : 'Choose what you get, and how often'}
        </LinkButton>
      </p>
    </div>
  );
}
