import { createCookie } from '@remix-run/node';
import type { Config } from '../config.server.ts';
import { services } from '../services.server.ts';

/** Kept for a year by readers on slow lines who want text alone. */
export const picturesCookie = ({ secure }: Pick<Config, 'secure'>) =>
  createCookie(secure ? '__Host-pictures' : 'pictures', {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: 365 * 24 * 3600,
  });

/** Does this reader want pictures? */
export async function wantsPictures(request: Request): Promise<boolean> {
  const header = request.headers.get('Cookie');
  if (!header?.includes('pictures=')) return true;
  return (await picturesCookie(services().config).parse(header)) !== 'off';
}
