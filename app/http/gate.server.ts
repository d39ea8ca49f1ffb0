/**
 * The first line of every loader and action: who may enter, and what they may use once inside. A gate
 * answers the wrong person itself: to the sign-in page, or a 403 that says who may.
 */
import { redirect, type AppLoadContext } from '@remix-run/node';
import { LONGEST_RETURN, welcomePath } from '../auth/return-to.ts';
import { findViewer, signInPath } from '../auth/viewer.server.ts';
import { Forbidden } from '../domain/errors.ts';
import type { Person, Role, Viewer } from '../domain/people/rules.ts';
import type { Log } from '../log.server.ts';
import { services, type WebServices } from '../services.server.ts';
import { networkOf, type Limits, type Policy } from './limits.server.ts';
import { SignedOut, TooOften } from './refusal.ts';

declare module '@remix-run/node' {
  /** What server.ts hands to every loader and action of one request. */
  interface AppLoadContext {
    requestId: string;
    /** The load balancer's name for it, where there is one. */
    traceId?: string | undefined;
    /** The address of whoever asks, as the last trusted proxy saw it. */
    address: string;
    /** When it came, on the monotonic clock, in milliseconds. */
    began: number;
    /** Has something done when the connection is gone: an answer that goes on is not told otherwise. */
    whenLeft: (act: () => void) => void;
    /** Filled in by the first gate, so that a page with three loaders looks its viewer up once. */
    viewer?: Promise<Viewer>;
    /** Filled in when a form has been counted against its sender's limit, so that it counts once. */
    counted?: Promise<void>;
    /** The fields of a form that was read, kept for the page that offers to send them again. */
    form?: URLSearchParams;
  }
}

export type Args = { request: Request; context: AppLoadContext };
export type Visit = Pick<WebServices, 'config' | 'db' | 'storage' | 'queue' | 'identity' | 'metrics'> & {
  viewer: Viewer;
  log: Log;
  /** The time of this request; nothing below asks a clock. */
  now: Date;
};
export type SignedInVisit = Visit & { viewer: Person };

/** Anyone at all: `viewer` is null for readers who are not signed in. */
export async function anyone({ request, context }: Args): Promise<Visit> {
  const all = services();
  const now = new Date();
  context.viewer ??= findViewer(all, request, now);
  const viewer = await context.viewer;
  if (isForm(request)) await (context.counted ??= countForm(all.limits, { request, context }, viewer));
  const { requestId, traceId } = context;
  const log = all.log.child({ requestId, traceId, ...(viewer && { personId: viewer.id }) });
  const { config, db, storage, queue, identity, metrics } = all;
  return { config, db, storage, queue, identity, metrics, viewer, log, now };
}

/** A form counts against the person who sends it, or else against the address it comes from. */
function countForm(limits: Limits, { request, context }: Args, viewer: Viewer): Promise<void> {
  if (!viewer) return take(limits, 'strangers', networkOf(context.address));
  return take(limits, isUpload(request) ? 'uploads' : 'forms', viewer.id);
}

/**
 * For forms that only end sessions. They are not counted: whoever holds a stolen cookie could otherwise send so much
 * that its owner is kept from ending it.
 */
export function leaving(args: Args): Promise<Visit> {
  args.context.counted ??= Promise.resolve();
  return anyone(args);
}

/**
 * For what a page does by itself while it is open. It counts as no visit: a machine that somebody forgot would stay signed in
 * for as long as it shows the page.
 */
export function watching(args: Args): Promise<SignedInVisit> {
  args.context.viewer ??= findViewer(services(), args.request, new Date(), { counts: false });
  return member(args);
}

/** The same for what it sends: counts one against the person, and nothing against the forms they fill in. */
export async function tapping(args: Args): Promise<SignedInVisit> {
  args.context.counted ??= Promise.resolve();
  const visit = await watching(args);
  await take(services().limits, 'taps', visit.viewer.id);
  return visit;
}

/**
 * For the ways to sign in and back: counts one against the address, which all who are not signed in share. What is no
 * navigation, such as the pictures of a foreign page, is refused and counts for nobody.
 */
export async function signingIn({ request, context }: Args, way: 'signIn' | 'signedIn'): Promise<void> {
  const { headers } = request;
  const isForeign = /^(cross|same)-site$/.test(headers.get('Sec-Fetch-Site') ?? '');
  if (isForeign && headers.get('Sec-Fetch-Mode') !== 'navigate')
    throw new Forbidden('Signing in takes a page of its own.');
  await take(services().limits, way, networkOf(context.address));
}

/** For pictures that are painted on the spot: counts one against the address. */
export const painting = ({ context }: Args): Promise<void> =>
  take(services().limits, 'paintings', networkOf(context.address));

/** For guests who vote: counts one against the address, whoever is signed in there. */
export async function voting(args: Args): Promise<Visit> {
  const { request, context } = args;
  if (isForm(request)) {
    const { address } = context;
    await (context.counted ??= take(services().limits, 'votes', networkOf(address)));
  }
  return anyone(args);
}

/** For feeds, which programs ask again and again, and which are of nobody: counts one against the address. */
export async function feeding({ context }: Args): Promise<Pick<Visit, 'config' | 'db' | 'now'>> {
  const { config, db, limits } = services();
  await take(limits, 'feeds', networkOf(context.address));
  return { config, db, now: new Date() };
}

async function take(limits: Limits, policy: Policy, who: string): Promise<void> {
  const seconds = await limits.take(policy, who);
  if (seconds > 0) throw new TooOften(seconds);
}

/** Whoever is signed in, newcomers too; others are sent to sign in and come back, or keep their form on a page. */
export async function signedIn(args: Args): Promise<SignedInVisit> {
  const visit = await anyone(args);
  if (visit.viewer) return { ...visit, viewer: visit.viewer };
  const signIn = signInPath(visit.config, returnPath(args.request));
  if (isForm(args.request)) throw new SignedOut(signIn);
  throw redirect(signIn);
}

const isForm = ({ method }: Request) => method !== 'GET' && method !== 'HEAD';

/** Does a file come with this form? */
export const isUpload = ({ headers }: Request) => /^multipart\//i.test(headers.get('Content-Type') ?? '');

/** Where to come back to: a form's page, not what the form did; of an address too long for a header, what fits. */
function returnPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const ways = isForm(request) ? [pathname] : [pathname + search, pathname];
  return ways.find(({ length }) => length <= LONGEST_RETURN) ?? '/';
}

/** Publishers, authors and staff. */
export const hiring = (args: Args) => withRole(args, ['hiring_user', 'admin'], 'publishers and authors');

/** Designers. */
export const designer = (args: Args) => withRole(args, ['designer'], 'designers');

/** Staff. */
export const admin = (args: Args) => withRole(args, ['admin'], 'staff');

/** Whoever has said what they are here for; newcomers are sent to do so and come back. */
export async function member(args: Args): Promise<SignedInVisit> {
  const visit = await signedIn(args);
  if (visit.viewer.role !== 'newcomer') return visit;
  throw redirect(welcomePath(returnPath(args.request)), isForm(args.request) ? 303 : 302);
}

async function withRole(args: Args, roles: readonly Role[], who: string): Promise<SignedInVisit> {
  const visit = await member(args);
  if (!roles.includes(visit.viewer.role)) {
    throw new Forbidden(`This page is for ${who}. You are signed in as ${visit.viewer.name}.`);
  }
  return visit;
}
