import { createCookie } from '@remix-run/node';
import type { Config } from '../config.server.ts';

/**
 * A message for the next page, shown once. It is signed, so that nobody can put words into the site's mouth
 * with a cookie of their own making, and gone after a minute if the next page never came.
 */
export const flashCookie = (config: Config) =>
  createCookie(config.secure ? '__Host-flash' : 'flash', {
    httpOnly: true,
    secure: config.secure,
    sameSite: 'lax',
    path: '/',
    maxAge: 60,
    secrets: config.sessionSecrets,
  });

/** The waiting message and the header that forgets it; null without one. */
export async function takeFlash(
  config: Config,
  request: Request,
): Promise<{ message: string; forget: string } | null> {
  const header = request.headers.get('Cookie');
  if (!header?.includes('flash=')) return null;
  const cookie = flashCookie(config);
  const message: unknown = await cookie.parse(header);
  return typeof message === 'string' ? { message, forget: await cookie.serialize('', { maxAge: 0 }) } : null;
}
