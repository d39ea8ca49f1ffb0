/** What any process of ours may run short of: memory, and the time of its one thread. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Gauge } from './metrics.server.ts';

/** A gauge that tells the longest the event loop was late since it was looked at last. */
export function processHealth(): Gauge {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return () => {
    const EventLoopDelayMs = Math.round(delay.max / 1e6);
    delay.reset();
    return { EventLoopDelayMs, MemoryBytes: process.memoryUsage.rss() };
  };
}
