/** A stocked house behind the edge: the production build, the sample catalogue, and a browser's bare bones. */
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { seed } from '#db/seed.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { freePort } from '#db/embedded.ts';
import { openSession } from '#app/auth/session.server.ts';
import { readConfig } from '#app/config.server.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { productionBuild, startProduct } from '../server.ts';

export type Page = { status: number; text: string; cache: string; headers: Headers };

/** Starts everything but the edge itself, which `port` is kept for. */
export async function openHouse() {
  const settings = {
    ...{
      NODE_ENV: 'production',
      BUILD_DIR: await productionBuild(),
      STORAGE: 'disk',
      TRUSTED_PROXY_HOPS: '1',
    },
    ...{ MAIL: 'smtp', MAIL_URL: 'smtp://localhost:1', MAIL_FROM: 'post@dustjacket.example' },
    SESSION_SECRETS: 'a secret of the tests and of nothing else',
    ...{ COGNITO_DOMAIN: 'dustjacket', COGNITO_USER_POOL_ID: 'eu-west-1_Test', COGNITO_CLIENT_ID: 'test' },
  };
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const product = await startProduct({ env: { ...settings, APP_ORIGIN: origin }, worker: false });
  await seed(product.config);
  const config = readConfig({ ...settings, APP_ORIGIN: origin, DATABASE_URL: product.url });

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Page> => {
    const answer = await fetch(origin + path, { headers, redirect: 'manual' });
    return {
      status: answer.status,
      text: await answer.text(),
      cache: answer.headers.get('X-Cache') ?? '',
      headers: answer.headers,
    };
  };

  return {
    product,
    /** One page, by the edge. */
    get,
    port,
    origin,
    /** Where the server itself is, for the edge. */
    app: new URL(product.origin).host,
    paths: await publicPaths(product.db),
    /** Signs somebody in, as the way back from the provider does. → their cookie */
    async signIn(person: Person): Promise<string> {
      const set = await openSession(product.db, config, new Request(origin), person, new Date());
      return set.slice(0, set.indexOf(';'));
    },
  };
}

/** Every page that is the same for all: the lists first, then what they lead to. */
async function publicPaths(db: Db): Promise<string[]> {
  const shown = await db.select({ id: pieces.id }).from(pieces).where(isNotNull(pieces.shownAt));
  const drawing = await db
    .select({ slug: designers.slug })
    .from(designers)
    .where(isNotNull(designers.lastShownAt));
  const open = await db
    .select({ id: briefs.id })
    .from(briefs)
    .where(and(eq(briefs.state, 'open'), eq(briefs.visibility, 'public')));
  return [
    ...[
      '/',
      '/covers',
      '/briefs',
      '/designers',
      '/covers?genre=crime_thriller',
      '/briefs?format=ebook_front',
    ],
    ...shown.map(({ id }) => `/covers/${id}`),
    ...drawing.map(({ slug }) => `/designers/${slug}`),
    ...open.map(({ id }) => `/briefs/${id}`),
  ];
}

/** The same numbers every time (mulberry32), so that a failure can be had again. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws by Zipf's law: the second is asked for half as often as the first, the third a third. */
export function zipf<T>(all: readonly T[], roll: () => number): () => T {
  let total = 0;
  const upTo = all.map((_, at) => (total += 1 / (at + 1)));
  return () => {
    const at = roll() * total;
    return all[upTo.findIndex((bound) => bound >= at)] as T;
  };
}

/** Does `job` for 0…count-1, `width` at a time. */
export async function crowd(count: number, width: number, job: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: width }, one));
}
