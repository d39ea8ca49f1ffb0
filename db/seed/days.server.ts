const DAY = 24 * 3600 * 1000;

/**
 * A moment `days` away. The hour varies with `salt`, as if people had been at it all day, because a page of
 * rows with one time is not what anybody will ever see.
 */
export const daysFrom = (now: Date, days: number, salt = 0): Date =>
  new Date(now.getTime() + days * DAY - ((salt * 7_919) % 1_380) * 60_000);

/** A calendar day `days` away, as YYYY-MM-DD. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
