import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, readMigrationConfig } from './config.server.ts';

const LOCAL = { DATABASE_URL: 'postgres://me@localhost/dustjacket' };
const PARTS = {
  ...{ DATABASE_URL: undefined, DB_HOST: 'db', DB_USERNAME: 'me', DB_PASSWORD: 'x', DB_NAME: 'books' },
};
const PRODUCTION = {
  ...LOCAL,
  NODE_ENV: 'production',
  APP_ORIGIN: 'https://dustjacket.example',
  SESSION_SECRETS: 's'.repeat(32),
  STORAGE: 'disk',
  MAIL: 'ses',
  MAIL_FROM: 'Dustjacket <post@dustjacket.example>',
  COGNITO_DOMAIN: 'dustjacket',
  COGNITO_USER_POOL_ID: 'eu-west-1_AbC123',
  COGNITO_CLIENT_ID: 'client',
};

describe('the settings', () => {
  test('development needs nothing but a database', () => {
    const config = readConfig(LOCAL);
    expect(config).toMatchObject({ origin: 'http://localhost:3000', secure: false, auth: { mode: 'dev' } });
  });

  test('production is secure, and has no development sign-in', () => {
    expect(readConfig(PRODUCTION)).toMatchObject({ secure: true, auth: { mode: 'cognito' } });
  });

  test.each([
    ['no database', { DATABASE_URL: undefined }, /DATABASE_URL or DB_HOST/],
    ['an empty database url', { DATABASE_URL: '' }, /DATABASE_URL or DB_HOST/],
    ['another kind of database', { DATABASE_URL: 'sqlite://file.db' }, /DATABASE_URL/],
    ['two databases', { DB_HOST: 'db' }, /set one, not both/],
    ['half a database', { DATABASE_URL: undefined, DB_HOST: 'db', DB_USERNAME: 'me' }, /DB_PASSWORD/],
    ['two users', { DB_USERNAME: 'me' }, /DATABASE_URL and DB_USERNAME/],
    ['a database without its lock', { DATABASE_URL: 'postgres://me@db/x' }, /DATABASE_URL.*verify-full/],
    [
      'a lock that is off',
      { DATABASE_URL: 'postgres://me@db/x?sslmode=disable' },
      /DATABASE_URL.*verify-full/,
    ],
    [
      'a lock that checks nothing',
      { DATABASE_URL: 'postgres://me@db/x?sslmode=require' },
      /DATABASE_URL: sslmode/,
    ],
    ['authorities that are not there', { ...PARTS, DB_CA_FILE: '/nowhere.pem' }, /DB_CA_FILE.*ENOENT/],
    ['authorities that are none', { ...PARTS, DB_CA_FILE: 'package.json' }, /DB_CA_FILE.*no certificate/],
    ['no origin', { APP_ORIGIN: undefined }, /APP_ORIGIN/],
    ['an origin that is none', { APP_ORIGIN: 'dustjacket.example' }, /APP_ORIGIN/],
    ['an origin without its lock', { APP_ORIGIN: 'http://dustjacket.example' }, /APP_ORIGIN.*https/],
    ['storage nobody chose', { STORAGE: undefined }, /STORAGE/],
    ['mail nobody chose', { MAIL: undefined }, /^MAIL: say smtp or ses/],
    ['mail in files', { MAIL: 'files' }, /^MAIL: files/],
    ['mail from nobody', { MAIL_FROM: undefined }, /^MAIL_FROM: required/],
    ['mail from what is no address', { MAIL_FROM: 'Post <post at example>' }, /^MAIL_FROM: looks like/],
    ['mail from two', { MAIL_FROM: 'a@example.test, b@example.test' }, /^MAIL_FROM: looks like/],
    ['answers to what is no address', { MAIL_REPLY_TO: 'post' }, /^MAIL_REPLY_TO: looks like/],
    ['a mail server without an address', { MAIL: 'smtp' }, /^MAIL_URL: required/],
    [
      'a mail server that is none',
      { MAIL: 'smtp', MAIL_URL: 'https://mail.example' },
      /^MAIL_URL: looks like/,
    ],
    ['a mail server beside SES', { MAIL_URL: 'smtp://mail.example' }, /^MAIL_URL: is read when/],
    [
      'half a sign-in at a mail server',
      { MAIL: 'smtp', MAIL_URL: 'smtp://me@mail.example' },
      /^MAIL_URL: a user name and a password go together$/,
    ],
    ['a contact that is no address', { CONTACT: 'us' }, /^CONTACT/],
    ['no secret', { SESSION_SECRETS: undefined }, /SESSION_SECRETS/],
    ['a short secret', { SESSION_SECRETS: `${'s'.repeat(32)},short` }, /SESSION_SECRETS/],
    ['development sign-in', { AUTH_MODE: 'dev' }, /AUTH_MODE.*production/],
    ['no Cognito domain', { COGNITO_DOMAIN: undefined }, /COGNITO_DOMAIN/],
    ['no user pool', { COGNITO_USER_POOL_ID: undefined }, /COGNITO_USER_POOL_ID/],
    ['a user pool that is none', { COGNITO_USER_POOL_ID: 'pool' }, /COGNITO_USER_POOL_ID/],
    ['no client', { COGNITO_CLIENT_ID: undefined }, /COGNITO_CLIENT_ID/],
    [
      'a provider without its lock',
      { OIDC_TOKEN_ENDPOINT: 'http://id.example/token' },
      /tokenEndpoint.*https/,
    ],
    ['S3 without a bucket', { STORAGE: 's3' }, /S3_BUCKET/],
    ['a port that is none', { PORT: 'http' }, /PORT/],
  ])('production refuses %s, and says which setting it is', (_what, change, message) => {
    const boot = () => readConfig({ ...PRODUCTION, ...change });
    expect(boot).toThrow(ConfigError);
    expect(boot).toThrow(message);
  });

  test('a mail server is taken apart, and its password stays whole', () => {
    const at = (url: string, more = {}) =>
      readConfig({ ...PRODUCTION, MAIL: 'smtp', MAIL_URL: url, ...more }).mail.way;
    expect(at('smtp://me%40x:p%3Aw%2Fd%25@mail.example')).toEqual({
      ...{ kind: 'smtp', host: 'mail.example', port: 587, secure: false, requireTls: true },
      auth: { user: 'me@x', pass: 'p:w/d%' },
    });
    expect(at('smtps://mail.example')).toMatchObject({ port: 465, secure: true, auth: null });
    expect(at('smtp://localhost:2525')).toMatchObject({ port: 2525, requireTls: false });
    const secret = () => at('smtp://me:hush%ZZ@mail.example');
    expect(secret).toThrow(/percent-encoding/);
    expect(secret).not.toThrow(/hush/);
  });

  test('mail is from one address, and development writes it into files', () => {
    expect(readConfig(PRODUCTION).mail).toMatchObject({
      ...{ domain: 'dustjacket.example', replyTo: null, way: { kind: 'ses', region: 'eu-west-1' } },
      from: { name: 'Dustjacket', address: 'post@dustjacket.example' },
    });
    const { mail, contact } = readConfig({ ...LOCAL, CONTACT: 'us@dustjacket.example', DATA_DIR: '/data' });
    expect(mail.way).toEqual({ kind: 'files', dir: '/data/mail' });
    expect(contact).toBe('us@dustjacket.example');
  });

  test.each([
    ['a user pool', { ...LOCAL, COGNITO_USER_POOL_ID: 'eu-west-1_x' }, /COGNITO_USER_POOL_ID/],
    ['a Cognito domain', { ...LOCAL, COGNITO_DOMAIN: 'x' }, /COGNITO_DOMAIN/],
    ['a client', { ...LOCAL, COGNITO_CLIENT_ID: 'x' }, /COGNITO_CLIENT_ID/],
    ['a database host', { DB_HOST: 'db', DB_USERNAME: 'a', DB_PASSWORD: 'b', DB_NAME: 'c' }, /DB_HOST/],
  ])('development sign-in is refused beside %s', (_what, env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  test('Cognito is where its domain, pool and region say, or where each setting says', () => {
    const { auth } = readConfig({ ...PRODUCTION, AWS_REGION: 'eu-central-1' });
    expect(auth).toEqual({
      mode: 'cognito',
      oidc: {
        clientId: 'client',
        issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123',
        authorizationEndpoint: 'https://dustjacket.auth.eu-central-1.amazoncognito.com/oauth2/authorize',
        tokenEndpoint: 'https://dustjacket.auth.eu-central-1.amazoncognito.com/oauth2/token',
        revocationEndpoint: 'https://dustjacket.auth.eu-central-1.amazoncognito.com/oauth2/revoke',
        jwksUri: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123/.well-known/jwks.json',
        logoutEndpoint: 'https://dustjacket.auth.eu-central-1.amazoncognito.com/logout',
      },
    });
    const own = readConfig({ ...PRODUCTION, COGNITO_DOMAIN: 'https://login.dustjacket.example/' });
    expect(own.auth).toMatchObject({ oidc: { logoutEndpoint: 'https://login.dustjacket.example/logout' } });
    const stand = {
      ...LOCAL,
      AUTH_MODE: 'cognito',
      COGNITO_CLIENT_ID: 'c',
      OIDC_ISSUER: 'http://localhost:9',
    };
    const endpoints = ['AUTHORIZATION_ENDPOINT', 'TOKEN_ENDPOINT', 'REVOCATION_ENDPOINT', 'LOGOUT_ENDPOINT'];
    const set = Object.fromEntries(endpoints.map((name) => [`OIDC_${name}`, `http://localhost:9/${name}`]));
    expect(readConfig({ ...stand, ...set }).auth).toMatchObject({
      oidc: {
        jwksUri: 'http://localhost:9/.well-known/jwks.json',
        tokenEndpoint: set['OIDC_TOKEN_ENDPOINT'],
      },
    });
  });

  test('a database host is one that proves itself, to Amazon unless another authority is named', () => {
    const { database } = readConfig({ ...PRODUCTION, ...PARTS, DB_POOL: '7' });
    expect(database).toMatchObject({ host: 'db', port: 5432, username: 'me', database: 'books', pool: 7 });
    expect(database.ssl).toMatchObject({ host: 'db', ca: expect.stringContaining('Amazon RDS') });
    const locked = { DATABASE_URL: 'postgres://me@db/x?sslmode=verify-full' };
    expect(readConfig({ ...PRODUCTION, ...locked }).database.ssl).toMatchObject({ rejectUnauthorized: true });
  });

  test('migrating needs a database, and none of the secrets', () => {
    const env = { ...PARTS, NODE_ENV: 'production' };
    expect(readMigrationConfig(env)).toMatchObject({ database: { host: 'db' } });
    const role = { DB_APP_USERNAME: 'app', DB_APP_PASSWORD: 'secret' };
    expect(readMigrationConfig({ ...env, ...role }).appRole).toEqual({ username: 'app', password: 'secret' });
    for (const half of ['DB_APP_USERNAME', 'DB_APP_PASSWORD'])
      expect(() => readMigrationConfig({ ...env, ...role, [half]: '' })).toThrow(`${half}: required`);
    expect(() => readMigrationConfig({ ...env, ...role, DB_APP_USERNAME: 'me' })).toThrow(/fewer rights/);
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
