/**
 * The work that is done outside a request: one queue for each kind, with its retries. A job is
 * enqueued in the transaction of the change that asks for it, and run at least once.
 */
export const QUEUES = {
  /** Makes the ladder of sizes from an uploaded original, or from a drawing of the sample catalogue. */
  'image.derive': {
    retryLimit: 20,
    retryDelay: 5,
    retryDelayMax: 600,
    retryBackoff: true,
    expireInSeconds: 300,
  },
  /** Removes stored files that nothing refers to any more. */
  'storage.remove': { retryLimit: 10, retryDelay: 10, retryBackoff: true, expireInSeconds: 300 },
} as const;

export type JobData = {
  'image.derive': { imageId: string };
  'storage.remove': { keys: string[] };
};
export type QueueName = keyof typeof QUEUES;
