/** The way through the first steps: what somebody came for goes along in `?to=`, and each answer leads on from where they stand. */
import { redirect } from '@remix-run/node';
import { safeReturnTo } from '../auth/return-to.ts';
import { NotFound } from '../domain/errors.ts';
import type { Role } from '../domain/people/rules.ts';
import { currentStep, isStepOf, placeAfter } from '../domain/people/welcome.ts';
import type { ProfileStep, Standing } from '../domain/people/welcome.ts';
import { signedIn, type Args, type SignedInVisit } from './gate.server.ts';
import { hrefWith } from './query.ts';
import { seeOther } from './respond.server.ts';

/** What somebody came for; null for nothing in particular, such as the front page. */
export function cameFor(request: Request): string | null {
  const to = safeReturnTo(new URL(request.url).searchParams.get('to'));
  return to === '/' ? null : to;
}

/** Where somebody goes next: to the step they are at, or through. */
export function onward(standing: Standing, to: string | null): string {
  const step = currentStep(standing);
  return step ? hrefWith(`/welcome/${step}`, { to }) : placeAfter(standing.role, to).path;
}

/** After a step: on to `location`, which `onward` named. `between` is said when another step follows. */
export function goOn(location: string, role: Role, to: string | null, between?: string): Promise<Response> {
  const { path, said } = placeAfter(role, to);
  return seeOther(location, location === path ? said : between);
}

export type StepVisit = SignedInVisit & { step: ProfileStep; to: string | null };

/** A profile step, for those whose role has it; others are sent to where they are. */
export async function atStep(args: Args & { params: { step?: string | undefined } }): Promise<StepVisit> {
  const visit = await signedIn(args);
  const to = cameFor(args.request);
  const { step } = args.params;
  if (step !== 'about' && step !== 'work') throw new NotFound('There is no such step.');
  if (!isStepOf(visit.viewer.role, step)) throw redirect(onward(visit.viewer, to), 303);
  return { ...visit, step, to };
}
