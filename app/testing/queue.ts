import type { DatabaseConfig } from '#app/config.server.ts';
import { openQueue, type Queue } from '#app/jobs/queue.server.ts';
import { closeLater } from './database.server.ts';

/** The real job queue on a test database; closes itself, and a fault of its own fails the test. */
export function testQueue(database: { config: DatabaseConfig }, options: { worker?: boolean } = {}): Queue {
  const queue = openQueue(database.config, (error) => console.error('job queue', error), options.worker);
  closeLater(() => queue.close());
  return queue;
}
