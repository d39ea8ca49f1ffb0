import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The most memory this process has held, in bytes. Of this program alone: what `process.resourceUsage` tells, a new
 * process inherits from the one that started it, and then it may not grow at all.
 */
export function peakMemory(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}

/** Forgets what was held before, so that the next peak is of what comes now. → what is held at this moment, in bytes. */
export function forgetPeak(): number {
  writeFileSync('/proc/self/clear_refs', '5');
  return peakMemory();
}
