import { endSession } from '../auth/session.server.ts';
import { signedOutHere } from '../auth/viewer.server.ts';
import type { Args, Visit } from './gate.server.ts';
import { seeOther } from './respond.server.ts';

/**
 * Ends the request's session and leads to the front page, which says so. The way there is through the provider, which
 * would otherwise sign the next person at this machine in as this one.
 */
export async function signedOut(
  { request, context }: Args,
  { db, config, viewer, log, identity }: Visit,
  message: string,
): Promise<Response> {
  const cookies = [await endSession(db, config, request), ...(await signedOutHere(config))];
  if (viewer) log.info({ address: context.address }, 'signed out');
  return seeOther(identity?.logoutUrl() ?? '/', message, [
    // Pages are kept for the Back button; the next person at this machine must not find them there.
    ['Clear-Site-Data', '"cache"'],
    ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]),
  ]);
}
