/**
 * A stand-in for Cognito: a certified OpenID provider on loopback, with Cognito's addresses, claims and logout. It
 * remembers what it was asked, can be told to be away, to hang or to answer nonsense, and to hand out a wrong id token.
 */
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import Provider, { type Adapter, type AdapterPayload, type Configuration } from 'oidc-provider';
import { closeLater } from './database.server.ts';
import { consentPage, fieldsOf, HOSTILE, loginPage } from './oidc-pages.ts';
import { signingKey, type SigningKey, type Tamper } from './oidc-tokens.ts';

export const CLIENT_ID = 'dustjacket-web';
export const PASSWORD = 'Correct-Horse-9';
const SCOPES = 'openid email profile';

export type Account = {
  email?: string;
  email_verified?: boolean | string;
  name?: string;
  'cognito:groups'?: string[];
};
/** Answers nothing at all, or this. */
type Trouble = 'hang' | { status: number; body: string };

export type IdentityProvider = {
  /** The product's settings that lead here. */
  env: Record<string, string>;
  origin: string;
  /** Who can sign in, by user name, which is their `sub` too; every password is PASSWORD. */
  accounts: Map<string, Account>;
  /** The query of every authorization request. */
  asked: URLSearchParams[];
  /** What was handed out, the newest last. */
  issued: { refresh: string; secrets: string[] }[];
  /** Changes the id token of the next answer. */
  tamper: (tamper: Tamper) => void;
  /** Misbehaves at a path, until told `null`. */
  trouble: (path: string, how: Trouble | null) => void;
  /** Tries a refresh token. → the status of the answer. */
  refresh: (token: string) => Promise<number>;
  stop: () => Promise<void>;
  start: () => Promise<void>;
};

/** Starts one for the product at `productOrigin`. Ends by itself after the file, or the test. */
export async function startIdentityProvider(productOrigin: string): Promise<IdentityProvider> {
  let answer: http.RequestListener = () => undefined;
  const server = http.createServer((request, response) => answer(request, response));
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  closeLater(stop);

  const key = await signingKey('stand-in-1');
  const accounts = new Map<string, Account>();
  const provider = new Provider(origin, configuration(productOrigin, key, accounts));
  const asked: URLSearchParams[] = [];
  const issued: IdentityProvider['issued'] = [];
  const troubles = new Map<string, Trouble>();
  let tamper: Tamper | null = null;

  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as Record<string, string> | undefined;
    if (ctx.path !== '/oauth2/token' || ctx.status !== 200 || !body?.['id_token']) return;
    const token = body['id_token'];
    if (tamper) body['id_token'] = await tamper({ token, claims: decodeJwt(token), key });
    tamper = null;
    const secrets = [body['id_token'], body['access_token'], body['refresh_token']].map(String);
    issued.push({ refresh: String(body['refresh_token']), secrets });
  });
  const protocol = provider.callback();
  answer = (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    const trouble = troubles.get(url.pathname);
    if (trouble === 'hang') return;
    if (trouble) return void response.writeHead(trouble.status).end(trouble.body);
    if (url.pathname === '/oauth2/authorize') asked.push(url.searchParams);
    if (url.pathname === '/logout') return logOut(url, request, response, `${productOrigin}/`);
    if (url.pathname.startsWith('/interaction/')) return void interact(provider, accounts, request, response);
    return void protocol(request, response);
  };
  return {
    ...{ origin, accounts, asked, issued, stop, start: () => listen(port) },
    tamper: (how) => void (tamper = how),
    trouble: (path, how) => void (how ? troubles.set(path, how) : troubles.delete(path)),
    async refresh(token) {
      const body = new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: token,
        client_id: CLIENT_ID,
      });
      return (await fetch(`${origin}/oauth2/token`, { method: 'POST', body })).status;
    },
    env: {
      ...{ AUTH_MODE: 'cognito', COGNITO_CLIENT_ID: CLIENT_ID, OIDC_ISSUER: origin },
      OIDC_AUTHORIZATION_ENDPOINT: `${origin}/oauth2/authorize`,
      OIDC_TOKEN_ENDPOINT: `${origin}/oauth2/token`,
      OIDC_REVOCATION_ENDPOINT: `${origin}/oauth2/revoke`,
      OIDC_LOGOUT_ENDPOINT: `${origin}/logout`,
    },
  };
}

