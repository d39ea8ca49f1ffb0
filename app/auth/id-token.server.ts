/**
 * Is an id token genuine, fresh, meant for us and for this attempt? An access token of the same provider is signed
 * by the same keys and is no identity: `token_use` tells them apart.
 */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Unreachable } from '../domain/errors.ts';
import { isSeen, plainLine } from '../domain/people/details.ts';

/** Who the provider says somebody is. */
export type Identity = {
  subject: string;
  name: string;
  email: string;
  emailVerified: boolean;
  groups: string[];
};

/** What the provider answered cannot be believed. The message is for the log: it quotes nothing of the answer. */
export class UntrustedAnswer extends Error {}

type Expected = {
  issuer: string;
  clientId: string;
  keys: JWTVerifyGetKey;
  /** What this attempt asked to find in the token; one for each secret we may have signed it with. */
  nonces: readonly string[];
  now?: Date;
};

/** Two clocks may differ by this much. */
const TOLERANCE_SECONDS = 30;
const KEYS_MS = 3_000;

/** The provider's signing keys: fetched when first needed, kept for ten minutes, asked for again for an unknown one. */
export function remoteKeys(jwksUri: string): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: KEYS_MS });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (fault) {
      // These two speak of the token; whatever else goes wrong here is the provider's.
      if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys)
        throw fault;
      throw new Unreachable('the keys of the sign-in service', { cause: fault });
    }
  };
}

/** Throws UntrustedAnswer, or Unreachable when the keys cannot be had. */
export async function verifyIdToken(token: string, expected: Expected): Promise<Identity> {
  const claims = await verified(token, expected);
  if (claims['token_use'] !== 'id') throw new UntrustedAnswer('token_use is not id');
  const { nonce, sub } = claims;
  if (typeof nonce !== 'string' || !expected.nonces.includes(nonce))
    throw new UntrustedAnswer('nonce is missing or not of this attempt');
  if (!sub || sub.length > 255) throw new UntrustedAnswer('sub is empty or too long');
  return identityOf(sub, claims);
}

async function verified(token: string, { issuer, clientId, keys, now }: Expected): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...{ issuer, audience: clientId, algorithms: ['RS256'], clockTolerance: TOLERANCE_SECONDS },
      requiredClaims: ['exp', 'iat', 'sub'],
      ...(now && { currentDate: now }),
    });
    return payload;
  } catch (fault) {
    // jose hangs the claims on its errors, so that only their words go on.
    if (fault instanceof errors.JOSEError) throw new UntrustedAnswer(`${fault.code}: ${fault.message}`);
    throw fault;
  }
}

const NAME_LENGTH = 80;

function identityOf(subject: string, claims: JWTPayload): Identity {
  const email = line(claims['email']);
  const parts = `${line(claims['given_name'])} ${line(claims['family_name'])}`.trim();
  const name = [line(claims['name']), parts, email.split('@')[0] ?? ''].find(isSeen) ?? '';
  const groups: unknown = claims['cognito:groups'];
  return {
    subject,
    name: [...name].slice(0, NAME_LENGTH).join('').trim(),
    // An address cut short would be somebody else's.
    email: email.length <= 254 && email.includes('@') ? email : '',
    // Cognito writes a boolean, or the word, depending on how the attribute came to be.
    emailVerified: claims['email_verified'] === true || claims['email_verified'] === 'true',
    groups: Array.isArray(groups) ? groups.map(line).filter(Boolean).slice(0, 50) : [],
  };
}

const line = (value: unknown): string => (typeof value === 'string' ? plainLine(value) : '');
