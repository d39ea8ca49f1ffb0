/** Who a guest is, without an account: a random number in a cookie, so that they can change what they said. */
import { randomUUID } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import type { Config } from '../config.server.ts';
import { isUuid } from '../domain/ids.ts';

const DAYS = 60;

const guestCookie = ({ secure }: Pick<Config, 'secure'>) =>
  createCookie(secure ? '__Host-guest' : 'guest', {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: DAYS * 24 * 3600,
  });

/** The number in this browser's cookie; null without one. */
export async function guestOf(config: Pick<Config, 'secure'>, request: Request): Promise<string | null> {
  const header = request.headers.get('Cookie');
  if (!header?.includes('guest=')) return null;
  const value: unknown = await guestCookie(config).parse(header);
  return typeof value === 'string' && isUuid(value) ? value : null;
}

/**
 * A number for a form about to be shown. It travels in the form as well: a browser that has no cookie yet, or takes none, sends the same
 * form twice as the same guest.
 */
export const newGuest = (): string => randomUUID();

/** → the Set-Cookie that keeps a guest's number. */
export const rememberGuest = (config: Pick<Config, 'secure'>, guest: string): Promise<string> =>
  guestCookie(config).serialize(guest);
