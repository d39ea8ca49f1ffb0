import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '../domain/errors.ts';
import { newestMails } from '../domain/notifications/queries.server.ts';
import { MAIL_STATES } from '../domain/notifications/rules.ts';
import { wordsFor } from '../http/format.ts';
import { anyone } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { EmptyState, Prose } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Mail in development · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, config, viewer } = await anyone(args);
  if (config.auth.mode !== 'dev') throw new NotFound('Mail is read in a mailbox here.');
  const say = wordsFor(viewer);
  const mails = await newestMails(db);
  return {
    mails: mails.map(({ createdAt, state, ...mail }) => ({
      ...{ ...mail, when: say.moment(createdAt), state: MAIL_STATES[state].toLowerCase() },
    })),
  };
});

export default function DevelopmentMail() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <PageHead
        title="Mail in development"
        lede="The newest mail to everybody. This page does not exist in production."
      />
      {mails.length === 0 && (
        <EmptyState title="No mail yet" text="It comes when somebody is told of something." />
      )}
      {mails.map(({ id, subject, to, state, when, text }) => (
        <article key={id} className="panel stack tight">
          <h2>{subject}</h2>
          <p className="meta">
            To {to}, {when}, {state}
          </p>
          <Prose text={text} />
        </article>
      ))}
    </div>
  );
}
