import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.server.ts';

const LOCAL = { DATABASE_URL: 'postgres://me@localhost/dustjacket' };
const PRODUCTION = {
  ...LOCAL,
  NODE_ENV: 'production',
  APP_ORIGIN: 'https://dustjacket.example',
  SESSION_SECRETS: 's'.repeat(32),
  STORAGE: 'disk',
};

describe('the settings', () => {
  test('development needs nothing but a database', () => {
    const config = readConfig(LOCAL);
    expect(config).toMatchObject({ origin: 'http://localhost:3000', secure: false, auth: { mode: 'dev' } });
  });

  test('production is secure, and has no development sign-in', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ secure: true, auth: { mode: 'off' } });
  });

  test.each([
    ['no database', { DATABASE_URL: undefined }, /DATABASE_URL or DB_HOST/],
    ['an empty database url', { DATABASE_URL: '' }, /DATABASE_URL or DB_HOST/],
    ['another kind of database', { DATABASE_URL: 'sqlite://file.db' }, /DATABASE_URL/],
    ['two databases', { DB_HOST: 'db' }, /set one, not both/],
    ['half a database', { DATABASE_URL: undefined, DB_HOST: 'db', DB_USERNAME: 'me' }, /DB_PASSWORD/],
    ['no origin', { APP_ORIGIN: undefined }, /APP_ORIGIN/],
    ['an origin that is none', { APP_ORIGIN: 'dustjacket.example' }, /APP_ORIGIN/],
    ['an origin without its lock', { APP_ORIGIN: 'http://dustjacket.example' }, /APP_ORIGIN.*https/],
    ['storage nobody chose', { STORAGE: undefined }, /STORAGE/],
    ['no secret', { SESSION_SECRETS: undefined }, /SESSION_SECRETS/],
    ['a short secret', { SESSION_SECRETS: `${'s'.repeat(32)},short` }, /SESSION_SECRETS/],
    ['development sign-in', { AUTH_MODE: 'dev' }, /AUTH_MODE.*production/],
    ['S3 without a bucket', { STORAGE: 's3' }, /S3_BUCKET/],
    ['a port that is none', { PORT: 'http' }, /PORT/],
  ])('production refuses %s, and says which setting it is', (_what, change, message) => {
    const boot = () => readConfig({ ...PRODUCTION, ...change });
    expect(boot).toThrow(ConfigError);
    expect(boot).toThrow(message);
  });

  test.each([
    ['Cognito', { ...LOCAL, COGNITO_USER_POOL_ID: 'eu-west-1_x' }, /COGNITO_USER_POOL_ID/],
    ['a database host', { DB_HOST: 'db', DB_USERNAME: 'a', DB_PASSWORD: 'b', DB_NAME: 'c' }, /DB_HOST/],
  ])('development sign-in is refused beside %s', (_what, env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  test('a message is one line', () => {
    for (const change of [{ PORT: 'x' }, { LOG_LEVEL: 'loud' }, { SESSION_SECRETS: 'x' }]) {
      expect(() => readConfig({ ...PRODUCTION, ...change })).toThrow(/^[^\n]+$/);
    }
  });

  test('the first secret signs, all of them are read', () => {
    const secrets = ['n'.repeat(40), 'o'.repeat(40)];
    expect(readConfig({ ...PRODUCTION, SESSION_SECRETS: secrets.join(' , ') }).sessionSecrets).toEqual(
      secrets,
    );
  });
});
