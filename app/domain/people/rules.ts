/**
 * People and what they may be. The stored role decides everything; what a provider or a header
 * says of a role matters once, when the person is first seen. A newcomer has signed in and not yet said
 * whether they publish or design: they may read what anyone may, and nothing else.
 */
export const ROLES = {
  newcomer: 'New here',
  hiring_user: 'Publisher or author',
  designer: 'Designer',
  admin: 'Staff',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_KEYS = Object.keys(ROLES) as [Role, ...Role[]];

export const isRole = (value: unknown): value is Role =>
  typeof value === 'string' && Object.hasOwn(ROLES, value);

/** What a newcomer says they are, once; after that only staff change it. */
export const CHOOSABLE_ROLES = ['hiring_user', 'designer'] as const satisfies readonly Role[];
export type ChoosableRole = (typeof CHOOSABLE_ROLES)[number];

/** The first steps: who you are to us and what to call you, whom you work for, and for designers what you draw. */
export const WELCOME_STEPS = ['role', 'about', 'work'] as const;
export type WelcomeStep = (typeof WELCOME_STEPS)[number];

/** A person as the rest of the house sees them. */
export type Person = {
  id: string;
  subject: string;
  role: Role;
  name: string;
  email: string;
  timeZone: string;
  locale: string;
  /** The publisher, imprint or studio they work for or as; empty when they have not said. */
  organisation: string;
  /** Where they left the first steps; `currentStep` says what that means now. */
  welcomeStep: WelcomeStep | null;
};

/** Who is looking at a page: a person, or nobody in particular. */
export type Viewer = Person | null;
