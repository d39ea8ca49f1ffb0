import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Meta, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { countUnread } from './domain/notifications/queries.server.ts';
import { takeFlash } from './http/flash.server.ts';
import { anyone } from './http/gate.server.ts';
import { respond, type Refusal } from './http/respond.server.ts';
import { shellOf } from './http/shell.server.ts';
import { Page } from './ui/layout.tsx';
import { RefusalPage, refusalTitle } from './ui/refusal.tsx';
import { RequestFacts } from './ui/request.ts';
import css from './ui/style.css?inline';

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, config } = await anyone(args);
  const flash = await takeFlash(config, args.request);
  const shell = {
    ...(await shellOf(args.request, config, viewer)),
    ...{ unread: viewer && (await countUnread(db, viewer.id)), flash: flash?.message ?? null },
  };
  return data(shell, flash ? { headers: { 'Set-Cookie': flash.forget } } : undefined);
});

/** Remix drops what a refusal says in headers, such as Retry-After, unless it is told to keep it. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers();

/** A page's own title replaces this one; a failure's does not. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${titleOf(error)} · Dustjacket` : 'Dustjacket' },
];

const titleOf = (error: unknown) =>
  isRouteErrorResponse(error)
    ? ((error.data as Refusal | undefined)?.title ?? refusalTitle(error.status))
    : refusalTitle(500);

export function Layout({ children }: { children: ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>('root');
  const { shell, script } = useContext(RequestFacts);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <Page {...(loaded ?? shell)}>{children}</Page>
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** Every failure ends here: an expected one says what happened, a fault says an id and nothing else. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { id: requestId } = useContext(RequestFacts);
  const expected = isRouteErrorResponse(error) ? error : null;
  const refusal = expected?.data as Refusal | undefined;
  return <RefusalPage status={expected?.status ?? 500} {...refusal} requestId={requestId} />;
}
