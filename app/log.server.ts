/** Structured logs: JSON lines for machines, readable lines in development. Secrets are cut out before they are written. */
import { pino, stdSerializers, type Logger } from 'pino';
import type { Config } from './config.server.ts';

export type Log = Logger;

export function openLog(config: Pick<Config, 'mode' | 'logLevel'>): Log {
  return pino({
    level: config.logLevel,
    base: { service: 'dustjacket' },
    serializers: { err: faultToLog },
    redact: ['req.headers.cookie', 'req.headers.authorization', 'headers.cookie', 'headers.authorization'],
    ...(config.mode === 'development' && {
      transport: {
        target: 'pino-pretty',
        options: { ignore: 'pid,hostname,service', translateTime: 'HH:MM:ss' },
      },
    }),
  });
}

/**
 * A fault for the log, without what people typed: drizzle puts a query's parameters into its message, and
 * PostgreSQL the failing row into its detail.
 */
export function faultToLog(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  const { query, cause } = fault as Error & { query?: unknown };
  if (typeof query === 'string' && cause instanceof Error) return { ...Object(faultToLog(cause)), query };
  return { ...stdSerializers.err(fault), detail: undefined, where: undefined, params: undefined };
}
