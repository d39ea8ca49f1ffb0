/**
 * Answers one question: who is looking? In production that is whoever the session names; in development
 * also whoever the headers, or the lack of any choice, say.
 */
import type { Services } from '../services.server.ts';
import { meetPerson } from '../domain/people/commands.server.ts';
import type { Viewer } from '../domain/people/rules.ts';
import { holdsSession, readSession } from './session.server.ts';

// A constant in the bundle: production leaves the module out altogether.
const local = import.meta.env.MODE === 'production' ? null : await import('./local.server.ts');

/** The viewer of a request, or null for nobody in particular. What does not count is no visit: nobody is there for it. */
export async function findViewer(
  services: Services,
  request: Request,
  now: Date,
  { counts = true } = {},
): Promise<Viewer> {
  const { db, config } = services;
  const development = config.auth.mode === 'dev' ? local : null;
  const strategy =
    development && new development.DevelopmentStrategy((introduction) => meetPerson(db, introduction));
  if (development?.hasDevelopmentHeaders(request)) return (await strategy?.authenticate(request)) ?? null;
  const person = await readSession(services, request, now, counts);
  if (person || !development) return person;
  const signedOut: unknown = await development.signedOutCookie.parse(request.headers.get('Cookie'));
  // Who chose somebody to be, and was signed out elsewhere, is nobody now.
  return signedOut || (await holdsSession(config, request))
    ? null
    : ((await strategy?.authenticate(request)) ?? null);
}

/** Where somebody who is not signed in goes to do so, to come back to `path`. */
export const signInPath = (config: Services['config'], path: string): string =>
  `/${config.auth.mode === 'dev' ? 'dev' : 'auth'}/sign-in?to=${encodeURIComponent(path)}`;

/** Cookies that keep somebody signed out where the default member of staff would otherwise look. */
export async function signedOutHere(config: Services['config']): Promise<string[]> {
  return local && config.auth.mode === 'dev' ? [await local.signedOutCookie.serialize('1')] : [];
}
