/** What must hold of a site that people are about to use. Each says in a few words what it found, or throws a Fault. */
import { createHash } from 'node:crypto';
import { brotli, countScripts, styleOf } from '../bench/document.ts';
import { ask, need, type Answer, type Site } from './site.ts';

/** The bounds of docs/budgets.md, and the largest a picture in a list may be. */
const LARGEST = { page: 14 * 1024, raw: 50 * 1024, style: 10 * 1024, picture: 40 * 1024 };

const LISTS = ['/covers', '/briefs', '/designers'];
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const json = ({ text }: Answer) => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};

/** A page of ours: HTML, no script, and a policy that allows its one style sheet and nothing else. */
function needPage({ status, headers, text }: Answer, expected = 200): void {
  need(status === expected, `answers ${status}`);
  need(headers.get('content-type')?.startsWith('text/html'), `is ${headers.get('content-type')}`);
  need(countScripts(text) === 0, 'has a script');
  const policy = headers.get('content-security-policy') ?? '';
  need(policy.includes("default-src 'none'"), `has the policy "${policy}"`);
  need(!/unsafe|script-src/.test(policy), `has the policy "${policy}"`);
  const hash = createHash('sha256').update(styleOf(text)).digest('base64');
  need(policy.includes(`'sha256-${hash}'`), 'has a style that its own policy forbids');
}

function needHeaders({ secure }: Site, { headers }: Answer): void {
  const has = (name: string, value: RegExp) =>
    need(value.test(headers.get(name) ?? ''), `${name} is "${headers.get(name) ?? ''}"`);
  has('x-content-type-options', /^nosniff$/);
  has('x-frame-options', /^DENY$/i);
  has('referrer-policy', /^same-origin$/);
  has('cross-origin-resource-policy', /^same-origin$/);
  if (secure) has('strict-transport-security', /max-age=31536000/);
  need(!headers.has('x-powered-by'), 'says what it is made with');
}

function needImmutable({ headers }: Answer): void {
  const control = headers.get('cache-control') ?? '';
  need(/public, max-age=31536000, immutable/.test(control), `may be kept: "${control}"`);
}

export type Check = [name: string, run: (site: Site) => Promise<string>];

