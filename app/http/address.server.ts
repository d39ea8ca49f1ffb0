/**
 * Refuses addresses that are none, before files or pages are looked for: the framework would tell of each of them on the
 * console, and Express would answer with a page of its own.
 */
import type { RequestHandler } from 'express';

/** A path from our root, whose percent-encoding says text without control characters and line ends. */
export function isAddress(url: string): boolean {
  // A whole address in the request line is for a proxy, which this is not.
  if (!url.startsWith('/')) return false;
  try {
    return !/[\p{Cc}\u2028\u2029]/u.test(decodeURIComponent(url.replace(/\?.*/s, '')));
  } catch {
    return false;
  }
}

export const checkAddress: RequestHandler = (req, res, next) =>
  isAddress(req.url) ? next() : void res.status(400).type('text').send('Bad request\n');
