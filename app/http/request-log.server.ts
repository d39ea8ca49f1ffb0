/**
 * Gives each request an id, a line in the log when it has been answered and its place in the metrics: who, from where, what and how it went; no
 * query, no cookie, no body, no header.
 */
import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import type { RequestHandler, Response } from 'express';
import type { Metrics } from '../metrics.server.ts';
import type { Services } from '../services.server.ts';

/** Who may not, who comes from elsewhere, and who comes too often: what somebody looks for who reads the log for attacks. */
const REFUSALS = new Set([401, 403, 429]);
/** As a load balancer of AWS writes it: its version, the second, and 96 bits. A stranger may send one, but no other text. */
const TRACE = /(?:^|;)Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)/;

/** Paths that open something to whoever has them: the log would give it away. */
const SECRET = /^(\/vote\/)[^/]+/;

export const withoutSecrets = (path: string): string => path.replace(SECRET, '$1…');

/** Sets `X-Request-Id` on request and answer, replacing whatever a stranger sent. */
export function requestLog({ log, metrics }: Pick<Services, 'log' | 'metrics'>): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    const start = performance.now();
    // Middlewares that are mounted on a path cut it off while they run.
    const { method } = req;
    const path = withoutSecrets(req.path);
    const address = req.ip;
    const traceId = traceOf(req.get('X-Amzn-Trace-Id'));
    res.locals['traceId'] = traceId;
    req.headers['x-request-id'] = requestId;
    res.set('X-Request-Id', requestId);
    res.on('close', () => {
      const { statusCode: status, writableFinished } = res;
      const ms = Math.round(performance.now() - start);
      // How long somebody listened says nothing about how fast we answer.
      measure(metrics, status, isStream(res) ? null : ms);
      const message = writableFinished ? messageOf(status) : 'request left early';
      void personOf(res).then((personId) =>
        log[levelOf(status)]({ requestId, traceId, method, path, status, ms, address, ...personId }, message),
      );
    });
    next();
  };
}

/** The name under which the load balancer's own log and traces have a request. */
export const traceOf = (header: string | undefined): string | undefined => TRACE.exec(header ?? '')?.[1];

const isStream = (res: Response) => String(res.getHeader('Content-Type')).startsWith('text/event-stream');

function measure(metrics: Metrics, status: number, ms: number | null): void {
  metrics.record('Requests');
  if (ms !== null) metrics.record('RequestMs', ms);
  if (status === 503) metrics.record('Outages');
  else if (status >= 500) metrics.record('Faults');
  else if (status === 403 || status === 429) metrics.record('Refused');
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
