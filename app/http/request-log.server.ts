/** Gives each request an id and a line in the log when it has been answered: no query, no cookie, no body. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../log.server.ts';

/** Sets `X-Request-Id` on request and answer, replacing whatever a stranger sent. */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    const start = performance.now();
    // Middlewares that are mounted on a path cut it off while they run.
    const { path } = req;
    req.headers['x-request-id'] = requestId;
    res.set('X-Request-Id', requestId);
    res.on('close', () => {
      const entry = {
        requestId,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round(performance.now() - start),
      };
      log[res.statusCode >= 500 ? 'error' : 'info'](
        entry,
        res.writableFinished ? 'request' : 'request left early',
      );
    });
    next();
  };
}
