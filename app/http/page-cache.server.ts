/**
 * A few seconds of memory for pages that are the same for everyone, so that a crowd of readers costs one
 * rendering. Only pages that `entry.server` has marked as shared get in, only requests without a cookie get
 * them, and anything that is changed through this process empties it.
 */
import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import { beforeHeaders } from './headers.server.ts';

type Kept = { body: Buffer; headers: [string, string][]; etag: string };

const SECONDS = 5;
const LARGEST_TOTAL = 20 * 1024 * 1024;

export class PageCache {
  readonly #pages = new LRUCache<string, Kept>({
    ttl: SECONDS * 1000,
    maxSize: LARGEST_TOTAL,
    sizeCalculation: ({ body }) => body.byteLength,
  });

  /** When the last change was through: a page that was begun before may not know of it. */
  #changedAt = -Infinity;

  readonly #changed = () => {
    this.#changedAt = performance.now();
    this.#pages.clear();
  };

  /** Keeps a shared page under its path and query, unless something has changed since it was begun. */
  keep(url: string, body: Buffer, headers: Headers, began: number): void {
    if (began <= this.#changedAt) return;
    const { pathname, search } = new URL(url);
    const etag = headers.get('ETag') ?? '';
    this.#pages.set(pathname + search, { body, headers: [...headers], etag });
  }

  /** Answers anonymous readers from memory; empties it when something has changed. */
  readonly serve: RequestHandler = (req, res, next) => {
    const reading = req.method === 'GET' || req.method === 'HEAD';
    // By the time it is answered, a change is made.
    if (!reading) beforeHeaders(res, this.#changed);
    const kept = reading && !req.headers.cookie ? this.#pages.get(req.url) : undefined;
    if (!kept) return next();
    for (const [name, value] of kept.headers) res.setHeader(name, value);
    if (req.headers['if-none-match'] === kept.etag) {
      res.removeHeader('Content-Length');
      return void res.status(304).end();
    }
    res.end(req.method === 'HEAD' ? undefined : kept.body);
  };
}
