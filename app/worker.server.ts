/**
 * The worker process: takes jobs from the queue until it is told to stop, then finishes the one in hand.
 * The same image as the server, started with another command.
 */
import { readConfig } from './config.server.ts';
import { openServices } from './services.server.ts';
import { sweepExpired } from './domain/people/commands.server.ts';
import { deriveImage } from './jobs/derive-image.server.ts';
import { settleImage } from './jobs/settle-image.server.ts';

const services = openServices(readConfig(), 'worker');
const { queue, storage, log, metrics } = services;

await queue.work('image.derive', (job) => deriveImage(services, job));
await queue.work('image.settle', (job) => settleImage(services, job));
await queue.work('storage.remove', ({ keys }) => storage.remove(keys));

// Sweeping is nobody's job in particular: it may be done twice, or a few hours late.
const sweep = () =>
  sweepExpired(services.db, new Date()).catch((fault: unknown) => {
    metrics.record('Faults');
    log.error({ err: fault }, 'sweep');
  });
void sweep();
setInterval(() => void sweep(), 6 * 3600 * 1000).unref();
log.info('The worker is waiting for work');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(1), 50_000).unref();
    void services.close().then(() => process.exit(0));
  });
}
