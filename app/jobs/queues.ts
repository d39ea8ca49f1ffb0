/**
 * The work that is done outside a request: one queue for each kind, with its retries. A job is
 * enqueued in the transaction of the change that asks for it, and run at least once.
 */
import type { Sample } from '#db/seed/art/sample.server.ts';

/**
 * A worker that dies no longer touches its job, and another takes it (`queue.server.ts`); the expiry is for one that
 * lives and hangs.
 */
const WATCHED = { heartbeatSeconds: 30, expireInSeconds: 300 };
/** Over three hours: as long as a storage may be away. */
const PATIENT = { retryLimit: 10, retryDelay: 10, retryBackoff: true };

export const QUEUES = {
  /** Makes the ladder of sizes from an uploaded original, or from a drawing of the sample catalogue. */
  'image.derive': { ...WATCHED, retryLimit: 20, retryDelay: 5, retryDelayMax: 600, retryBackoff: true },
  /** Removes what an upload stored that came to nothing: asked for before it stores anything, run an hour later. */
  'image.settle': { ...WATCHED, ...PATIENT },
  /** The same for a file that was sent to somebody. */
  'file.settle': { ...WATCHED, ...PATIENT },
  /** Removes stored files that nothing refers to any more. */
  'storage.remove': { ...WATCHED, ...PATIENT },
  /** Writes the mail that an event asks for, to each whom it concerns and who wants it at once. */
  'mail.notice': { ...WATCHED, ...PATIENT },
  /** Where a mail goes that every try has failed for: it is given up, and staff see it. Named by the next. */
  'mail.lost': { ...WATCHED, ...PATIENT },
  /** Hands one written mail to the mail server. Tried for over a day: as long as one may be away. */
  'mail.send': {
    ...WATCHED,
    ...{ retryLimit: 36, retryDelay: 10, retryDelayMax: 3600, retryBackoff: true, deadLetter: 'mail.lost' },
  },
  /** Draws a file of the sample catalogue, as somebody would have sent it, and has it measured. */
  'sample.draw': { ...WATCHED, ...PATIENT },
  /** Measures a file that was sent, and judges it when it is a cover. */
  'file.measure': { ...WATCHED, ...PATIENT },
} as const;

export type JobData = {
  'image.derive': { imageId: string };
  'image.settle': { imageId: string; keys: string[] };
  'file.settle': { fileId: string; key: string };
  'storage.remove': { keys: string[] };
  'mail.notice': { eventId: string };
  'mail.lost': { mailId: string };
  'mail.send': { mailId: string };
  'sample.draw': { fileId: string; sample: Sample };
  'file.measure': { fileId: string };
};
export type QueueName = keyof typeof QUEUES;
