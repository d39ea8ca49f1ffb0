/**
 * Rendering, and the door through which server.ts reaches the rest: it imports nothing of ours itself,
 * or the pools would exist twice.
 */
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import migrationsLock from '#db/migrations.lock?raw';
import { checkAddress } from './http/address.server.ts';
import { contentSecurityPolicy, PRIVATE_PAGE, securityHeaders, SHARED_PAGE } from './http/headers.server.ts';
import { drainUnread } from './http/drain.server.ts';
import { etagOf } from './http/etag.server.ts';
import { health, readiness } from './http/health.server.ts';
import { checkOrigin } from './http/origin.server.ts';
import { PageCache } from './http/page-cache.server.ts';
import { requestLog, withoutSecrets } from './http/request-log.server.ts';
import { shellOf } from './http/shell.server.ts';
import { services } from './services.server.ts';
import { RequestFacts } from './ui/request.ts';
import css from './ui/style.css?inline';

// Nothing is ever streamed: without JavaScript a placeholder would stay for ever.
export const streamTimeout = 1;

/**
 * What a page says of itself in `export const handle`: that its anonymous HTML may be shared, and the address of a script
 * that only adds to it.
 */
type Handle = { shared?: boolean; script?: string };

const pageCache = new PageCache();

/** Renders the whole document at once, with its length, a validator and who may keep it. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { config } = services();
  const handle = handleOf(remix);
  const script = handle.script ?? null;
  const html = renderToString(
    <RequestFacts.Provider value={{ id: context.requestId, shell: await shellFor(request, context), script }}>
      <RemixServer context={remix} url={request.url} />
    </RequestFacts.Provider>,
  );
  // Remix leaves two empty comments behind the document, for scripts that are not there.
  const body = Buffer.from(`<!DOCTYPE html>${html.slice(0, html.lastIndexOf('</html>'))}</html>\n`);
  const shared = Boolean(handle.shared) && (await mayShare(request, status, headers, context));
  headers.set('Content-Type', 'text/html; charset=utf-8');
  // A proxy only compresses what says how long it is.
  headers.set('Content-Length', String(body.byteLength));
  headers.set('Content-Security-Policy', contentSecurityPolicy(css, config.auth, script !== null));
  headers.set('Cache-Control', shared ? SHARED_PAGE : PRIVATE_PAGE);
  // Who has a cookie gets a page of their own.
  if (shared) headers.append('Vary', 'Cookie');
  if (status !== 200) return new Response(body, { status, headers });
  const etag = `W/${etagOf(body)}`;
  headers.set('ETag', etag);
  // Development's default viewer is somebody without a cookie, whose pages nobody else may get.
  if (shared && config.auth.mode !== 'dev') pageCache.keep(request.url, body, headers, context.began);
  if (request.headers.get('If-None-Match') !== etag) return new Response(body, { status, headers });
  headers.delete('Content-Length');
  return new Response(null, { status: 304, headers });
}

/** The shell for a page whose root loader did not run; of nobody, when it cannot even be told who asks. */
async function shellFor(request: Request, context: AppLoadContext) {
  const viewer = await Promise.resolve(context.viewer).catch(() => null);
  return shellOf(request, services().config, viewer ?? null);
}

/** Of the page itself; an error's page has nothing to say. */
function handleOf({ staticHandlerContext: { matches, errors }, routeModules }: EntryContext): Handle {
  const leaf = errors ? undefined : matches.at(-1)?.route.id;
  return ((leaf && routeModules[leaf]?.handle) as Handle | undefined) ?? {};
}

/** Only a whole, anonymous, cookie-less page is the same for everyone. */
async function mayShare(request: Request, status: number, headers: Headers, context: AppLoadContext) {
  if (status !== 200 || headers.has('Set-Cookie') || request.headers.get('Cookie')?.includes('pictures='))
    return false;
  return (await context.viewer) === null;
}

/** A fault: the log has the stack under the request's id, the reader sees the id alone. */
export const handleError: HandleErrorFunction = (fault, { request, context }) => {
  // Remix's own refusals, such as a method that a route does not take, are the sender's.
  if (request.signal.aborted || (isRouteErrorResponse(fault) && fault.status < 500)) return;
  const { requestId, traceId } = context;
  const path = withoutSecrets(new URL(request.url).pathname);
  services().log.error({ err: fault, requestId, traceId, path }, 'fault');
};

/** What server.ts uses: its settings, the middlewares in their order, and the way out. */
export function openWeb() {
  const all = services();
  const newestMigration = migrationsLock.trim().split('\n').at(-1)?.split(' ')[0] ?? '';
  return {
    config: all.config,
    log: all.log,
    requestLog: requestLog(all),
    securityHeaders: securityHeaders(all.config),
    checkAddress,
    drainUnread,
    checkOrigin: checkOrigin(all.config.origin),
    pageCache: pageCache.serve,
    health,
    readiness: readiness(all, newestMigration),
    endStreams: all.streams.end,
    close: all.close,
  };
}
