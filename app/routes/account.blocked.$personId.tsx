import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { block, getBlockable, unblock } from '../domain/blocks/commands.server.ts';
import { Invalid } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { oneOfParam } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ConfirmBox } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.blocked ? 'Unblock' : 'Block'} ${page.name} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const person = await getBlockable(db, viewer, args.params['personId']);
  return { ...person, formToken: mintFormToken(viewer) };
});

const ACTS = { block, unblock };
const DONE = { block: 'blocked', unblock: 'unblocked' };

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const person = await getBlockable(db, viewer, args.params['personId']);
  const fields = await readForm(args);
  const act = oneOfParam(fields.get('act'), ACTS);
  if (!act) throw new Invalid('Say whether to block or to unblock.');
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await ACTS[act](tx, viewer, person, now);
    return '/account/blocked';
  });
  return seeOther(location, `${person.name} is ${DONE[act]}.`);
});

export default function Block() {
  const { id, name, blocked, formToken: token } = useLoaderData<typeof loader>();
  const act = blocked ? 'unblock' : 'block';
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Blocked', href: '/account/blocked' }, { label: name }]} />}
        title={name}
      />
      <ConfirmBox
        title={blocked ? `Unblock ${name}?` : `Block ${name}?`}
        text={
          blocked
            ? 'You two can send each other messages, invitations and proposals again.'
            : 'You two can no longer send each other messages, invitations or proposals. A project that runs goes on as agreed: files, changes, approvals and payments. They are not told, and you can take it back.'
        }
        action={`/account/blocked/${id}`}
        confirm={blocked ? 'Unblock' : 'Block'}
        cancel="/messages"
        hidden={{ formToken: token, act }}
        danger={!blocked}
      />
    </div>
  );
}
