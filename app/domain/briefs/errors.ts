import { Conflict, Invalid } from '../errors.ts';
import type { BriefDetails } from './form.ts';
import type { Missing } from './sections.ts';

/** Somebody saved the brief since the viewer opened it. Carries what is stored now. */
export class StaleBrief extends Conflict {
  readonly id: string;
  readonly version: number;
  readonly details: BriefDetails;
  constructor(stored: { id: string; version: number; details: BriefDetails }) {
    super('This brief was saved in another window since you opened it.');
    this.id = stored.id;
    this.version = stored.version;
    this.details = stored.details;
  }
}

/** The brief lacks what designers need to see. Carries what, field by field. */
export class IncompleteBrief extends Invalid {
  readonly missing: readonly Missing[];
  constructor(missing: readonly Missing[]) {
    super('Something is missing before designers can see this brief.');
    this.missing = missing;
  }
}
