/**
 * Headers every answer carries, and what an HTML page adds to them: a policy that lets it load nothing
 * but our own style and pictures, and how long who may keep it.
 */
import { createHash } from 'node:crypto';
import helmet from 'helmet';
import type { RequestHandler, Response } from 'express';
import type { AuthConfig, Config } from '../config.server.ts';

/** What is no page of ours loads nothing and runs nothing, wherever it is opened or put. */
const NOTHING =
  "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** For every answer, whoever gives it. */
export const securityHeaders = (config: Pick<Config, 'secure'>): RequestHandler[] => [
  helmetFor(config),
  defaultPolicy,
];

/** Only where nobody has set a policy by the time the headers leave: Remix adds its headers to those that are there. */
const defaultPolicy: RequestHandler = (_req, res, next) => {
  beforeHeaders(res, () => {
    if (!res.hasHeader('Content-Security-Policy')) res.setHeader('Content-Security-Policy', NOTHING);
    // Redirects depend on who asks, and some carry a session: nobody on the way keeps one.
    if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'no-store');
  });
  next();
};

/** Acts at the last moment before an answer leaves, whoever gives it. */
export function beforeHeaders(res: Response, act: () => void): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response;
  res.writeHead = (...args: unknown[]) => {
    act();
    return writeHead(...args);
  };
}

/** helmet, set for a site that is all forms. Its default Referrer-Policy makes browsers send `Origin: null`. */
function helmetFor(config: Pick<Config, 'secure'>): RequestHandler {
  return helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.secure && { maxAge: 31_536_000, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
  });
}

/**
 * The policy of a page whose only style is the inlined sheet. A hash, not a nonce: anonymous pages are shared. One that
 * sends a script may run files of ours, and ask us alone; no other page runs anything.
 */
export function contentSecurityPolicy(css: string, auth: AuthConfig, hasScript = false): string {
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = {
    'default-src': `'none'`,
    'object-src': `'none'`,
    'style-src': `'sha256-${hash}'`,
    'img-src': `'self'`,
    ...(hasScript && { 'script-src': `'self'`, 'connect-src': `'self'` }),
    'form-action': [`'self'`, ...signInOrigins(auth)].join(' '),
    'base-uri': `'none'`,
    'frame-ancestors': `'none'`,
  };
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Browsers hold what a form leads to, as after signing out, to the policy of the page it was on. */
function signInOrigins(auth: AuthConfig): Set<string> {
  if (auth.mode === 'dev') return new Set();
  const { authorizationEndpoint, logoutEndpoint } = auth.oidc;
  return new Set([authorizationEndpoint, logoutEndpoint].map((address) => new URL(address).origin));
}

/**
 * Kept by one browser, for its Back button alone: with `no-store` a page that is gone back to is fetched anew, and
 * what was typed into its form is lost. Signing out clears what was kept.
 */
export const PRIVATE_PAGE = 'private, no-cache';
/** Kept by the edge for a minute, by browsers only to ask again: who has just changed a page sees the change. */
export const SHARED_PAGE = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=600';