export const CHECKS: readonly Check[] = [
  [
    'alive',
    async ({ get }) => {
      const answer = await get('/health');
      need(answer.status === 200 && json(answer)['status'] === 'healthy', `answers ${answer.status}`);
      return `${String(json(answer)['uptime'])} s`;
    },
  ],
  [
    'ready',
    async ({ get }) => {
      const answer = await get('/ready');
      need(
        answer.status === 200 && json(answer)['status'] === 'ready',
        `${answer.status} ${answer.text.trim()}`,
      );
      return 'schema, database, storage';
    },
  ],
  [
    'front page',
    async ({ get }) => {
      needPage(await get('/'));
      return 'no script; its policy allows its style and nothing else';
    },
  ],
  [
    'sizes',
    async ({ get }) => {
      const sizes = await Promise.all(
        ['/', ...LISTS].map(async (path) => {
          const answer = await get(path);
          needPage(answer);
          const [packed, style] = [brotli(answer.text).length, brotli(styleOf(answer.text)).length];
          need(packed <= LARGEST.page, `${path} is ${kilobytes(packed)} compressed`);
          need(answer.bytes <= LARGEST.raw, `${path} is ${kilobytes(answer.bytes)}`);
          need(style <= LARGEST.style, `the style is ${kilobytes(style)} compressed`);
          return packed;
        }),
      );
      return `${sizes.length} pages, the largest ${kilobytes(Math.max(...sizes))} in brotli`;
    },
  ],
  [
    'security headers',
    async (site) => {
      for (const path of ['/', '/nowhere', '/auth/sign-in', '/health-is-elsewhere'])
        needHeaders(site, await site.get(path));
      return site.secure ? 'with HSTS' : 'without HSTS, over plain http';
    },
  ],
  [
    'https',
    async ({ secure, origin }) => {
      if (!secure) return 'not used here';
      const plain = await ask(origin.replace(/^https:/, 'http:'));
      need([301, 302, 307, 308].includes(plain.status), `http answers ${plain.status}`);
      need(
        plain.headers.get('location')?.startsWith(`${origin}/`),
        `http leads to ${plain.headers.get('location')}`,
      );
      return 'http leads here';
    },
  ],
  [
    'assets',
    async ({ get, asset }) => {
      const icon = await get('/favicon.svg');
      need(icon.status === 200, `the icon answers ${icon.status}`);
      const missing = await get('/assets/of-a-release-that-never-was.js');
      need([403, 404].includes(missing.status), `an asset that is none answers ${missing.status}`);
      need(!missing.text.includes('<script'), 'an asset that is none has a script');
      if (!asset) return 'the icon; no file of the build was named (--assets)';
      const kept = await get(`/assets/${asset}`);
      need(kept.status === 200, `${asset} answers ${kept.status}`);
      needImmutable(kept);
      return `${asset} may be kept for ever`;
    },
  ],
  [
    'a picture',
    async (site) => {
      const path = /<img [^>]*src="(\/media\/[^"]+)"/.exec((await site.get('/covers')).text)?.[1];
      if (!path) return 'there is none yet';
      const picture = await site.get(path);
      need(picture.status === 200, `${path} answers ${picture.status}`);
      need(
        picture.headers.get('content-type')?.startsWith('image/'),
        `is ${picture.headers.get('content-type')}`,
      );
      need(picture.headers.get('content-security-policy')?.includes('sandbox'), 'is not in a sandbox');
      need(picture.headers.get('x-content-type-options') === 'nosniff', 'may be taken for something else');
      need(picture.bytes <= LARGEST.picture, `is ${kilobytes(picture.bytes)}`);
      needImmutable(picture);
      return `${kilobytes(picture.bytes)}, may be kept for ever`;
    },
  ],
  ['sign-in', signIn],
  [
    'a form from elsewhere',
    async ({ get }) => {
      const headers = {
        Origin: 'https://elsewhere.example',
        'Content-Type': 'application/x-www-form-urlencoded',
      };
      for (const path of ['/auth/sign-out', '/pictures', '/']) {
        const { status } = await get(path, { method: 'POST', headers, body: 'to=off' });
        need(status === 403, `${path} answers ${status}`);
      }
      return 'is refused';
    },
  ],
  [
    'being somebody by a header',
    async ({ get, development }) => {
      const headers = { 'X-Dev-Role': 'admin', 'X-Dev-User-Id': 'dev-admin-001' };
      const { status } = await get('/admin/users', { headers });
      if (development) return `possible: this is a development build (${status})`;
      need(status === 302, `opens /admin/users: ${status}`);
      return 'is not possible';
    },
  ],
  [
    'a page that is not there',
    async ({ get }) => {
      const answer = await get('/nowhere-at-all');
      needPage(answer, 404);
      need(/<h1/.test(answer.text), 'has no heading');
      const control = answer.headers.get('cache-control') ?? '';
      need(!control.includes('public'), `may be kept: "${control}"`);
      return '404, a page of its own, not kept';
    },
  ],
];

/** To the provider's pages by code with PKCE; in development to the page where one says who one is. */
async function signIn({ get, development, secure, origin }: Site): Promise<string> {
  const link = /<a href="(\/(?:auth|dev)\/sign-in[^"]*)"/.exec((await get('/')).text)?.[1];
  if (development) {
    need((await get('/dev/sign-in')).status === 200, '/dev/sign-in is not there');
    return '/dev/sign-in: anyone may be anyone';
  }
  need(link, 'is not on the front page');
  const answer = await get(link.replaceAll('&amp;', '&'));
  need(answer.status === 302, `answers ${answer.status}`);
  const to = new URL(answer.headers.get('location') ?? '', origin);
  const asked = to.searchParams;
  need(to.origin !== origin, 'leads nowhere else');
  need(to.protocol === 'https:' || to.hostname === 'localhost', `leads to ${to.origin}, in the open`);
  need(asked.get('response_type') === 'code', `asks for ${asked.get('response_type')}`);
  need(asked.get('code_challenge_method') === 'S256' && asked.get('code_challenge'), 'is without PKCE');
  need((asked.get('state') ?? '').length >= 20, 'is without a state');
  need(asked.get('client_id'), 'does not say for whom');
  need(asked.get('redirect_uri') === `${origin}/auth/callback`, `leads back to ${asked.get('redirect_uri')}`);
  need(answer.cookies.length > 0, 'remembers nothing of the attempt');
  for (const line of answer.cookies) {
    need(
      /; *httponly/i.test(line) && /; *samesite=lax/i.test(line),
      `sets ${line.split('=')[0]} open to scripts`,
    );
    need(
      !secure || (/; *secure/i.test(line) && line.startsWith('__Host-')),
      `sets ${line.split('=')[0]} unprotected`,
    );
  }
  need(!/public/.test(answer.headers.get('cache-control') ?? ''), 'may be kept by others');
  return `${to.host}, code with PKCE and state`;
}
