import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listBlocked } from '../domain/blocks/queries.server.ts';
import { mintFormToken } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { PostButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { Records } from '../ui/records.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'People you have blocked · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const say = wordsFor(viewer);
  const people = await listBlocked(db, viewer);
  return people.map(({ id, name, since }) => ({
    ...{ id, name, since: say.date(since), formToken: mintFormToken(viewer) },
  }));
});

export default function BlockedPeople() {
  const people = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Your account', href: '/account' }, { label: 'Blocked' }]} />}
        title="People you have blocked"
        lede="You two cannot send each other messages, invitations or proposals. Projects that run go on as agreed."
      />
      {people.length === 0 ? (
        <EmptyState
          title="Nobody"
          text="You can block somebody from a conversation with them. They are not told."
        />
      ) : (
        <Records caption="People you have blocked" columns={['Who', 'Since', 'What you can do']}>
          {people.map(({ id, name, since, formToken }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="num">{since}</td>
              <td>
                <PostButton action={`/account/blocked/${id}`} hidden={{ formToken, act: 'unblock' }}>
                  Unblock<span className="vh"> {name}</span>
                </PostButton>
              </td>
            </tr>
          ))}
        </Records>
      )}
    </div>
  );
}
