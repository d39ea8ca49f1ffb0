/**
 * Gives each request an id and a line in the log when it has been answered: who, from where, what and how it went; no
 * query, no cookie, no body, no header.
 */
import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import type { RequestHandler, Response } from 'express';
import type { Log } from '../log.server.ts';

/** Who may not, who comes from elsewhere, and who comes too often: what somebody looks for who reads the log for attacks. */
const REFUSALS = new Set([401, 403, 429]);

/** Sets `X-Request-Id` on request and answer, replacing whatever a stranger sent. */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    const start = performance.now();
    // Middlewares that are mounted on a path cut it off while they run.
    const { path, method } = req;
    const address = req.ip;
    req.headers['x-request-id'] = requestId;
    res.set('X-Request-Id', requestId);
    res.on('close', () => {
      const { statusCode: status, writableFinished } = res;
      const ms = Math.round(performance.now() - start);
      const message = writableFinished ? messageOf(status) : 'request left early';
      void personOf(res).then((personId) =>
        log[levelOf(status)]({ requestId, method, path, status, ms, address, ...personId }, message),
      );
    });
    next();
  };
}

const messageOf = (status: number) => (REFUSALS.has(status) ? 'request refused' : 'request');

function levelOf(status: number): 'info' | 'warn' | 'error' {
  if (status >= 500) return 'error';
  return REFUSALS.has(status) ? 'warn' : 'info';
}

/** Whoever a gate found to be asking; nobody where none was asked, or none could tell. */
async function personOf({ locals }: Response): Promise<{ personId?: string }> {
  const context = locals['context'] as AppLoadContext | undefined;
  const viewer = await Promise.resolve(context?.viewer).catch(() => null);
  return viewer ? { personId: viewer.id } : {};
}
