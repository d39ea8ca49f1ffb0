/** The stand-in's signing keys, and ways an id token can be wrong. Each is what an attacker or a mistake could hand us. */
import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

export type SigningKey = { kid: string; privateKey: CryptoKey; privateJwk: JWK; publicJwk: JWK };

/** An RSA key as the provider publishes it under `kid`. */
export async function signingKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const named = { kid, use: 'sig', alg: 'RS256' };
  return {
    ...{ kid, privateKey },
    privateJwk: { ...(await exportJWK(privateKey)), ...named },
    publicJwk: { ...(await exportJWK(publicKey)), ...named },
  };
}

export const signed = (key: SigningKey, claims: JWTPayload) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(key.privateKey);

/** What a forger has: a genuine token, its claims, and, as if the provider itself were wrong, its key. */
export type Genuine = { token: string; claims: JWTPayload; key: SigningKey };
export type Tamper = (genuine: Genuine) => Promise<string> | string;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

/** Signed by the provider's own key, with other claims; those that are undefined are left out. */
const saying =
  (changes: JWTPayload): Tamper =>
  ({ key, claims }) =>
    signed(key, { ...claims, ...changes });

export const TAMPERED: Record<string, Tamper> = {
  'that has expired': saying({ iat: now() - 7200, exp: now() - 3600 }),
  'that never expires': saying({ exp: undefined }),
  'for another client': saying({ aud: 'another-client' }),
  'of another provider': saying({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' }),
  'without a nonce': saying({ nonce: undefined }),
  'of another attempt': saying({ nonce: 'that-of-another-attempt' }),
  'that is an access token': saying({ token_use: 'access' }),
  'that does not say what it is': saying({ token_use: undefined }),
  'about nobody': saying({ sub: '' }),
  'that nobody signed': ({ claims }) => `${encoded({ alg: 'none' })}.${encoded(claims)}.`,
  'whose claims were changed afterwards': ({ token, claims }) => {
    const [header = '', , signature = ''] = token.split('.');
    return [header, encoded({ ...claims, sub: 'somebody-else' }), signature].join('.');
  },
  'signed by a stranger under our key’s name': async ({ key, claims }) => {
    const stranger = await signingKey(key.kid);
    return signed(stranger, claims);
  },
  'signed by a key that is not published': async ({ claims }) =>
    signed(await signingKey('unheard-of'), claims),
  'signed with the public key as a secret': ({ key, claims }) => {
    const body = `${encoded({ alg: 'HS256', kid: key.kid })}.${encoded(claims)}`;
    return `${body}.${createHmac('sha256', key.publicJwk.n ?? '')
      .update(body)
      .digest('base64url')}`;
  },
  'that is none': () => 'not.a.token',
};
