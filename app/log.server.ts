/** Structured logs: JSON lines for machines, readable lines in development. Secrets are cut out before they are written. */
import { pino, type Logger } from 'pino';
import type { Config } from './config.server.ts';

export type Log = Logger;

export function openLog(config: Pick<Config, 'mode' | 'logLevel'>): Log {
  return pino({
    level: config.logLevel,
    base: { service: 'dustjacket' },
    redact: ['req.headers.cookie', 'req.headers.authorization', 'headers.cookie', 'headers.authorization'],
    ...(config.mode === 'development' && {
      transport: {
        target: 'pino-pretty',
        options: { ignore: 'pid,hostname,service', translateTime: 'HH:MM:ss' },
      },
    }),
  });
}
