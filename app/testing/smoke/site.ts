/** A site as a stranger without a browser meets it, and how it fails a check. */

/** What a check throws: the reason, in words for whoever deployed it. */
export class Fault extends Error {}

/** Throws when something is not so. */
export function need(so: unknown, otherwise: string): asserts so {
  if (!so) throw new Fault(otherwise);
}

export type Answer = { status: number; headers: Headers; text: string; bytes: number; cookies: string[] };
export type Asking = { method?: string; headers?: Record<string, string>; body?: string };
export type Site = {
  /** Such as https://dustjacket.example. */
  origin: string;
  secure: boolean;
  /** Whether anyone may say who they are; never in production. */
  development: boolean;
  /** A file of the build, such as `x-1a2b.js`, when it is known. */
  asset?: string | undefined;
  get: (path: string, asking?: Asking) => Promise<Answer>;
};

/** Slower is as good as away for whoever stands before it. */
const PATIENCE_MS = 15_000;

export async function ask(url: string, asking: Asking = {}): Promise<Answer> {
  const response = await fetch(url, {
    ...asking,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    text: body.toString('utf8'),
    bytes: body.length,
    cookies: response.headers.getSetCookie(),
  };
}

/** Looks once whether development sign-in is there. */
export async function openSite(url: string, asset?: string): Promise<Site> {
  const { origin, protocol } = new URL(url);
  const get = (path: string, asking?: Asking) => ask(origin + path, asking);
  const development = (await get('/dev/sign-in')).status === 200;
  return { origin, secure: protocol === 'https:', development, asset, get };
}
