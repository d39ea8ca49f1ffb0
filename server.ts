/**
 * The web process: Express around Remix. Everything of ours comes from the Remix build through
 * `app/entry.server.tsx`; importing it here as well would open a second pool.
 */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';

type Web = ReturnType<(typeof import('./app/entry.server.tsx'))['openWeb']>;

const mode = process.env['NODE_ENV'] ?? 'development';
const built = process.env['BUILD_DIR'];
const buildDir = built ?? 'build';
// Development compiles as it goes, unless it is handed a build.
const vite =
  mode === 'development' && !built
    ? await (await import('vite')).createServer({ server: { middlewareMode: true }, appType: 'custom' })
    : null;
const load = async () =>
  (vite
    ? await vite.ssrLoadModule('virtual:remix/server-build')
    : await import(new URL(`${buildDir}/server/index.js`, import.meta.url).href)) as ServerBuild;

const web = await start(async () =>
  ((await load()).entry.module as unknown as { openWeb: () => Web }).openWeb(),
);
const { config, log } = web;

/** A load balancer that was not told beforehand asks every few seconds, and goes on sending until it has. */
const NOTICED_MS = config.trustedProxyHops > 0 ? 5_000 : 0;
let stopping = false;
const answering = new Set<ServerResponse>();

const app = express().disable('x-powered-by').disable('etag').set('trust proxy', config.trustedProxyHops);
app.use((_req, res, next) => {
  // On the way out every answer says `Connection: close`, or the next request would come the same way.
  res.shouldKeepAlive &&= !stopping;
  answering.add(res);
  res.on('close', () => answering.delete(res));
  next();
});
app.use(web.securityHeaders);
app.get('/health', web.health);
app.get('/ready', web.readiness.middleware);
app.use(web.requestLog);
app.use(web.checkAddress);
app.use(
  '/assets',
  express.static(`${buildDir}/client/assets`, { immutable: true, maxAge: '1y', index: false }),
);
// Scripts are sent as they are written; a build gives them their names.
if (vite) app.use('/app/ui/enhance', express.static('app/ui/enhance', { index: false }));
app.use(express.static(vite ? 'public' : `${buildDir}/client`, { maxAge: '1h', index: false }));
// An old asset, or a guess at one, costs a line here and nothing in Remix.
app.use(
  ['/assets', '/favicon.ico', '/apple-touch-icon.png'],
  (_req, res) => void res.status(404).type('text').send('Not found\n'),
);
// Client-side navigation's endpoints: no page of ours calls them, and Remix's own checks miss them.
app.use((req, res, next) => {
  if (req.path.endsWith('.data') || req.path === '/__manifest' || asksForData(req.url))
    res.status(404).type('text').send('Not found\n');
  else next();
});
// Asked before the origin check, which takes away what proxies have said.
app.use((req, res, next) => {
  res.locals['address'] = req.ip ?? '';
  next();
});
app.use(web.checkOrigin, web.pageCache, web.drainUnread);
const serving = vite ? load : await load();
app.all(
  '*',
  createRequestHandler({
    build: serving,
    mode: vite ? 'development' : 'production',
    getLoadContext: (req, res) =>
      (res.locals['context'] = {
        requestId: String(req.headers['x-request-id']),
        address: String(res.locals['address']),
        began: performance.now(),
        traceId: res.locals['traceId'] as string | undefined,
        whenLeft: (act: () => void) => void (res.closed ? act() : res.once('close', act)),
      }),
  }),
);

/** As Remix reads it: Express stops after a thousand parameters. */
const asksForData = (url: string) => new URLSearchParams(url.split('?')[1]).has('_data');

const server = app.listen(config.port, () => log.info(`Dustjacket is on ${config.origin}`));
// Longer than a load balancer keeps an idle connection (60 s), or it would reuse one that is just closing.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;
// 60 MB of cover art takes 20 minutes on the slowest line we serve.
server.requestTimeout = 30 * 60_000;

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

/** Not ready first and time to notice, then no new connections, then the idle ones again and again, then the pools. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  web.readiness.leave();
  // They would never end by themselves; whoever listens comes back, to another process.
  web.endStreams();
  for (const answer of answering) answer.shouldKeepAlive = false;
  setTimeout(() => process.exit(1), 50_000).unref();
  await sleep(NOTICED_MS);
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  await Promise.all([web.close(), vite?.close()]);
  process.exit(0);
}

/** A wrong setting is one line, not a stack. */
async function start(open: () => Promise<Web>): Promise<Web> {
  try {
    return await open();
  } catch (fault) {
    if (!(fault instanceof Error) || fault.constructor.name !== 'ConfigError') throw fault;
    process.stderr.write(`dustjacket cannot start: ${fault.message}\n`);
    process.exit(1);
  }
}
