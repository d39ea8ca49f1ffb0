/**
 * `/health` says that the process lives and touches nothing. `/ready` says that it can serve: its schema
 * is the one it knows, database and storage answer, and it is not on its way out.
 */
import type { RequestHandler } from 'express';
import type { Services } from '../services.server.ts';

const REMEMBERED_MS = 2_000;
const TIMEOUT_MS = 2_500;

export const health: RequestHandler = (_req, res) => {
  res
    .set('Cache-Control', 'no-store')
    .json({ status: 'healthy', service: 'dustjacket', uptime: Math.round(process.uptime()) });
};

/** → the middleware for `/ready`, and `leave()`, after which it always says no. */
export function readiness(services: Services, newestMigration: string) {
  let leaving = false;
  let last: { at: number; answer: Promise<Record<string, string>> } | undefined;
  const middleware: RequestHandler = async (_req, res) => {
    const now = Date.now();
    if (!last || now - last.at > REMEMBERED_MS) last = { at: now, answer: check(services, newestMigration) };
    const parts = leaving ? { server: 'stopping' } : await last.answer;
    const ready = Object.values(parts).every((state) => state === 'ok');
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not ready', ...parts });
  };
  return { middleware, leave: () => void (leaving = true) };
}

async function check(
  { sql, suspect, storage, log }: Services,
  newestMigration: string,
): Promise<Record<string, string>> {
  const say = (part: string) => (fault: unknown) => {
    log.warn({ err: fault }, `${part} is not reachable`);
    return 'unreachable';
  };
  const schema = async () => {
    const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`;
    return rows.some(({ hash }) => hash === newestMigration) ? 'ok' : 'schema behind';
  };
  const [database, store] = await Promise.all([
    within(schema()).catch((fault: unknown) => {
      suspect();
      return say('database')(fault);
    }),
    within(storage.check().then(() => 'ok')).catch(say('storage')),
  ]);
  return { database, storage: store };
}

/** A hanging part is an unreachable one; the timer does not keep the process alive. */
function within<T>(work: Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  ]);
}
