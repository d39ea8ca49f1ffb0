/**
 * The only failures the business expects. Each carries a sentence fit for the reader; `http/respond`
 * turns it into a status and a page. Anything else that is thrown is a fault and becomes a 500.
 */
export abstract class DomainError extends Error {
  abstract readonly status: number;
}

/** There is no such thing, or it is not this viewer's to know of. */
export class NotFound extends DomainError {
  readonly status = 404;
}

/** The viewer is known, and may not do this. The message says who may. */
export class Forbidden extends DomainError {
  readonly status = 403;
}

/** The thing has moved on since the viewer last saw it. The message says where it stands now. */
export class Conflict extends DomainError {
  readonly status = 409;
}

/** There was such a thing, and its time is over. The message says why. */
export class Gone extends DomainError {
  readonly status = 410;
}

/** What was sent cannot be used. `field` names the form field to show the message beside. */
export class Invalid extends DomainError {
  readonly status = 400;
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** A part of the house cannot be reached now; `cause` has the why. Not the reader's doing: shown as a 503. */
export class Unreachable extends Error {}
