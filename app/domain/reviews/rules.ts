/** What two people say of each other's part in an ended project. Pure. */

/** From 1 to 5, by question; a question that did not apply is left out. */
export type Ratings = Record<string, number>;

/** How long each side may write, blind to what the other wrote. */
export const REVIEW_DAYS = 14;
