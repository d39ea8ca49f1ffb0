/** Refusals that the gate decides on, and that `respond` puts into words. */

/** A form from somebody who is not signed in, or no longer is. */
export class SignedOut extends Error {
  /** Where to sign in, to come back to the form's page. */
  readonly signIn: string;
  constructor(signIn: string) {
    super('signed out');
    this.signIn = signIn;
  }
}

/** More in a short time than anybody needs. */
export class TooOften extends Error {
  /** Until the next may come. */
  readonly seconds: number;
  /** The same in words: "in a minute". */
  readonly when: string;
  constructor(seconds: number) {
    super('too often');
    this.seconds = seconds;
    const minutes = Math.ceil(seconds / 60);
    this.when = minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
  }
}
