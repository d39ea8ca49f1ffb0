import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Meta, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { signInPath } from './auth/viewer.server.ts';
import { takeFlash } from './http/flash.server.ts';
import { anyone } from './http/gate.server.ts';
import { wantsPictures } from './http/pictures.server.ts';
import { respond, type Refusal } from './http/respond.server.ts';
import { Page } from './ui/layout.tsx';
import { RefusalPage, refusalTitle } from './ui/refusal.tsx';
import { RequestId } from './ui/request-id.ts';
import css from './ui/style.css?inline';

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { viewer, config } = await anyone(args);
  const flash = await takeFlash(config, args.request);
  const { pathname, search } = new URL(args.request.url);
  const shell = {
    viewer: viewer && { name: viewer.name, role: viewer.role },
    flash: flash?.message ?? null,
    pictures: await wantsPictures(args.request),
    path: pathname + search,
    signIn: signInPath(config, pathname + search),
  };
  return data(shell, flash ? { headers: { 'Set-Cookie': flash.forget } } : undefined);
});

/** A page's own title replaces this one; a failure's does not. */
export const meta: MetaFunction = ({ error }) => [
  {
    title: error
      ? `${refusalTitle(isRouteErrorResponse(error) ? error.status : 500)} · Dustjacket`
      : 'Dustjacket',
  },
];

/** What the shell shows when not even its own loader could answer. */
const BARE = { viewer: null, flash: null, pictures: true, path: '/', signIn: null };

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root') ?? BARE;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <Page {...shell}>{children}</Page>
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
  const requestId = useContext(RequestId);
  const expected = isRouteErrorResponse(error) ? error : null;
  const refusal = expected?.data as Refusal | undefined;
  return (
    <RefusalPage
      status={expected?.status ?? 500}
      message={refusal?.message}
      again={refusal?.again}
      requestId={requestId}
    />
  );
}
