import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readAll } from '../domain/notifications/commands.server.ts';
import { listNotices } from '../domain/notifications/queries.server.ts';
import { isMoment, seekFrom } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { readForm } from '../http/form.server.ts';
import { signedIn } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { LinkButton, PostButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager } from '../ui/navigation.tsx';
import { NoticeList } from '../ui/notices.tsx';
import { EmptyState } from '../ui/text.tsx';

const PATH = '/notifications';

export const meta: MetaFunction = () => [{ title: 'Notifications · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await signedIn(args);
  const { searchParams } = new URL(args.request.url);
  const { rows, newer, older } = await listNotices(db, viewer, seekFrom(searchParams), wordsFor);
  const say = wordsFor(viewer);
  const newest = newer ? now : (rows[0]?.createdAt ?? now);
  return {
    entries: rows.map(({ id, line, href, createdAt, readAt }) => ({
      ...{ id, line, href, when: say.moment(createdAt), unread: readAt === null },
    })),
    // What comes after this page was made has not been seen.
    shownAt: newest.toISOString(),
    newer: newer && hrefWith(PATH, { before: newer }),
    older: older && hrefWith(PATH, { after: older }),
  };
});

/** Says the same however often it is sent: nothing is made or changed but what one has seen. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await signedIn(args);
  const shownAt = (await readForm(args)).get('shownAt') ?? '';
  await readAll(db, viewer, isMoment(shownAt) ? new Date(shownAt) : now, now);
  return seeOther(PATH, 'Everything is marked as read.');
});

export default function Notifications() {
  const { entries, shownAt, newer, older } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <PageHead
        title="Notifications"
        lede={
          <>
            What concerns you, newest first. <a href="/account/mail">Choose what you get by mail.</a>
          </>
        }
      />
      {entries.length > 0 ? (
        <>
          <h2 className="vh">What happened</h2>
          <NoticeList entries={entries} />
          <PostButton action={PATH} hidden={{ shownAt }}>
            Mark all as read
          </PostButton>
        </>
      ) : (
        <EmptyState
          title="Nothing yet"
          text="You will be told here, and by mail, when somebody sends, decides or delivers something that concerns you."
          actions={<LinkButton href="/account/mail">Choose what you get by mail</LinkButton>}
        />
      )}
      <Pager newer={newer} older={older} />
    </div>
  );
}
