import { expect, test } from 'vitest';
import { readConfig } from '../config.server.ts';
import { contentSecurityPolicy } from './headers.server.ts';

const base = { DATABASE_URL: 'postgres://someone:else@localhost/x', NODE_ENV: 'test' };
const formAction = (env: Record<string, string>) =>
  /form-action ([^;]*)/.exec(contentSecurityPolicy('', readConfig({ ...base, ...env }).auth))?.[1];

test('forms go to ourselves, and on to where people sign in and out', () => {
  const cognito = { AUTH_MODE: 'cognito', COGNITO_CLIENT_ID: 'c', COGNITO_USER_POOL_ID: 'eu-west-1_x' };
  expect(formAction({})).toBe(`'self'`);
  expect(formAction({ ...cognito, COGNITO_DOMAIN: 'dustjacket' })).toBe(
    `'self' https://dustjacket.auth.eu-west-1.amazoncognito.com`,
  );
  const apart = {
    COGNITO_DOMAIN: 'id.example.test',
    OIDC_LOGOUT_ENDPOINT: 'https://bye.example.test/logout',
  };
  expect(formAction({ ...cognito, ...apart })).toBe(
    `'self' https://id.example.test https://bye.example.test`,
  );
});

test('only a page that sends a script may run one, and ask for more', () => {
  const { auth } = readConfig(base);
  expect(contentSecurityPolicy('', auth)).not.toMatch(/script-src|connect-src/);
  expect(contentSecurityPolicy('', auth, true)).toContain("script-src 'self'; connect-src 'self'");
});
