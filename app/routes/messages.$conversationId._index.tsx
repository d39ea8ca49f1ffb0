import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { markRead, sendMessage } from '../domain/conversations/commands.server.ts';
import { firstUnread } from '../domain/conversations/conversation.ts';
import { getConversation, listMessages } from '../domain/conversations/queries.server.ts';
import { MessageForm as Schema } from '../domain/conversations/rules.ts';
import { placeOf, receiptOf, threadHead, threadLines } from '../domain/conversations/words.ts';
import { Forbidden } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { seekFrom } from '../domain/paging.ts';
import { formToken, mintFormToken, parse, readForm, tokenOfWords } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { isLookedAt } from '../http/looking.server.ts';
import { hrefWith } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import live from '../ui/enhance/live.js?url';
import { ErrorSummary } from '../ui/form.tsx';
import { fieldOf, problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { Pager } from '../ui/navigation.tsx';
import { LiveLog, MessageForm, OutOfReach, ThreadHead } from '../ui/thread.tsx';

export const handle = { script: live };

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.head.names} on ${page.head.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now, log } = await member(args);
  const conversation = await getConversation(db, viewer, args.params['conversationId']);
  const { id, side } = conversation;
  const { rows, newer, older } = await listMessages(db, id, seekFrom(new URL(args.request.url).searchParams));
  // Somebody who reads further back has not seen what is new.
  if (!newer && isLookedAt(args.request))
    await markRead(db, viewer, conversation, rows, now).catch((fault: unknown) =>
      log.warn({ err: fault }, 'what was read is not written down'),
    );
  const say = wordsFor(viewer);
  const last = rows.at(-1);
  const href = `/messages/${id}`;
  return {
    ...{ head: threadHead(conversation, viewer), newer, older, href },
    lines: threadLines(rows, conversation, viewer, say),
    newest: (firstUnread(rows, conversation, viewer) ?? last)?.id,
    receipt: newer ? '' : receiptOf(rows, conversation, viewer, say),
    live: newer || side === 'staff' ? null : { href: `${href}/live`, since: last ? placeOf(last) : '' },
    // A link that leads where one is already would only scroll.
    again: hrefWith(href, { at: now.getTime().toString(36) }),
    formToken: mintFormToken(viewer),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { id } = await getConversation(db, viewer, args.params['conversationId']);
  const fields = await readForm(args);
  const form = parse(fields, Schema);
  if (form.status !== 'success') return invalid(form);
  const { body } = form.value;
  try {
    const token = tokenOfWords(formToken(fields, viewer), body);
    const { location } = await once(db, viewer, token, async (tx) => {
      await sendMessage(tx, queue, viewer, { conversationId: id, body, now });
      return `/messages/${id}#newest`;
    });
    return await seeOther(location);
  } catch (fault) {
    if (!(fault instanceof Forbidden)) throw fault;
    return data({ result: form.reply({ fieldErrors: { body: [fault.message] } }) }, { status: 403 });
  }
});

export default function ThreadPage() {
  const { head, lines, newest, receipt, live, again, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const mayWrite = head.reach === 'open';
  return (
    <div className="narrow stack">
      <ThreadHead head={head} again={`${again}#newest`} />
      <ErrorSummary errors={problemsOf(answers)} />
      {page.older && <Pager older={`${page.href}?after=${page.older}`} olderLabel="Older messages" />}
      {lines.length === 0 && <p className="lede">Nothing has been said yet.</p>}
      <LiveLog lines={lines} newest={newest} receipt={receipt} report={head.report} live={live} />
      {page.newer && <Pager newer={`${page.href}?before=${page.newer}`} newerLabel="Newer messages" />}
      {/* What was typed stays to be read, whatever became of its reader. */}
      {(mayWrite || refused) && (
        <MessageForm
          otherName={head.otherName}
          field={fieldOf(answers, 'body')}
          formToken={page.formToken}
          action={page.href}
          files={`${page.href}/files`}
        />
      )}
      {!mayWrite && <OutOfReach head={head} />}
    </div>
  );
}
