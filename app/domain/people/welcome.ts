/**
 * The first steps of somebody new, as data: which there are for whom, what each asks, what comes after it. The role
 * is chosen once, with the name, because a designer's address is made from it and stays. The rest can wait.
 */
import { z } from 'zod';
import { DesignerProfile } from '../designers/rules.ts';
import { organisation, personName } from './details.ts';
import { CHOOSABLE_ROLES, type Person, type Role, type WelcomeStep } from './rules.ts';

/** Steps that fill in a profile, and so can be left, skipped and come back to. */
export type ProfileStep = Exclude<WelcomeStep, 'role'>;

const PROFILE_STEPS: Record<Role, readonly ProfileStep[]> = {
  newcomer: [],
  hiring_user: ['about'],
  designer: ['about', 'work'],
  admin: [],
};

/** Where somebody stands with their first steps. */
export type Standing = Pick<Person, 'role' | 'welcomeStep'>;

/** Is this one of the profile steps of that role? */
export const isStepOf = (role: Role, step: string | undefined): step is ProfileStep =>
  PROFILE_STEPS[role].some((one) => one === step);

/** The step somebody is at; null when nothing is left. A role that staff gave leaves no steps that are not its own. */
export function currentStep({ role, welcomeStep }: Standing): WelcomeStep | null {
  if (role === 'newcomer') return 'role';
  return isStepOf(role, welcomeStep ?? undefined) ? welcomeStep : null;
}

/** What comes after a step, or null after the last. */
export function nextStep(step: WelcomeStep, role: Role): ProfileStep | null {
  const steps = PROFILE_STEPS[role];
  return (step === 'role' ? steps[0] : steps[steps.indexOf(step) + 1]) ?? null;
}

/** "Step 2 of 3". */
export const progressOf = (step: ProfileStep, role: Role): string =>
  `Step ${PROFILE_STEPS[role].indexOf(step) + 2} of ${PROFILE_STEPS[role].length + 1}`;

export const RoleChoice = z.object({
  name: personName('Enter the name others will see'),
  role: z.enum(CHOOSABLE_ROLES, { error: 'Choose whether you publish or design' }),
});
export type RoleChoice = z.output<typeof RoleChoice>;

/** What the profile steps may say, together. */
export type Answers = { organisation?: string } & Partial<DesignerProfile>;

const PublisherAbout = z.object({ organisation: organisation('the publisher or imprint') });
const DesignerAbout = DesignerProfile.pick({ location: true }).extend({
  organisation: organisation('the studio'),
});
const DesignerWork = DesignerProfile.pick({
  ...{ headline: true, genres: true, formats: true, availability: true, priceBand: true },
});

/** What a step's form may say. */
export function answersOf(step: ProfileStep, role: Role): z.ZodType<Answers> {
  if (step === 'work') return DesignerWork;
  return role === 'designer' ? DesignerAbout : PublisherAbout;
}

const WHO: Record<Role, string> = {
  newcomer: 'somebody new',
  hiring_user: 'a publisher or author',
  designer: 'a designer',
  admin: 'a member of staff',
};

/** What somebody is told who has a role already. */
export const chosenAlready = (role: Role): string =>
  `You are here as ${WHO[role]}. Only our staff can change that.`;

type Place = { path: string; said: string };

/** Where somebody begins who came for nothing in particular, and what they are told there. */
const FIRST_PLACES: Record<Role, Place> = {
  newcomer: { path: '/', said: '' },
  hiring_user: {
    path: '/briefs/new',
    said: 'You are all set. This is where a brief begins: a title is enough to save it.',
  },
  designer: { path: '/portfolio/new', said: 'You are all set. Begin with a cover you are proud of.' },
  admin: { path: '/', said: '' },
};

/** Pages of others, where somebody who came from one and then chose otherwise would be refused. */
const NOT_FOR: Partial<Record<Role, RegExp>> = {
  hiring_user: /^\/(portfolio|account\/profile|admin)\b/,
  designer: /^\/(briefs\/(new|mine)|admin)\b/,
};

/** Where somebody goes who is through, or leaves the rest for later: to what they came for, if it is for them. */
export function placeAfter(role: Role, to: string | null): Place {
  if (!to || NOT_FOR[role]?.test(to)) return FIRST_PLACES[role];
  return { path: to, said: 'You are all set.' };
}
