/**
 * Signing in with the provider, as requests and answers: off to its pages, and back with a session or with a page that
 * says why not. Every answer on the way back ends the attempt, and none of them repeats what the provider wrote.
 */
import { data, redirect } from '@remix-run/node';
import { OAuth2RequestError } from 'remix-auth-oauth2';
import {
  attemptIn,
  forgetAttempt,
  forgetOldest,
  isState,
  rememberReturn,
  returnOf,
} from '../auth/attempts.server.ts';
import type { CognitoStrategy } from '../auth/cognito.server.ts';
import { UntrustedAnswer, type Identity } from '../auth/id-token.server.ts';
import { welcomePath } from '../auth/return-to.ts';
import { openSession } from '../auth/session.server.ts';
import { signInPath } from '../auth/viewer.server.ts';
import { DomainError, Forbidden, Invalid } from '../domain/errors.ts';
import { meetPerson, type Introduction } from '../domain/people/commands.server.ts';
import type { Args, Visit } from './gate.server.ts';
import { isOutage, seeOther, type Refusal } from './respond.server.ts';

/** Sends somebody to the provider, from where they come back to `to`. */
export async function startSignIn(visit: Visit, request: Request, to: string): Promise<Response> {
  const { config, identity } = visit;
  if (!identity) return redirect(signInPath(config, to));
  const { state, redirect: leaving } = await identity.begin(request);
  for (const cookie of [await rememberReturn(config, state, to), ...forgetOldest(config, request)])
    leaving.headers.append('Set-Cookie', cookie);
  leaving.headers.set('Cache-Control', 'no-store');
  return leaving;
}

/** Takes somebody back from the provider. → where they go, or to somebody signed in already: where they could. */
export async function finishSignIn(visit: Visit, identity: CognitoStrategy, { request, context }: Args) {
  const { address } = context;
  const { config, db, viewer, now, log } = visit;
  const state = new URL(request.url).searchParams.get('state');
  const to = isState(state) ? await returnOf(config, request, state) : '/';
  const spent = isState(state) ? forgetAttempt(config, request, state) : [];
  const cookies = spent.map((cookie): [string, string] => ['Set-Cookie', cookie]);
  if (viewer) return data({ to }, { headers: cookies });
  try {
    checkAnswer(visit, request);
    const person = await meetPerson(db, introductionOf(await identity.authenticate(request)));
    cookies.push(['Set-Cookie', await openSession(db, config, request, person, now)]);
    log.info({ personId: person.id, address }, 'signed in');
    const next = person.role === 'newcomer' ? welcomePath(to) : to;
    return await seeOther(next, `You are signed in as ${person.name}.`, cookies);
  } catch (fault) {
    const { status, message, wait, other } = refusalOf(visit, fault);
    log.warn({ status, address }, 'not signed in');
    const ways = [{ href: signInPath(config, to), label: 'Start again' }];
    if (other) ways.push({ href: identity.logoutUrl(), label: 'Use another account' });
    const headers: [string, string][] = wait ? [...cookies, ['Retry-After', '30']] : cookies;
    throw data<Refusal>({ title: 'You are not signed in', message, ways }, { status, headers });
  }
}

/**
 * Is this an answer to an attempt of this browser? The library asks the same, but answers with ReferenceError and
 * RangeError, which a mistake of ours would throw as well.
 */
function checkAnswer({ config }: Visit, request: Request): void {
  const params = new URL(request.url).searchParams;
  const state = params.get('state');
  if (!isState(state)) throw new Invalid('The sign-in service sent you back without saying what for.');
  const attempt = attemptIn(config, request, state);
  if (attempt === 'none')
    throw new Invalid('That took too long, or your browser did not keep the cookie that signing in needs.');
  if (attempt === 'another')
    throw new Invalid('This sign-in was begun somewhere else, or it is over already.');
  if (!params.get('error') && !params.get('code'))
    throw new Invalid('The sign-in service sent you back without an answer.');
}

/** What we take over from the provider. Throws Forbidden without an address that it has seen to be theirs. */
function introductionOf({ subject, name, email, emailVerified, groups }: Identity): Introduction {
  if (!email)
    throw new Forbidden(
      'Your account has no e-mail address. Add one at the sign-in service, then start again.',
    );
  if (!emailVerified)
    throw new Forbidden(
      'Your e-mail address is not confirmed yet. Follow the link or type the code that the sign-in service sent you, then start again.',
    );
  return { subject, role: 'newcomer', name, email, providerGroups: groups };
}

type Words = { status: number; message: string; wait?: true; other?: true };

/** What somebody is told who could not be signed in. Whatever is not foreseen here is a fault. */
function refusalOf({ log }: Visit, fault: unknown): Words {
  if (fault instanceof DomainError)
    return {
      status: fault.status,
      message: fault.message,
      ...(fault instanceof Forbidden && { other: true }),
    };
  if (isOutage(fault)) {
    log.error({ err: fault }, 'outage');
    return {
      status: 503,
      message: 'Signing in is not possible at the moment. Try again in a minute.',
      wait: true,
    };
  }
  if (fault instanceof UntrustedAnswer) {
    log.error({ reason: fault.message }, 'answer of the sign-in service refused');
    return {
      status: 502,
      message: 'The answer of the sign-in service could not be trusted. It has been written down.',
    };
  }
  if (!(fault instanceof OAuth2RequestError)) throw fault;
  if (fault.code === 'access_denied')
    return {
      status: 403,
      message: 'You did not allow the sign-in service to tell us who you are. Nothing happened.',
    };
  if (fault.code === 'invalid_grant')
    return { status: 400, message: 'This sign-in has been used already, or is too old.' };
  // Its other words may hold anything, the state among them.
  log.error({ reason: /^\w{1,40}$/.exec(fault.code)?.[0] ?? 'unknown' }, 'sign-in refused by the provider');
  return { status: 502, message: 'The sign-in service could not sign you in. It has been written down.' };
}