function configuration(
  productOrigin: string,
  key: SigningKey,
  accounts: Map<string, Account>,
): Configuration {
  return {
    adapter: memory(),
    clients: [
      {
        ...{ client_id: CLIENT_ID, token_endpoint_auth_method: 'none' },
        ...{ response_types: ['code'], grant_types: ['authorization_code', 'refresh_token'] },
        redirect_uris: [`${productOrigin}/auth/callback`],
      },
    ],
    jwks: { keys: [key.privateJwk] },
    pkce: { required: () => true },
    routes: {
      ...{ authorization: '/oauth2/authorize', token: '/oauth2/token' },
      ...{ revocation: '/oauth2/revoke', jwks: '/.well-known/jwks.json' },
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: { enabled: false },
    },
    scopes: SCOPES.split(' '),
    claims: {
      openid: ['sub', 'token_use', 'cognito:groups'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    // Cognito puts all of them into the id token.
    conformIdTokenClaims: false,
    issueRefreshToken: () => Promise.resolve(true),
    // A token given back does not take the consent with it: Cognito does not ask again either.
    revokeGrantPolicy: (ctx) => ctx.oidc.route !== 'revocation',
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, token_use: 'id', ...accounts.get(sub) }),
    }),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['of the stand-in alone'] },
    ttl: {
      Session: 3600,
      Grant: 3600,
      Interaction: 3600,
      IdToken: 3600,
      AccessToken: 3600,
      RefreshToken: 3600,
    },
    renderError(ctx, out) {
      ctx.type = 'text';
      ctx.body = JSON.stringify(out);
    },
  };
}

/** The two steps at its pages. Somebody who does not allow it sends us back with words we must never show. */
async function interact(
  provider: Provider,
  accounts: Map<string, Account>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, session } = await provider.interactionDetails(request, response);
  const show = (html: string) =>
    void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  if (request.method !== 'POST') return show(prompt.name === 'login' ? loginPage(false) : consentPage());
  const fields = await fieldsOf(request);
  if (prompt.name === 'login') {
    const accountId = fields.get('login') ?? '';
    if (!accounts.has(accountId) || fields.get('password') !== PASSWORD) return show(loginPage(true));
    return provider.interactionFinished(request, response, { login: { accountId } });
  }
  if (fields.get('answer') !== 'allow') {
    const result = { error: 'access_denied', error_description: HOSTILE };
    return provider.interactionFinished(request, response, result);
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: CLIENT_ID });
  grant.addOIDCScope(SCOPES);
  const result = { consent: { grantId: await grant.save() } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

/** Cognito's logout: not the standard's parameters, and back only to an address it knows to the letter. */
function logOut(url: URL, request: IncomingMessage, response: ServerResponse, known: string): void {
  const { client_id: client, logout_uri: back = '' } = Object.fromEntries(url.searchParams);
  if (client !== CLIENT_ID || back !== known)
    return void response.writeHead(400).end('Required parameters missing');
  const names = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('=')[0] ?? '');
  const ended = names.map((name) => `${name}=; Path=/; Max-Age=0`);
  response.writeHead(302, { Location: back, 'Set-Cookie': ended }).end();
}

/** What the provider keeps: its own store says it is for development, on a console where nothing may speak. */
function memory(): (name: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (name) => {
    const find = (id: string) => Promise.resolve(kept.get(`${name} ${id}`));
    const one = (isIt: (payload: AdapterPayload) => boolean) =>
      Promise.resolve([...kept.values()].find((payload) => payload.kind === name && isIt(payload)));
    return {
      upsert: (id, payload) => Promise.resolve(void kept.set(`${name} ${id}`, { ...payload, kind: name })),
      find,
      findByUid: (uid) => one((payload) => payload.uid === uid),
      findByUserCode: (code) => one((payload) => payload.userCode === code),
      consume: async (id) => {
        const payload = await find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: (id) => Promise.resolve(void kept.delete(`${name} ${id}`)),
      revokeByGrantId: (grantId) => {
        for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id);
        return Promise.resolve();
      },
    };
  };
}
