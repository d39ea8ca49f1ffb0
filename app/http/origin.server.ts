/**
 * The cross-origin check, before everything that could act: a request that changes something must come
 * from a page of ours. Remix's own check misses resource routes and answers with a blank 500.
 */
import type { RequestHandler } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

type Headers = Record<string, string | string[] | undefined>;

/**
 * Did a page of `origin` send this? Browsers say so in Sec-Fetch-Site; older ones in Origin; text
 * browsers such as w3m send neither, but a Referer. A request that says nothing is refused.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers['origin'] !== undefined) return headers['origin'] === origin;
  const referer = headers['referer'];
  return typeof referer === 'string' && URL.parse(referer)?.origin === origin;
}

/**
 * The one address that takes a form from no page: a mailbox's own button ends mail (RFC 8058). What it does is said by the key
 * in the address, which only whoever has the mail has; cookies of ours do not come along from another site, and are not looked at.
 */
const ONE_CLICK = /^\/unsubscribe\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const isOneClick = (method: string, path: string) => method === 'POST' && ONE_CLICK.test(path);

/** Express middleware: refuses foreign writes with a 403, then makes Host and Origin the configured ones. */
export function checkOrigin(origin: string): RequestHandler {
  const { host, protocol } = new URL(origin);
  return (req, res, next) => {
    const isSafe = SAFE.has(req.method) || isOneClick(req.method, req.path);
    if (!isSafe && !isSameOrigin(req.headers, origin)) {
      res
        .status(403)
        .type('text/plain')
        .send('This form was sent from another site, so nothing was changed.\n');
      return;
    }
    // Nothing below may believe what a stranger says about our own name.
    req.headers.host = host;
    for (const name of Object.keys(req.headers))
      if (name.startsWith('x-forwarded-')) delete req.headers[name];
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    if (!SAFE.has(req.method)) req.headers.origin = origin;
    next();
  };
}
