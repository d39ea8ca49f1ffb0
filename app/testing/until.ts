import { setTimeout } from 'node:timers/promises';

/**
 * Waits for a condition, asking often, and gives up with a sentence after `ms`. Nothing in the tests waits
 * for time to pass: it waits for something to be so. → what the condition answered.
 */
export async function until<T>(
  what: string,
  ms: number,
  condition: () => Promise<T> | T,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${ms} ms: ${what}`);
    await setTimeout(25);
  }
}
