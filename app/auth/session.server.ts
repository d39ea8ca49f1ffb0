/**
 * Sessions: a row holds the hash of an id that only the browser knows. This room knows people, cookies and
 * rows; it does not know how somebody proved who they are.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import type { Db } from '#db/client.server.ts';
import type { Config } from '../config.server.ts';
import type { Person } from '../domain/people/rules.ts';
import {
  endSessionOf,
  findPersonBySession,
  listSessions,
  markSeen,
  SESSION_LIFETIME,
  startSession,
} from '../domain/people/sessions.server.ts';
import type { Services } from '../services.server.ts';
import { deviceName } from './device.ts';

/** As much of a browser's own words as a row keeps. */
const LONGEST_USER_AGENT = 300;

/** `__Host-` cookies are refused over plain http, where development and text browsers live. */
type Origin = Pick<Config, 'secure'>;
const cookieFor = (config: Origin) =>
  createCookie(config.secure ? '__Host-session' : 'session', {
    httpOnly: true,
    secure: config.secure,
    sameSite: 'lax',
    path: '/',
    maxAge: SESSION_LIFETIME / 1000,
  });

const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url');

/** The hash of the id that the request's cookie holds, or null. */
async function idHashOf(config: Origin, request: Request): Promise<string | null> {
  const header = request.headers.get('Cookie');
  if (!header) return null;
  const value: unknown = await cookieFor(config).parse(header);
  return typeof value === 'string' && value.length === 43 ? hashOf(value) : null;
}

/** Signs a person in with a new id, so that an id planted before is worth nothing. → Set-Cookie. */
export async function openSession(
  db: Db,
  config: Origin,
  request: Request,
  person: Person,
  now: Date,
): Promise<string> {
  await endSession(db, config, request);
  const id = randomBytes(32).toString('base64url');
  const userAgent = (request.headers.get('User-Agent') ?? '').slice(0, LONGEST_USER_AGENT);
  await startSession(db, { idHash: hashOf(id), personId: person.id, userAgent }, now);
  return cookieFor(config).serialize(id);
}

/** The person signed in with this request's cookie, or null. Nobody waits for the visit to be written down, if it counts as one. */
export async function readSession(
  { db, config, log }: Pick<Services, 'db' | 'config' | 'log'>,
  request: Request,
  now: Date,
  counts = true,
): Promise<Person | null> {
  const idHash = await idHashOf(config, request);
  const found = idHash && (await findPersonBySession(db, idHash, now));
  if (!found) return null;
  if (found.unseen && counts) {
    markSeen(db, idHash, now).catch((fault: unknown) =>
      log.warn({ err: fault }, 'a visit is not written down'),
    );
  }
  return found.person;
}

/** Does the request come with the cookie of a session, live or ended? */
export const holdsSession = async (config: Config, request: Request): Promise<boolean> =>
  (await idHashOf(config, request)) !== null;

/** Ends the request's session: the row goes, so a copy of the cookie is worth nothing. → Set-Cookie. */
export async function endSession(db: Db, config: Origin, request: Request): Promise<string> {
  const idHash = await idHashOf(config, request);
  if (idHash) await endSessionOf(db, idHash);
  return cookieFor(config).serialize('', { maxAge: 0 });
}

/** The browsers the viewer is signed in on, by name; `current` is the one that asks. */
export async function listDevices(db: Db, config: Config, request: Request, viewer: Person, now: Date) {
  const rows = await listSessions(db, viewer, now, await idHashOf(config, request));
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) }));
}
