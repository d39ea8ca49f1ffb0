/**
 * People and what they may be. The stored role decides everything; what a provider or a header
 * says of a role matters once, when the person is first seen.
 */
export const ROLES = {
  hiring_user: 'Publisher or author',
  designer: 'Designer',
  admin: 'Staff',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_KEYS = Object.keys(ROLES) as [Role, ...Role[]];

export const isRole = (value: unknown): value is Role => typeof value === 'string' && value in ROLES;

/** A person as the rest of the house sees them. */
export type Person = {
  id: string;
  subject: string;
  role: Role;
  name: string;
  email: string;
  timeZone: string;
  locale: string;
};

/** Who is looking at a page: a person, or nobody in particular. */
export type Viewer = Person | null;
