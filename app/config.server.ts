/**
 * The environment, read once and checked as a whole. Nothing else reads process.env; everything else
 * is handed the settings it needs. A wrong or conflicting setting stops the boot with one line.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { databaseAt, RDS_AUTHORITIES, verified, type DatabaseConfig } from '#db/connection.server.ts';
import { isAddress, MAIL_WAYS, mailOf, type MailConfig } from './mail/settings.ts';

export type { DatabaseConfig };

/** A set-up that must not start; the message is one line that says which setting is wrong. */
export class ConfigError extends Error {}

const port = z.coerce.number().int().min(0).max(65535);
const endpoint = z.url({ protocol: /^https?$/ }).optional();
const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: port.default(3000),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DB_HOST: z.string().optional(),
  DB_PORT: port.default(5432),
  DB_USERNAME: z.string().optional(),
  DB_PASSWORD: z.string().optional(),
  DB_NAME: z.string().optional(),
  DB_CA_FILE: z.string().default(RDS_AUTHORITIES),
  DB_POOL: z.coerce.number().int().min(1).max(50).default(5),
  DB_APP_USERNAME: z.string().optional(),
  DB_APP_PASSWORD: z.string().optional(),
  SKIP_MIGRATIONS: z.stringbool().default(false),
  AUTH_MODE: z.enum(['dev', 'cognito']).optional(),
  COGNITO_DOMAIN: z.string().optional(),
  COGNITO_USER_POOL_ID: z
    .string()
    .regex(/^[\w-]+_\w+$/, 'looks like eu-west-1_AbCdEf123')
    .optional(),
  COGNITO_CLIENT_ID: z.string().optional(),
  OIDC_ISSUER: endpoint,
  OIDC_AUTHORIZATION_ENDPOINT: endpoint,
  OIDC_TOKEN_ENDPOINT: endpoint,
  OIDC_REVOCATION_ENDPOINT: endpoint,
  OIDC_JWKS_URI: endpoint,
  OIDC_LOGOUT_ENDPOINT: endpoint,
  SESSION_SECRETS: z.string().optional(),
  STORAGE: z.enum(['disk', 's3']).optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_FORCE_PATH_STYLE: z.stringbool().default(false),
  AWS_REGION: z.string().default('eu-west-1'),
  MAIL: z.enum(MAIL_WAYS).optional(),
  MAIL_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  MAIL_REPLY_TO: z.string().optional(),
  CONTACT: z.string().refine(isAddress, 'is an e-mail address').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
});
type Environment = z.output<typeof Environment>;

/** The role that server and worker connect as; `migrate` makes it, and grants it what they need. */
export type AppRole = { username: string; password: string };
export type StorageConfig =
  | { kind: 'disk'; dir: string }
  | { kind: 's3'; bucket: string; region: string; endpoint?: string; forcePathStyle: boolean };

/** Where an OpenID provider is, and who we are to it. Every address is absolute. */
export type OidcConfig = {
  clientId: string;
  /** As the provider writes it in the `iss` of its tokens, to the letter. */
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  revocationEndpoint: string;
  jwksUri: string;
  /** Cognito's own kind of logout page: it takes `client_id` and `logout_uri`. */
  logoutEndpoint: string;
};
export type AuthConfig = { mode: 'dev' } | { mode: 'cognito'; oidc: OidcConfig };

export type Config = {
  mode: Environment['NODE_ENV'];
  port: number;
  /** The one public origin, such as https://dustjacket.example; every absolute URL is made from it. */
  origin: string;
  /** Cookies are `__Host-` and Secure when the public origin is https. */
  secure: boolean;
  database: DatabaseConfig;
  auth: AuthConfig;
  sessionSecrets: string[];
  storage: StorageConfig;
  mail: MailConfig;
  /** Where people write to us; null where nobody has said. */
  contact: string | null;
  logLevel: NonNullable<Environment['LOG_LEVEL']>;
  trustedProxyHops: number;
  /** Whether a starting container leaves the schema alone, because a deployment has seen to it. */
  skipMigrations: boolean;
};

