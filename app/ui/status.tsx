/** States are told by a word and a shape; colour only repeats them. */

type Shape = 'hollow' | 'disc' | 'half' | 'tick' | 'bar' | 'diamond' | 'alert';

/** Shapes by meaning: hollow not begun, disc live, half waiting, tick settled well, bar ended, diamond chosen, alert trouble. */
const SHAPES: Record<string, Shape> = {
  draft: 'hollow',
  due: 'hollow',
  agreed: 'hollow',
  empty: 'hollow',
  open: 'disc',
  now: 'disc',
  submitted: 'disc',
  delivered: 'disc',
  concepts: 'disc',
  front: 'disc',
  wrap: 'disc',
  handover: 'disc',
  paused: 'half',
  soon: 'half',
  needs: 'half',
  warn: 'half',
  changes_requested: 'half',
  stale: 'half',
  awarded: 'tick',
  accepted: 'tick',
  answered: 'tick',
  approved: 'tick',
  completed: 'tick',
  resolved: 'tick',
  done: 'tick',
  pass: 'tick',
  closed: 'bar',
  cancelled: 'bar',
  declined: 'bar',
  withdrawn: 'bar',
  expired: 'bar',
  shortlisted: 'diamond',
  match: 'diamond',
  disputed: 'alert',
  overdue: 'alert',
  fail: 'alert',
};

/** A state of anything, as text and shape. `state` is the stored word; unknown states get a hollow circle. */
export function StatusTag({ state, label }: { state: string; label: string }) {
  return <span className={`tag is-${SHAPES[state] ?? 'hollow'}`}>{label}</span>;
}
