/**
 * The worker process: takes jobs from the queue until it is told to stop, then finishes the one in hand.
 * The same image as the server, started with another command.
 */
import { readConfig } from './config.server.ts';
import { openServices } from './services.server.ts';
import { sweepExpired } from './domain/people/commands.server.ts';
import { sweepNotices } from './domain/notifications/commands.server.ts';
import { sweepMails } from './domain/notifications/mails.server.ts';
import { runClocks } from './domain/projects/clock.server.ts';
import { expireProposals } from './domain/proposals/expiry.server.ts';
import { showDueReviews } from './domain/reviews/commands.server.ts';
import { deriveImage } from './jobs/derive-image.server.ts';
import { loseMail, sendMail, writeDigests, writeNotices } from './jobs/mail.server.ts';
import { drawSample } from './jobs/draw-sample.server.ts';
import { measureSentFile } from './jobs/measure-file.server.ts';
import { settleFile } from './jobs/settle-file.server.ts';
import { settleImage } from './jobs/settle-image.server.ts';
import { tellSearches } from './jobs/tell-searches.server.ts';
import { openMailer } from './mail/mailer.server.ts';

const services = openServices(readConfig(), 'worker');
const { config, db, queue, storage, log, metrics } = services;
const mailer = openMailer(config.mail, (file) => log.info({ file }, 'mail'));

await queue.work('image.derive', (job) => deriveImage(services, job));
await queue.work('image.settle', (job) => settleImage(services, job));
await queue.work('file.settle', (job) => settleFile(services, job));
await queue.work('file.measure', (job) => measureSentFile(services, job));
await queue.work('sample.draw', (job) => drawSample(services, job));
await queue.work('storage.remove', ({ keys }) => storage.remove(keys));

await queue.work('mail.notice', (job) => writeNotices(services, job));
await queue.work('mail.send', (job) => sendMail(services, mailer, job));
await queue.work('mail.lost', (job) => loseMail(services, job));

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
repeat('sweep', 6 * 60 * MINUTE, async (now) => {
  await sweepExpired(db, now);
  await sweepNotices(db, now);
  await sweepMails(db, now);
});
repeat('clocks', MINUTE, (now) => runClocks(db, queue, now));
repeat('digests', 10 * MINUTE, (now) => writeDigests(services, now));
repeat('searches', 10 * MINUTE, (now) => tellSearches(services, now));
repeat('reviews', 10 * MINUTE, (now) => showDueReviews(db, queue, now));
repeat('expiry', 60 * MINUTE, (now) => expireProposals(db, queue, now));
log.info('The worker is waiting for work');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    setTimeout(() => process.exit(1), 50_000).unref();
    void services.close().then(() => process.exit(0));
  });
}
