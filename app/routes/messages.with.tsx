import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sendMessage } from '../domain/conversations/commands.server.ts';
import { getProspect, NOT_YET, startConversation } from '../domain/conversations/open.server.ts';
import { MessageForm as Schema } from '../domain/conversations/rules.ts';
import { Forbidden } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken, parse, readForm, tokenOfWords } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { fieldOf, problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { MessageForm } from '../ui/thread.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Write to ${page.otherName} · Dustjacket` }] : [];

/** Which two, from an address such as `?brief=…&designer=…`. */
function askedIn(request: Request) {
  const { searchParams } = new URL(request.url);
  return { briefId: searchParams.get('brief'), designerId: searchParams.get('designer') };
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { briefId, designerId } = askedIn(args.request);
  const prospect = await getProspect(db, viewer, briefId, designerId);
  if (prospect.conversationId) return redirect(`/messages/${prospect.conversationId}#newest`);
  if (!prospect.may) throw new Forbidden(NOT_YET);
  return {
    ...{ otherName: prospect.otherName, title: prospect.title || 'an untitled brief' },
    brief: `/briefs/${prospect.briefId}`,
    action: hrefWith('/messages/with', { brief: briefId, designer: designerId }),
    formToken: mintFormToken(viewer),
  };
});

/** The first message opens the conversation. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const asked = askedIn(args.request);
  await getProspect(db, viewer, asked.briefId, asked.designerId);
  const fields = await readForm(args);
  const form = parse(fields, Schema);
  if (form.status !== 'success') return invalid(form);
  const { body } = form.value;
  try {
    const token = tokenOfWords(formToken(fields, viewer), body);
    const { location } = await once(db, viewer, token, async (tx) => {
      const conversationId = await startConversation(tx, viewer, asked);
      await sendMessage(tx, queue, viewer, { conversationId, body, now });
      return `/messages/${conversationId}#newest`;
    });
    return await seeOther(location);
  } catch (fault) {
    if (!(fault instanceof Forbidden)) throw fault;
    return data({ result: form.reply({ fieldErrors: { body: [fault.message] } }) }, { status: 403 });
  }
});

export default function FirstMessage() {
  const { otherName, title, brief, action: to, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Messages', href: '/messages' }, { label: otherName }]} />}
        title={`Write to ${otherName}`}
        lede={
          <>
            On <a href={brief}>{title}</a>. Only the two of you read it.
          </>
        }
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <MessageForm otherName={otherName} field={fieldOf(answers, 'body')} formToken={token} action={to} />
    </div>
  );
}