/** Reads and checks the settings. Throws ConfigError naming the first setting that is wrong. */
export function readConfig(env: Given = process.env): Config {
  const e = read(env);
  const production = e.NODE_ENV === 'production';
  const origin = originOf(e, production);
  return {
    mode: e.NODE_ENV,
    port: e.PORT,
    origin,
    secure: origin.startsWith('https:'),
    database: databaseOf(e, production),
    auth: authOf(e, production),
    sessionSecrets: secretsOf(e, production),
    storage: storageOf(e, production),
    mail: lineOf('MAIL', () => mailOf(e, production, path.resolve(e.DATA_DIR, 'mail'))),
    contact: e.CONTACT ?? null,
    logLevel: e.LOG_LEVEL ?? (e.NODE_ENV === 'test' ? 'warn' : 'info'),
    trustedProxyHops: e.TRUSTED_PROXY_HOPS,
    skipMigrations: e.SKIP_MIGRATIONS,
  };
}

/** What `migrate` needs, which is no more than a database: it has no business with the secrets of the server. */
export function readMigrationConfig(env: Given = process.env): {
  database: DatabaseConfig;
  appRole?: AppRole;
} {
  const e = read(env);
  const database = databaseOf(e, e.NODE_ENV === 'production');
  const { DB_APP_USERNAME: username, DB_APP_PASSWORD: password } = e;
  if (!username && !password) return { database };
  if (!username) throw new ConfigError('DB_APP_USERNAME: required with DB_APP_PASSWORD');
  if (!password) throw new ConfigError('DB_APP_PASSWORD: required with DB_APP_USERNAME');
  if (username === database.username)
    throw new ConfigError('DB_APP_USERNAME: the role that migrates cannot be the one with fewer rights');
  return { database, appRole: { username, password } };
}

type Given = Record<string, string | undefined>;

function read(env: Given): Environment {
  // An empty value in a compose file or task definition means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'invalid'}`);
}

function originOf(e: Environment, production: boolean): string {
  if (production && !e.APP_ORIGIN) throw new ConfigError('APP_ORIGIN: required in production');
  const url = new URL(e.APP_ORIGIN ?? `http://localhost:${e.PORT}`);
  // Without https the session cookie is neither Secure nor bound to its host.
  if (production && !isSecureEnough(url)) throw new ConfigError('APP_ORIGIN: needs https in production');
  return url.origin;
}

/** Nothing between a process and itself can be listened to. */
const isThisMachine = (host: string) => ['localhost', '127.0.0.1', '::1'].includes(host);
const isSecureEnough = ({ protocol, hostname }: URL) => protocol === 'https:' || isThisMachine(hostname);

function databaseOf(e: Environment, production: boolean): DatabaseConfig {
  const parts = ['DB_HOST', 'DB_USERNAME', 'DB_PASSWORD', 'DB_NAME'] as const;
  if (e.DATABASE_URL) {
    const both = parts.find((name) => e[name]);
    if (both) throw new ConfigError(`DATABASE_URL and ${both}: set one, not both`);
    const database = lineOf('DATABASE_URL', () => databaseAt(e.DATABASE_URL ?? '', e.DB_POOL, e.DB_CA_FILE));
    if (production && !database.ssl && !isThisMachine(database.host))
      throw new ConfigError('DATABASE_URL: needs sslmode=verify-full in production');
    return database;
  }
  if (!e.DB_HOST) throw new ConfigError('DATABASE_URL or DB_HOST: one is required');
  const need = (name: (typeof parts)[number]) => {
    const value = e[name];
    if (!value) throw new ConfigError(`${name}: required with DB_HOST`);
    return value;
  };
  const host = e.DB_HOST;
  return {
    host,
    port: e.DB_PORT,
    username: need('DB_USERNAME'),
    password: need('DB_PASSWORD'),
    database: need('DB_NAME'),
    ssl: lineOf('DB_HOST', () => verified(host, e.DB_CA_FILE)),
    pool: e.DB_POOL,
  };
}

/** What others' own checks say is a wrong setting, too. Some name it themselves. */
function lineOf<T>(setting: string, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    throw new ConfigError(/^(DB_CA_FILE|MAIL\w*): /.test(message) ? message : `${setting}: ${message}`);
  }
}

