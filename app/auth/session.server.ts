/**
 * Sessions: a row holds the hash of an id that only the browser knows. This room knows people, cookies and
 * rows; it does not know how somebody proved who they are.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { sessions } from '#db/schema/people.server.ts';
import type { Config } from '../config.server.ts';
import { findPersonBySession } from '../domain/people/queries.server.ts';
import type { Person } from '../domain/people/rules.ts';

const LIFETIME_SECONDS = 7 * 24 * 3600;

/** `__Host-` cookies are refused over plain http, where development and text browsers live. */
const cookieFor = (config: Pick<Config, 'secure'>) =>
  createCookie(config.secure ? '__Host-session' : 'session', {
    httpOnly: true,
    secure: config.secure,
    sameSite: 'lax',
    path: '/',
    maxAge: LIFETIME_SECONDS,
  });

const hashOf = (id: string) => createHash('sha256').update(id).digest('base64url');

async function sessionId(config: Config, request: Request): Promise<string | null> {
  const header = request.headers.get('Cookie');
  if (!header) return null;
  const value: unknown = await cookieFor(config).parse(header);
  return typeof value === 'string' && value.length === 43 ? value : null;
}

/** Signs a person in with a new id, so that an id planted before is worth nothing. → Set-Cookie. */
export async function openSession(
  db: Db,
  config: Config,
  request: Request,
  person: Person,
  now: Date,
): Promise<string> {
  await endSession(db, config, request);
  const id = randomBytes(32).toString('base64url');
  await db.insert(sessions).values({
    idHash: hashOf(id),
    personId: person.id,
    userAgent: (request.headers.get('User-Agent') ?? '').slice(0, 300),
    expiresAt: new Date(now.getTime() + LIFETIME_SECONDS * 1000),
  });
  return cookieFor(config).serialize(id);
}

/** The person signed in with this request's cookie, or null. */
export async function readSession(
  db: Db,
  config: Config,
  request: Request,
  now: Date,
): Promise<Person | null> {
  const id = await sessionId(config, request);
  return id ? findPersonBySession(db, hashOf(id), now) : null;
}

/** Ends the request's session: the row goes, so a copy of the cookie is worth nothing. → Set-Cookie. */
export async function endSession(db: Db, config: Config, request: Request): Promise<string> {
  const id = await sessionId(config, request);
  if (id) await db.delete(sessions).where(eq(sessions.idHash, hashOf(id)));
  return cookieFor(config).serialize('', { maxAge: 0 });
}
