import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { personHref } from '../domain/events/words.ts';
import { listFailedMails } from '../domain/notifications/queries.server.ts';
import { seekFrom } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { mintFormToken } from '../http/form.server.ts';
import { admin } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { PostButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { Records } from '../ui/records.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Mail that failed · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await admin(args);
  const { searchParams } = new URL(args.request.url);
  const { rows, newer, older } = await listFailedMails(db, seekFrom(searchParams));
  const say = wordsFor(viewer);
  return {
    mails: rows.map(({ person, createdAt, attempts, ...mail }) => ({
      ...{ ...mail, who: person.name, email: person.email, href: personHref(person.id) },
      ...{ when: say.moment(createdAt), tries: say.number(attempts), formToken: mintFormToken(viewer) },
    })),
    newer: newer && hrefWith('/admin/mail', { before: newer }),
    older: older && hrefWith('/admin/mail', { after: older }),
  };
});

export default function FailedMail() {
  const { mails, newer, older } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title="Mail that failed"
        lede="What a mail server has refused for good, or what was tried for over a day. Newest first."
      />
      {mails.length > 0 ? (
        <Records caption="Mail that failed" columns={['Mail', 'Why', 'Written', 'Again']}>
          {mails.map(({ id, subject, who, email, href, lastFault, tries, when, formToken }) => (
            <tr key={id}>
              <th scope="row">
                {subject}
                <p className="meta">
                  To <a href={href}>{who}</a>, {email}
                </p>
              </th>
              <td>
                <span className="as-typed">{lastFault}</span>
                <p className="meta">Tried {tries === '1' ? 'once' : `${tries} times`}</p>
              </td>
              <td className="num">{when}</td>
              <td>
                <PostButton action={`/admin/mail/${id}/again`} hidden={{ formToken }}>
                  Send again<span className="vh">: {subject}</span>
                </PostButton>
              </td>
            </tr>
          ))}
        </Records>
      ) : (
        <EmptyState title="Nothing has failed" text="Every mail has gone, or is still being tried." />
      )}
      <Pager newer={newer} older={older} />
    </div>
  );
}
