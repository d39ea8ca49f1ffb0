/** What only projects can refuse. */
import { Conflict } from '../errors.ts';

/** What somebody agreed to on a page was computed from numbers that have changed meanwhile. */
export class AmountsChanged extends Conflict {
  constructor() {
    super(
      'The amounts have changed since you opened this page. These are the new ones; nothing was done yet.',
    );
  }
}