/** Development sign-in lets anyone be anyone, so it refuses to run beside anything that smells of production. */
function authOf(e: Environment, production: boolean): AuthConfig {
  if ((e.AUTH_MODE ?? (production ? 'cognito' : 'dev')) === 'cognito') return cognitoOf(e, production);
  if (production) throw new ConfigError('AUTH_MODE: dev is refused when NODE_ENV is production');
  for (const name of ['COGNITO_USER_POOL_ID', 'COGNITO_DOMAIN', 'COGNITO_CLIENT_ID', 'DB_HOST'] as const)
    if (e[name]) throw new ConfigError(`AUTH_MODE: dev is refused when ${name} is set`);
  return { mode: 'dev' };
}

/** Each endpoint is Cognito's, derived from domain, pool and region, unless it is set by itself. */
function cognitoOf(e: Environment, production: boolean): AuthConfig {
  const need = (name: 'COGNITO_DOMAIN' | 'COGNITO_USER_POOL_ID' | 'COGNITO_CLIENT_ID', instead: string) => {
    const value = e[name];
    if (!value) throw new ConfigError(`${name}: required when AUTH_MODE is cognito${instead}`);
    return value;
  };
  const pages = (path: string) => {
    const domain = need('COGNITO_DOMAIN', ', or set every OIDC_ endpoint');
    const host = domain.replace(/^https:\/\//, '').replace(/\/$/, '');
    return `https://${host.includes('.') ? host : `${host}.auth.${e.AWS_REGION}.amazoncognito.com`}${path}`;
  };
  const issuer = () => {
    const pool = need('COGNITO_USER_POOL_ID', ', or set OIDC_ISSUER');
    return `https://cognito-idp.${pool.split('_')[0]}.amazonaws.com/${pool}`;
  };
  const oidc: OidcConfig = {
    clientId: need('COGNITO_CLIENT_ID', ''),
    issuer: e.OIDC_ISSUER ?? issuer(),
    authorizationEndpoint: e.OIDC_AUTHORIZATION_ENDPOINT ?? pages('/oauth2/authorize'),
    tokenEndpoint: e.OIDC_TOKEN_ENDPOINT ?? pages('/oauth2/token'),
    revocationEndpoint: e.OIDC_REVOCATION_ENDPOINT ?? pages('/oauth2/revoke'),
    jwksUri: e.OIDC_JWKS_URI ?? `${(e.OIDC_ISSUER ?? issuer()).replace(/\/$/, '')}/.well-known/jwks.json`,
    logoutEndpoint: e.OIDC_LOGOUT_ENDPOINT ?? pages('/logout'),
  };
  const { clientId: _, ...addresses } = oidc;
  for (const [name, address] of Object.entries(addresses))
    if (production && !isSecureEnough(new URL(address)))
      throw new ConfigError(`${name}: needs https in production`);
  return { mode: 'cognito', oidc };
}

function secretsOf(e: Environment, production: boolean): string[] {
  const secrets = (e.SESSION_SECRETS ?? '').split(',').map((secret) => secret.trim());
  const usable = secrets.filter((secret) => secret.length >= 32);
  if (usable.length < secrets.filter(Boolean).length) {
    throw new ConfigError('SESSION_SECRETS: each needs 32 characters or more');
  }
  if (usable.length > 0) return usable;
  if (production) throw new ConfigError('SESSION_SECRETS: required in production');
  // A new one at each development start costs a message, or a sign-in that was under way; two processes need one set.
  return [randomBytes(32).toString('base64url')];
}

function storageOf(e: Environment, production: boolean): StorageConfig {
  // A container's own disk goes with the container: in production somebody has to want that.
  if (!e.STORAGE && production) throw new ConfigError('STORAGE: say disk or s3 in production');
  if (e.STORAGE !== 's3') return { kind: 'disk', dir: path.resolve(e.DATA_DIR, 'storage') };
  if (!e.S3_BUCKET) throw new ConfigError('S3_BUCKET: required when STORAGE is s3');
  return {
    kind: 's3',
    bucket: e.S3_BUCKET,
    region: e.AWS_REGION,
    ...(e.S3_ENDPOINT && { endpoint: e.S3_ENDPOINT }),
    forcePathStyle: e.S3_FORCE_PATH_STYLE,
  };
}
