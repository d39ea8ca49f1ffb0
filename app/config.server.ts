/**
 * The environment, read once and checked as a whole. Nothing else reads process.env; everything else
 * is handed the settings it needs. A wrong or conflicting setting stops the boot with one line.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';

/** A set-up that must not start; the message is one line that says which setting is wrong. */
export class ConfigError extends Error {}

const port = z.coerce.number().int().min(0).max(65535);
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
  DB_POOL: z.coerce.number().int().min(1).max(50).default(5),
  AUTH_MODE: z.enum(['dev', 'off']).optional(),
  COGNITO_USER_POOL_ID: z.string().optional(),
  SESSION_SECRETS: z.string().optional(),
  STORAGE: z.enum(['disk', 's3']).optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_FORCE_PATH_STYLE: z.stringbool().default(false),
  AWS_REGION: z.string().default('eu-west-1'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
});
type Environment = z.output<typeof Environment>;

export type DatabaseConfig = {
  /** Spread into postgres.js: either a URL or separate parts, never a mix. */
  url?: string;
  host?: string;
  port?: number;
  username?: string;
  password?: string;
  database?: string;
  ssl?: { rejectUnauthorized: true };
  pool: number;
};
export type StorageConfig =
  | { kind: 'disk'; dir: string }
  | { kind: 's3'; bucket: string; region: string; endpoint?: string; forcePathStyle: boolean };

export type Config = {
  mode: Environment['NODE_ENV'];
  port: number;
  /** The one public origin, such as https://dustjacket.example; every absolute URL is made from it. */
  origin: string;
  /** Cookies are `__Host-` and Secure when the public origin is https. */
  secure: boolean;
  database: DatabaseConfig;
  auth: { mode: 'dev' | 'off' };
  sessionSecrets: string[];
  storage: StorageConfig;
  logLevel: NonNullable<Environment['LOG_LEVEL']>;
  trustedProxyHops: number;
};

/** Reads and checks the settings. Throws ConfigError naming the first setting that is wrong. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  // An empty value in a compose file or task definition means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'invalid'}`);
  }
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  const origin = originOf(e, production);
  return {
    mode: e.NODE_ENV,
    port: e.PORT,
    origin,
    secure: origin.startsWith('https:'),
    database: databaseOf(e),
    auth: { mode: authModeOf(e, production) },
    sessionSecrets: secretsOf(e, production),
    storage: storageOf(e, production),
    logLevel: e.LOG_LEVEL ?? (e.NODE_ENV === 'test' ? 'warn' : 'info'),
    trustedProxyHops: e.TRUSTED_PROXY_HOPS,
  };
}

function originOf(e: Environment, production: boolean): string {
  if (production && !e.APP_ORIGIN) throw new ConfigError('APP_ORIGIN: required in production');
  const { origin, protocol, hostname } = new URL(e.APP_ORIGIN ?? `http://localhost:${e.PORT}`);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  // Without https the session cookie is neither Secure nor bound to its host.
  if (production && protocol !== 'https:' && !local)
    throw new ConfigError('APP_ORIGIN: needs https in production');
  return origin;
}

function databaseOf(e: Environment): DatabaseConfig {
  if (e.DATABASE_URL && e.DB_HOST) throw new ConfigError('DATABASE_URL and DB_HOST: set one, not both');
  if (e.DATABASE_URL) return { url: e.DATABASE_URL, pool: e.DB_POOL };
  if (!e.DB_HOST) throw new ConfigError('DATABASE_URL or DB_HOST: one is required');
  for (const name of ['DB_USERNAME', 'DB_PASSWORD', 'DB_NAME'] as const) {
    if (!e[name]) throw new ConfigError(`${name}: required with DB_HOST`);
  }
  return {
    host: e.DB_HOST,
    port: e.DB_PORT,
    username: e.DB_USERNAME,
    password: e.DB_PASSWORD,
    database: e.DB_NAME,
    ssl: { rejectUnauthorized: true },
    pool: e.DB_POOL,
  };
}

/** Development sign-in lets anyone be anyone, so it refuses to run beside anything that smells of production. */
function authModeOf(e: Environment, production: boolean): 'dev' | 'off' {
  const mode = e.AUTH_MODE ?? (production ? 'off' : 'dev');
  if (mode === 'off') return mode;
  if (production) throw new ConfigError('AUTH_MODE: dev is refused when NODE_ENV is production');
  if (e.COGNITO_USER_POOL_ID)
    throw new ConfigError('AUTH_MODE: dev is refused when COGNITO_USER_POOL_ID is set');
  if (e.DB_HOST) throw new ConfigError('AUTH_MODE: dev is refused when DB_HOST is set');
  return mode;
}

function secretsOf(e: Environment, production: boolean): string[] {
  const secrets = (e.SESSION_SECRETS ?? '').split(',').map((secret) => secret.trim());
  const usable = secrets.filter((secret) => secret.length >= 32);
  if (usable.length < secrets.filter(Boolean).length) {
    throw new ConfigError('SESSION_SECRETS: each needs 32 characters or more');
  }
  if (usable.length > 0) return usable;
  if (production) throw new ConfigError('SESSION_SECRETS: required in production');
  // Only flash messages are signed with it: a new one at each development start loses nothing.
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
