/**
 * Answers. The one place where an expected failure becomes a status and a page, and where a success
 * becomes a redirect with a message. Routes wrap their loader and action in `respond`.
 */
import { data, redirect } from '@remix-run/node';
import type { Submission, SubmissionResult } from '@conform-to/dom';
import { Conflict, DomainError, Unreachable } from '../domain/errors.ts';
import { services } from '../services.server.ts';
import { StorageUnavailable } from '../storage/storage.ts';
import { drain } from './drain.server.ts';
import { flashCookie } from './flash.server.ts';
import { readForm } from './form.server.ts';
import { isUpload, type Args } from './gate.server.ts';
import { hasCode, PASSING, Patience } from './patience.server.ts';
import { SignedOut, TooOften } from './refusal.ts';

/** What an error page is told. */
export type Refusal = {
  message: string;
  /** Instead of what the status says at the top. */
  title?: string;
  /** A form that could not be taken now, to be sent again: nothing typed is lost. */
  again?: { action: string; fields: [string, string][] };
  /** What was written in a form whose time is over, to be copied from the page: nothing typed is lost. */
  written?: string[];
  /** Where to sign in first, in another tab. */
  signIn?: string;
  /** Where to go on, instead of the usual places. */
  ways?: { href: string; label: string }[];
};

/** A page takes a few milliseconds: after this long the database may not be there at all. */
const LONG_MS = 1000;

const patience = new Patience();

/**
 * Wraps a loader or an action: what it throws becomes the page it should be. A Response it returns, such as a
 * redirect, never reaches a component, so the type of its data leaves that out. A loader runs again while the
 * database restarts; an action never does.
 */
export function respond<A extends Args, R>(run: (args: A) => Promise<R>) {
  return async (args: A): Promise<Exclude<R, Response>> => {
    const { request, context } = args;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    // Whoever asks was not found out either.
    const renew = () => delete context.viewer;
    // An upload takes its time however well the database is.
    const impatience = isUpload(request)
      ? undefined
      : setTimeout(() => services().suspect(), LONG_MS).unref();
    try {
      const answer = reads ? patience.during(() => run(args), renew, request.signal) : run(args);
      return (await answer) as Exclude<R, Response>;
    } catch (thrown) {
      const refusal = await refusalOf(thrown, args);
      // A browser that is still sending would wait for ever for somebody to read on.
      const { body, bodyUsed } = request;
      if (body && !bodyUsed && !body.locked) void drain(body.getReader());
      throw refusal ?? thrown;
    } finally {
      clearTimeout(impatience);
    }
  };
}

async function refusalOf(thrown: unknown, args: Args) {
  if (thrown instanceof DomainError) {
    const written = thrown instanceof Conflict ? writtenIn(args.context.form) : [];
    return data<Refusal>({ message: thrown.message, written }, { status: thrown.status });
  }
  if (thrown instanceof SignedOut) return signedOut(thrown, args);
  if (thrown instanceof TooOften) return tooOften(thrown, args);
  if (!isOutage(thrown)) return null;
  const { requestId, traceId } = args.context;
  services().log.error({ err: thrown, requestId, traceId }, 'outage');
  const again = await keptForm(args);
  const message = `A part of Dustjacket cannot be reached at the moment. Nothing was changed.${
    again ? ' What you typed is kept on this page: send it again in a moment.' : ''
  }`;
  return data<Refusal>(
    { message, ...(again && { again }) },
    { status: 503, headers: { 'Retry-After': '30' } },
  );
}

/** A refusal that says where to go on; and what was written, which somebody may want to keep. */
export const withWays = (
  { message, status }: DomainError,
  ways: NonNullable<Refusal['ways']>,
  written: string[] = [],
) => data<Refusal>({ message, ways, written }, { status });

/** What somebody wrote in a form: its words, and not what was chosen, counted or put there by the page. */
export const writtenIn = (form: URLSearchParams | undefined): string[] =>
  [...(form ?? [])].flatMap(([name, text]) =>
    name !== 'was' && !name.includes('[') && /\S\s+\S/.test(text) ? [text.trim()] : [],
  );

async function signedOut({ signIn }: SignedOut, args: Args) {
  const again = await keptForm(args);
  const message = again
    ? 'What you wrote is still here. Sign in in a new tab, come back to this one, and send it again.'
    : 'What you sent could not be kept. Sign in in a new tab, go back to the form in this one, and send it from there; a file has to be chosen again.';
  const title = 'You have been signed out';
  return data<Refusal>({ title, message, signIn, ...(again && { again }) }, { status: 403 });
}

async function tooOften({ seconds, when }: TooOften, args: Args) {
  // To read a stranger's form and write it back would cost more than what is limited.
  const again = (await args.context.viewer) ? await keptForm(args) : null;
  const kept = again ? ' What you typed is kept on this page: send it again then.' : '';
  const file = isUpload(args.request) ? ' A file has to be chosen again: go back to its form then.' : '';
  return data<Refusal>(
    {
      message: `You have sent a lot in a short time. Try again ${when}.${kept}${file}`,
      ...(again && { again }),
    },
    { status: 429, headers: { 'Retry-After': String(seconds) } },
  );
}

/** The form of a request that is refused, read now if the refusal came first; null for uploads and what is no form. */
async function keptForm(args: Args): Promise<Refusal['again'] | null> {
  const { request, context } = args;
  const form = context.form ?? (request.method === 'POST' ? await readForm(args).catch(() => null) : null);
  const { pathname, search } = new URL(request.url);
  return form && { action: pathname + search, fields: [...form] };
}

/** PostgreSQL's and the network's ways of saying "not now": shutting down, starting up, full, gone, read-only. */
const OUTAGES = [
  ...PASSING,
  ...['08000', '08003', '53300', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['CONNECT_TIMEOUT', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED'],
];

/** Is this fault somebody else's outage? */
export const isOutage = (fault: unknown): boolean =>
  fault instanceof StorageUnavailable || fault instanceof Unreachable || hasCode(fault, OUTAGES);

/** After a change: 303 to a page, which shows `message` once. */
export async function seeOther(
  path: string,
  message?: string,
  headers: [string, string][] = [],
): Promise<Response> {
  const all = new Headers(headers);
  if (message) all.append('Set-Cookie', await flashCookie(services().config).serialize(message));
  return redirect(path, { status: 303, headers: all });
}

/** A form that was refused: the same page at 400, with every value and each message beside its field. */
export function invalid(submission: Submission<unknown>, problems?: Record<string, string[]>) {
  const result: SubmissionResult = submission.reply(problems && { fieldErrors: problems });
  return data({ result }, { status: 400 });
}
