/** A fair queue for work that needs memory: first come, first served, so many places at once. */

export type Turns = <T>(places: number, work: () => Promise<T>) => Promise<T>;

/**
 * Opens a queue with `total` places. The function returned runs `work` when as many places as it asks for (at most
 * all) are free and everyone who came before has started; it passes on what `work` returns or throws.
 */
export function openTurns(total: number): Turns {
  const waiting: { places: number; start: () => void }[] = [];
  let free = total;

  function startNext(): void {
    // The first in the line is never passed by a smaller one behind it, or it could wait for ever.
    for (let next = waiting[0]; next && next.places <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.places;
      next.start();
    }
  }

  return async (asked, work) => {
    const places = Math.min(Math.max(asked, 1), total);
    await new Promise<void>((start) => {
      waiting.push({ places, start });
      startNext();
    });
    try {
      return await work();
    } finally {
      free += places;
      startNext();
    }
  };
}
