import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listConversations, MOST_UNREAD, searchMessages } from '../domain/conversations/list.server.ts';
import { glimpseWords, messageHref } from '../domain/conversations/words.ts';
import { seekFrom } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { hrefWith, wordsParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { FoundMessages, MessageList, SearchForm } from '../ui/messages.tsx';
import { Pager } from '../ui/navigation.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.q ? `“${data.q}” in your messages` : 'Messages'} · Dustjacket` },
];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { searchParams } = new URL(args.request.url);
  const [q, seek, say] = [wordsParam(searchParams.get('q')), seekFrom(searchParams), wordsFor(viewer)];
  if (q) {
    const { rows, ...page } = await searchMessages(db, viewer, q, seek);
    const found = rows.map(({ conversationId, authorName, mine, title, createdAt, id, parts }) => ({
      ...{ href: messageHref(conversationId, { id, createdAt }), who: mine ? 'You' : authorName },
      ...{ title: title || 'an untitled brief', said: say.moment(createdAt), parts },
    }));
    return { ...page, q, found, rows: [] };
  }
  const { rows, ...page } = await listConversations(db, viewer, seek);
  const listed = rows.map((row) => ({
    ...{
      href: `/messages/${row.id}#newest`,
      otherName: row.otherName,
      title: row.title || 'an untitled brief',
    },
    ...{ words: glimpseWords(row), said: say.moment(row.saidAt), unread: unreadWords(row.unread) },
  }));
  return { ...page, q, found: [], rows: listed };
});

const unreadWords = (n: number) =>
  n > MOST_UNREAD ? `${MOST_UNREAD}+ unread` : n > 0 ? `${n} unread` : null;

export default function Messages() {
  const { q, rows, found, newer, older } = useLoaderData<typeof loader>();
  const href = (place: { before?: string; after?: string }) => hrefWith('/messages', { q, ...place });
  return (
    <div className="stack">
      <PageHead
        title="Messages"
        lede="One conversation for each brief and designer; it goes on in the project."
      />
      <SearchForm q={q} />
      <section className="stack" aria-labelledby="list">
        <h2 className="vh" id="list">
          {q ? `Messages with “${q}”` : 'Conversations'}
        </h2>
        {q ? (
          <div className="stack">
            <p>
              <a href="/messages">All conversations</a>
            </p>
            {found.length > 0 ? <FoundMessages rows={found} /> : <NothingFound q={q} />}
          </div>
        ) : rows.length > 0 ? (
          <MessageList rows={rows} />
        ) : (
          <NothingSaid />
        )}
      </section>
      <Pager newer={newer && href({ before: newer })} older={older && href({ after: older })} />
    </div>
  );
}

const NothingFound = ({ q }: { q: string }) => (
  <EmptyState
    title={`No message has “${q}”`}
    text="Every word has to be in the message, whole and as it was written."
  />
);

const NothingSaid = () => (
  <EmptyState
    title="No conversations yet"
    text="A publisher and a designer can write to each other once one has invited or proposed, or both have saved."
    actions={
      <>
        <LinkButton href="/briefs">Open briefs</LinkButton>
        <LinkButton href="/designers">Designers</LinkButton>
      </>
    }
  />
);
