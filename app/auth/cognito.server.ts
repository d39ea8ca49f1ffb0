/**
 * Cognito's hosted pages by OpenID Connect: authorization code with PKCE, as a public client. `begin` sends somebody
 * there, `authenticate` takes them back. No token outlives the request that fetched it.
 */
import { createHmac } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import {
  CodeChallengeMethod,
  OAuth2RequestError,
  OAuth2Strategy,
  UnexpectedErrorResponseBodyError,
  UnexpectedResponseError,
} from 'remix-auth-oauth2';
import type { Config, OidcConfig } from '../config.server.ts';
import { Unreachable } from '../domain/errors.ts';
import { ATTEMPT_SECONDS, stateCookieName } from './attempts.server.ts';
import { remoteKeys, UntrustedAnswer, verifyIdToken, type Identity } from './id-token.server.ts';

type Settings = Pick<Config, 'origin' | 'secure' | 'sessionSecrets'>;
/** A refresh token could not be revoked. Nobody waits for that to be mended; it is told to the log. */
type Unrevoked = (fault: unknown) => void;

const TOKEN_MS = 4_000;
const REVOCATION_MS = 2_000;

export class CognitoStrategy extends OAuth2Strategy<Identity> {
  override name = 'cognito';
  readonly #oidc: OidcConfig;
  readonly #settings: Settings;
  readonly #keys: JWTVerifyGetKey;
  readonly #unrevoked: Unrevoked;

  constructor(oidc: OidcConfig, settings: Settings, unrevoked: Unrevoked) {
    super(
      {
        clientId: oidc.clientId,
        // `undefined` would be sent as a password; a public client has none.
        clientSecret: null,
        redirectURI: `${settings.origin}/auth/callback`,
        authorizationEndpoint: oidc.authorizationEndpoint,
        tokenEndpoint: oidc.tokenEndpoint,
        tokenRevocationEndpoint: oidc.revocationEndpoint,
        scopes: ['openid', 'email', 'profile'],
        codeChallengeMethod: CodeChallengeMethod.S256,
        cookie: {
          ...{ name: stateCookieName(settings), httpOnly: true, sameSite: 'Lax', path: '/' },
          ...{ maxAge: ATTEMPT_SECONDS, ...(settings.secure && { secure: true as const }) },
        },
      },
      (answer) => this.#identify(answer),
    );
    this.#oidc = oidc;
    this.#settings = settings;
    this.#keys = remoteKeys(oidc.jwksUri);
    this.#unrevoked = unrevoked;
  }

  /** A new attempt. → the redirect to the provider, with the cookie that knows the attempt again. */
  async begin(request: Request): Promise<{ state: string; redirect: Response }> {
    // A `state` in the address of whoever asks would be taken for an answer, so the library sees none of it.
    const bare = new Request(this.#settings.origin, { headers: request.headers });
    const redirect: unknown = await this.authenticate(bare).catch((thrown: unknown) => thrown);
    if (!(redirect instanceof Response)) throw redirect;
    const state = new URL(redirect.headers.get('Location') ?? '').searchParams.get('state') ?? '';
    return { state, redirect };
  }

  /** Where the provider ends its own session, and comes back to the front page. */
  logoutUrl(): string {
    const url = new URL(this.#oidc.logoutEndpoint);
    url.searchParams.set('client_id', this.#oidc.clientId);
    url.searchParams.set('logout_uri', `${this.#settings.origin}/`);
    return url.href;
  }

  protected override authorizationParams(params: URLSearchParams): URLSearchParams {
    const [secret = ''] = this.#settings.sessionSecrets;
    params.set('nonce', nonceOf(secret, params.get('state') ?? ''));
    return params;
  }

  protected override validateAuthorizationCode(code: string, codeVerifier: string) {
    return within(TOKEN_MS, super.validateAuthorizationCode(code, codeVerifier)).catch(tellApart);
  }

  async #identify({ request, tokens }: OAuth2Strategy.VerifyOptions): Promise<Identity> {
    const state = new URL(request.url).searchParams.get('state') ?? '';
    const { issuer, clientId } = this.#oidc;
    try {
      return await verifyIdToken(idTokenOf(tokens), {
        ...{ issuer, clientId, keys: this.#keys },
        nonces: this.#settings.sessionSecrets.map((secret) => nonceOf(secret, state)),
      });
    } finally {
      if (tokens.hasRefreshToken()) {
        await within(REVOCATION_MS, this.revokeToken(tokens.refreshToken())).catch(this.#unrevoked);
      }
    }
  }
}

type Tokens = OAuth2Strategy.VerifyOptions['tokens'];

function idTokenOf(tokens: Tokens): string {
  const { id_token: token } = tokens.data as { id_token?: unknown };
  if (typeof token !== 'string') throw new UntrustedAnswer('there is no id token');
  return token;
}

/** A refusal of the token endpoint goes on as it is. An answer that is none may hold anything: only its status is told. */
function tellApart(fault: unknown): never {
  if (fault instanceof OAuth2RequestError) throw fault;
  const odd = fault instanceof UnexpectedErrorResponseBodyError || fault instanceof UnexpectedResponseError;
  if (odd && fault.status < 500) throw new UntrustedAnswer(`the token endpoint said ${fault.status}`);
  throw new Unreachable('the sign-in service', odd ? undefined : { cause: fault });
}

/** Tied to the attempt's state, which its cookie keeps: nothing else has to be remembered. */
const nonceOf = (secret: string, state: string) =>
  createHmac('sha256', secret).update(`nonce:${state}`).digest('base64url');

/** The client library takes no signal: what hangs is let go of here, and ends by Node's own patience. */
async function within<T>(ms: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unreachable('the sign-in service took too long')), ms);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
