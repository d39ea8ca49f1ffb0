/**
 * The closed list of what can happen, each with a sentence. Events are facts in the past tense; they
 * are recorded in the transaction of the change they tell of.
 */
export const EVENT_TYPES = {
  'person.first_seen': 'Signed in for the first time',
  'person.role_chosen': 'Chose a role',
  'person.changed': 'Changed the account',
  'person.role_changed': 'Changed the role of somebody',
  'person.suspended': 'Suspended somebody',
  'person.reinstated': 'Reinstated somebody',
  'profile.changed': 'Changed the profile',
  'brief.drafted': 'Started a draft',
  'brief.duplicated': 'Duplicated a brief',
  'brief.changed': 'Changed the brief',
  'brief.published': 'Published the brief',
  'brief.paused': 'Paused the brief',
  'brief.reopened': 'Reopened the brief',
  'brief.closed': 'Closed the brief',
  'brief.cancelled': 'Cancelled the brief',
  'brief.reference_added': 'Added a reference image',
  'brief.reference_removed': 'Removed a reference image',
  'piece.added': 'Added a cover',
  'piece.changed': 'Changed the details of a cover',
  'piece.shown': 'Showed a cover in public',
  'piece.image_replaced': 'Replaced the picture of a cover',
  'piece.moved': 'Moved a cover',
  'piece.removed': 'Removed a cover',
} as const;
export type EventType = keyof typeof EVENT_TYPES;
export const EVENT_TYPE_KEYS = Object.keys(EVENT_TYPES) as [EventType, ...EventType[]];
