import { createCookie } from '@remix-run/node';

/** Kept for a year by readers on slow lines who want text alone. */
export const picturesCookie = createCookie('pictures', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  maxAge: 365 * 24 * 3600,
});

/** Does this reader want pictures? */
export async function wantsPictures(request: Request): Promise<boolean> {
  const header = request.headers.get('Cookie');
  if (!header?.includes('pictures=')) return true;
  return (await picturesCookie.parse(header)) !== 'off';
}
