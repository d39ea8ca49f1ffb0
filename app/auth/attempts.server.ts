/**
 * What a browser carries while somebody is away at the provider: for each attempt the library's own cookie with state
 * and verifier, and ours with the page to come back to. The library never takes its cookie back, so this does.
 */
import { createCookie } from '@remix-run/node';
import type { Config } from '../config.server.ts';
import { safeReturnTo } from './return-to.ts';

type Settings = Pick<Config, 'secure' | 'sessionSecrets'>;

/** How long somebody may take at the provider's pages. */
export const ATTEMPT_SECONDS = 300;
/** The way back outlives the attempt, so that starting again still leads to the page one came from. */
const RETURN_SECONDS = 3600;
/** Attempts a browser keeps besides a new one. Node refuses a request with more than 16 KB of headers. */
const KEPT_ATTEMPTS = 4;
const LONGEST_PATH = 1000;

/** The library finds its cookies by this prefix: no other cookie's name may begin with it. */
export const stateCookieName = ({ secure }: Pick<Config, 'secure'>) => (secure ? '__Host-oauth2' : 'oauth2');

const returnPrefix = ({ secure }: Pick<Config, 'secure'>) => (secure ? '__Host-return-to.' : 'return-to.');

const returnCookie = (settings: Settings, state: string) =>
  createCookie(returnPrefix(settings) + state, {
    ...{ httpOnly: true, secure: settings.secure, sameSite: 'lax', path: '/' },
    ...{ maxAge: RETURN_SECONDS, secrets: settings.sessionSecrets },
  });

/** What the library makes: 32 random bytes. Anything else does not become part of a cookie's name. */
export const isState = (value: string | null): value is string => /^[\w-]{43}$/.test(value ?? '');

/** Is an attempt under way in this browser: this one, another one, or none at all? */
export function attemptIn(settings: Settings, request: Request, state: string): 'this' | 'another' | 'none' {
  const attempts = cookiesOf(request, `${stateCookieName(settings)}:`);
  if (attempts.length === 0) return 'none';
  return attempts.some(isOf(state)) ? 'this' : 'another';
}

/** Was this cookie made for the attempt: does it hold its state, and the verifier under it? As the library writes it. */
const isOf =
  (state: string) =>
  ({ value }: { value: string }): boolean => {
    const kept = new URLSearchParams(decoded(value));
    return kept.get('state') === state && Boolean(kept.get(state));
  };

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** → the Set-Cookie that remembers where an attempt is to end. Five long queries, signed and encoded, fill a header. */
export function rememberReturn(settings: Settings, state: string, path: string): Promise<string> {
  const fits = [path, path.split('?')[0] ?? ''].find(({ length }) => length <= LONGEST_PATH);
  return returnCookie(settings, state).serialize(fits ?? '/');
}

/** Where an attempt is to end; the front page when the browser has forgotten. */
export async function returnOf(settings: Settings, request: Request, state: string): Promise<string> {
  const path: unknown = await returnCookie(settings, state).parse(request.headers.get('Cookie'));
  return safeReturnTo(path);
}

/** Set-Cookie lines that end an attempt: its code is spent, or refused. */
export function forgetAttempt(settings: Settings, request: Request, state: string): string[] {
  const attempts = cookiesOf(request, `${stateCookieName(settings)}:`).filter(isOf(state));
  const returns = cookiesOf(request, returnPrefix(settings)).filter(({ name }) => name.endsWith(state));
  return [...attempts, ...returns].map(({ name }) => expired(settings, name));
}

/** Set-Cookie lines that end the oldest attempts, when there are too many. Browsers send the oldest cookie first. */
export function forgetOldest(settings: Settings, request: Request): string[] {
  return [`${stateCookieName(settings)}:`, returnPrefix(settings)]
    .flatMap((prefix) => cookiesOf(request, prefix).slice(0, -KEPT_ATTEMPTS))
    .map(({ name }) => expired(settings, name));
}

const expired = ({ secure }: Settings, name: string) =>
  `${name}=; Path=/; Max-Age=0; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`;

/** The cookies of a request whose name begins so, in their order. */
function cookiesOf(request: Request, prefix: string): { name: string; value: string }[] {
  return (request.headers.get('Cookie') ?? '')
    .split(/;\s*/)
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('=') };
    });
}
