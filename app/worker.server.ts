/**
 * The worker process: takes jobs from the queue until it is told to stop, then finishes the one in hand.
 * The same image as the server, started with another command.
 */
import { readConfig } from './config.server.ts';
import { openServices } from './services.server.ts';
import { sweepExpired } from './domain/people/commands.server.ts';
import { runClocks } from './domain/projects/clock.server.ts';
import { showDueReviews } from './domain/reviews/commands.server.ts';
import { deriveImage } from './jobs/derive-image.server.ts';
import { measureSentFile } from './jobs/measure-file.server.ts';
import { settleFile } from './jobs/settle-file.server.ts';
import { settleImage } from './jobs/settle-image.server.ts';

const services = openServices(readConfig(), 'worker');
const { queue, storage, log, metrics } = services;

await queue.work('image.derive', (job) => deriveImage(services, job));
await queue.work('image.settle', (job) => settleImage(services, job));
await queue.work('file.settle', (job) => settleFile(services, job));
await queue.work('file.measure', (job) => measureSentFile(services, job));
await queue.work('storage.remove', ({ keys }) => storage.remove(keys));

const MINUTE = 60_000;
/** What is nobody's job in particular: it may be done twice, by two workers at once, or later than it was due. */
function repeat(name: string, every: number, run: (now: Date) => Promise<void>): void {
  const once = () =>
    void run(new Date()).catch((fault: unknown) => {
      metrics.record('Faults');
      log.error({ err: fault }, name);
    });
  once();
  setInterval(once, every).unref();
}
repeat('sweep', 6 * 60 * MINUTE, (now) => sweepExpired(services.db, now));
repeat('clocks', MINUTE, (now) => runClocks(services.db, queue, now));
repeat('reviews', 10 * MINUTE, (now) => showDueReviews(services.db, queue, now));
log.info('The worker is waiting for work');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(1), 50_000).unref();
    void services.close().then(() => process.exit(0));
  });
}
