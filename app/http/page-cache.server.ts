/**
 * A few seconds of memory for pages that are the same for everyone, so that a crowd of readers costs one
 * rendering. Only pages that `entry.server` has marked as shared get in, only requests without a cookie get
 * them, and anything that is changed through this process empties it.
 */
import type { RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';

type Kept = { body: Buffer; headers: [string, string][]; etag: string };

const SECONDS = 5;
const LARGEST_TOTAL = 20 * 1024 * 1024;

export class PageCache {
  readonly #pages = new LRUCache<string, Kept>({
    ttl: SECONDS * 1000,
    maxSize: LARGEST_TOTAL,
    sizeCalculation: ({ body }) => body.byteLength,
  });

  /** Changes under way: what is rendered meanwhile may be older than they are, so it is not kept. */
  #changing = 0;

  #change(res: Response): void {
    this.#changing += 1;
    this.#pages.clear();
    res.on('close', () => {
      this.#changing -= 1;
      this.#pages.clear();
    });
  }

  /** Keeps a shared page under its path and query. */
  keep(url: string, body: Buffer, headers: Headers): void {
    if (this.#changing > 0) return;
    const { pathname, search } = new URL(url);
    const etag = headers.get('ETag') ?? '';
    this.#pages.set(pathname + search, { body, headers: [...headers], etag });
  }

  /** Answers anonymous readers from memory; empties it when something is about to change. */
  readonly serve: RequestHandler = (req, res, next) => {
    const reading = req.method === 'GET' || req.method === 'HEAD';
    if (!reading) this.#change(res);
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
