import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sendMessage } from '../domain/conversations/commands.server.ts';
import { getConversation } from '../domain/conversations/queries.server.ts';
import { FileMessageForm, MOST_MESSAGE_FILES } from '../domain/conversations/rules.ts';
import { threadHead } from '../domain/conversations/words.ts';
import { Forbidden } from '../domain/errors.ts';
import { addFile } from '../domain/files/commands.server.ts';
import { FILE_ENDINGS } from '../domain/files/kinds.ts';
import { MOST_MEGABYTES } from '../domain/files/rules.ts';
import { once } from '../domain/once.server.ts';
import { receiveFiles, refusedWords } from '../http/files.server.ts';
import { formToken, mintFormToken, parse, readForm, tokenOfWords } from '../http/form.server.ts';
import { isUpload, member, type Args } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { FileField } from '../ui/fields.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { fieldOf, problemsOf, type Answers } from '../ui/piece-fields.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { MessageForm } from '../ui/thread.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Send files to ${page.otherName} · Dustjacket` }] : [];

/** The conversation, for those who write in it. Throws Forbidden for staff who only read it. */
async function enter(args: Args & { params: { conversationId?: string } }) {
  const visit = await member(args);
  const conversation = await getConversation(visit.db, visit.viewer, args.params.conversationId);
  if (conversation.side === 'staff')
    throw new Forbidden('Only the two whose conversation it is write in it.');
  return { visit, conversation };
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { visit, conversation } = await enter(args);
  const { otherName, title } = threadHead(conversation, visit.viewer);
  return { id: conversation.id, otherName, title, formToken: mintFormToken(visit.viewer) };
});

/** Takes what was typed into the conversation along; with files it sends them, all or none. */
export const action = respond(async (args: ActionFunctionArgs) => {
  const { visit, conversation } = await enter(args);
  const { db, viewer, queue, now } = visit;
  if (!isUpload(args.request)) {
    const body = (await readForm(args)).get('body') ?? '';
    return data<Answers>({ values: { body } });
  }
  const { fields, files, refused, problem, status } = await receiveFiles(args, visit, {
    files: MOST_MESSAGE_FILES,
  });
  const form = parse(fields, FileMessageForm);
  const none = files.length === 0 ? 'Choose at least one file, or go back to send words alone' : null;
  const why = problem ?? (refused.length > 0 ? refusedWords(refused) : none);
  const again = (errors: Record<string, string[] | null>, code: number) =>
    data<Answers>({ values: { body: fields.get('body') ?? '' }, errors }, { status: code });
  if (form.status !== 'success' || why)
    return again({ ...form.reply().error, files: why ? [why] : null }, status === 200 ? 400 : status);
  const { body } = form.value;
  try {
    const words = [body, ...files.map(({ sha256 }) => sha256)].join('\n');
    const token = tokenOfWords(formToken(fields, viewer), words);
    const { location } = await once(db, viewer, token, async (tx) => {
      for (const file of files) await addFile(tx, queue, viewer.id, file);
      const fileIds = files.map(({ id }) => id);
      await sendMessage(tx, queue, viewer, { conversationId: conversation.id, body, fileIds, now });
      return `/messages/${conversation.id}#newest`;
    });
    return await seeOther(location);
  } catch (fault) {
    if (!(fault instanceof Forbidden)) throw fault;
    return again({ body: [fault.message] }, 403);
  }
});

const HINT = `Up to ${MOST_MESSAGE_FILES} files with ${MOST_MEGABYTES} MB together: pictures, PDF, Photoshop, InDesign, fonts, ZIP, plain text. A browser forgets what you chose when a page is shown again.`;

export default function SendFiles() {
  const { id, otherName, title, formToken: token } = useLoaderData<typeof loader>();
  const answers: Answers = useActionData<typeof action>() ?? { values: {} };
  return (
    <div className="narrow stack">
      <PageHead
        above={
          <Breadcrumb
            items={[
              { label: 'Messages', href: '/messages' },
              { label: otherName, href: `/messages/${id}#newest` },
              { label: 'Send files' },
            ]}
          />
        }
        title="Send files"
        lede={
          <>
            To {otherName}, on <cite>{title}</cite>
          </>
        }
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <MessageForm
        otherName={otherName}
        field={fieldOf(answers, 'body')}
        formToken={token}
        action={`/messages/${id}/files`}
        upload
        optional
      >
        <FileField
          field={fieldOf(answers, 'files')}
          label="Files"
          hint={HINT}
          accept={FILE_ENDINGS}
          multiple
        />
      </MessageForm>
    </div>
  );
}
