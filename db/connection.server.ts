/**
 * Where the database is and whom we trust to be it, as one set of parts. An address is taken apart here and
 * never handed to a driver whole: an option in it would quietly override what we say about TLS.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type DatabaseConfig = {
  host: string;
  port: number;
  username: string;
  password: string;
  database: string;
  /** `host` is what the certificate must be for; without it an IP address would go unchecked. */
  ssl: false | { ca: string; host: string; rejectUnauthorized: true };
  /** How many connections the pool may open. */
  pool: number;
};

/** Amazon's authorities for RDS in every commercial region, from the root of the project. */
export const RDS_AUTHORITIES = 'db/certs/rds-global.pem';

const SSL_MODES = ['disable', 'verify-full'];

/** The parts of `postgres://user:password@host:port/name`. Throws an Error that is one line, without the password. */
export function databaseAt(url: string, pool = 5, caFile = RDS_AUTHORITIES): DatabaseConfig {
  const parts = new URL(url);
  const mode = parts.searchParams.get('sslmode');
  if (mode !== null && !SSL_MODES.includes(mode))
    throw new Error(`sslmode is ${SSL_MODES.join(' or ')}: anything else leaves the server unverified`);
  const other = [...parts.searchParams.keys()].find((name) => name !== 'sslmode');
  if (other) throw new Error(`takes no parameter ${other}, only sslmode`);
  const decode = (name: string, text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      throw new Error(`its ${name} needs percent-encoding: a % is written %25`);
    }
  };
  // What a bare /, ? or # in a password leaves of an address.
  if (!parts.username || parts.hash) throw new Error('needs a user name, and a password percent-encoded');
  // An IPv6 address stands in brackets, which no resolver wants.
  const host = parts.hostname.replace(/^\[(.*)\]$/, '$1');
  const username = decode('user name', parts.username);
  return {
    host,
    port: Number(parts.port || 5432),
    username,
    password: decode('password', parts.password),
    database: decode('database name', parts.pathname.slice(1)) || username,
    ssl: mode === 'verify-full' && verified(host, caFile),
    pool,
  };
}

/** TLS with a server that proves to be `host`, to one of the authorities in the file. */
export function verified(host: string, caFile = RDS_AUTHORITIES) {
  return { ca: authorities(caFile), host, rejectUnauthorized: true } as const;
}

function authorities(file: string): string {
  const bundled = file === RDS_AUTHORITIES;
  let text = '';
  try {
    text = readFileSync(path.resolve(file), 'utf8');
  } catch (fault) {
    throw new Error(`${bundled ? '' : 'DB_CA_FILE: '}${file} cannot be read (${codeOf(fault)})`);
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`DB_CA_FILE: there is no certificate in ${file}`);
  return text;
}

/**
 * A password as PostgreSQL hashes it (RFC 4013, SASLprep): odd spaces are spaces, invisible characters are gone, and
 * letters are in their compatible form. `pg` does this by itself, postgres.js does not.
 */
export const prepared = (password: string): string =>
  password
    .replace(/[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g, ' ')
    .replace(/\u00AD|\u034F|\u1806|[\u180B-\u180D]|\u200C|\u200D|\u2060|[\uFE00-\uFE0F]|\uFEFF/g, '')
    .normalize('NFKC');

/** Why there is no connection, for the person who starts a process; null when it is about something else. */
export function whyUnreachable(fault: unknown, { host, port }: DatabaseConfig): string | null {
  const code = codeOf(fault);
  const text = fault instanceof Error ? fault.message : '';
  const reason =
    (/SSL connections|before secure TLS/.test(text) ? 'it speaks no TLS' : undefined) ??
    REASONS[code] ??
    (code.startsWith('28') || code.startsWith('3D') || code.startsWith('57P') ? text : undefined);
  return reason === undefined ? null : `the database at ${host}:${port} cannot be used: ${reason}`;
}

const UNKNOWN_AUTHORITY = 'its certificate is from an authority we do not know (see DB_CA_FILE)';
const REASONS: Record<string, string> = {
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  CERT_SIGNATURE_FAILURE: UNKNOWN_AUTHORITY,
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it hung up',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  CONNECT_TIMEOUT: 'it does not answer',
};

function codeOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' ? code : '';
}
