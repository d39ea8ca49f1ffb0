import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CONFIG, STAGES, type StageName } from '../lib/config.ts';
import { only, resources, templates } from './synth.ts';

const pool = (stage: StageName) => only(templates[stage].identity, 'AWS::Cognito::UserPool').Properties;
const client = (stage: StageName) => only(templates[stage].app, 'AWS::Cognito::UserPoolClient').Properties;

describe('signing in', () => {
  test('shows the classic pages, which are plain forms', () => {
    for (const stage of STAGES)
      assert.equal(
        only(templates[stage].identity, 'AWS::Cognito::UserPoolDomain').Properties['ManagedLoginVersion'],
        1,
      );
  });

  test('is by code alone, from a client that has no secret', () => {
    for (const stage of STAGES) {
      assert.deepEqual(client(stage)['AllowedOAuthFlows'], ['code']);
      assert.deepEqual([...client(stage)['AllowedOAuthScopes']].sort(), ['email', 'openid', 'profile']);
      assert.equal(client(stage)['GenerateSecret'], false);
      // Nothing but the pages: no password is ever sent to us, or by us.
      assert.deepEqual(client(stage)['ExplicitAuthFlows'], ['ALLOW_REFRESH_TOKEN_AUTH']);
    }
  });

  test('comes back to one address, to the letter, and goes out to one', () => {
    for (const stage of ['staging', 'production'] as const) {
      const origin = `https://${CONFIG[stage].domain?.name}`;
      assert.deepEqual(client(stage)['CallbackURLs'], [`${origin}/auth/callback`]);
      assert.deepEqual(client(stage)['LogoutURLs'], [`${origin}/`]);
    }
    assert.deepEqual(client('dev')['CallbackURLs'], [
      {
        'Fn::Join': [
          '',
          ['https://', { 'Fn::GetAtt': ['CdnDistribution149FA6C8', 'DomainName'] }, '/auth/callback'],
        ],
      },
    ]);
    for (const stage of STAGES) assert.doesNotMatch(JSON.stringify(client(stage)), /localhost|http:\/\//);
  });

  test('tells nobody whether an address is known, and can be taken back', () => {
    for (const stage of STAGES) {
      assert.equal(client(stage)['PreventUserExistenceErrors'], 'ENABLED');
      assert.equal(client(stage)['EnableTokenRevocation'], true);
    }
  });

  test('wants twelve characters of four kinds, and offers a second factor', () => {
    for (const stage of STAGES) {
      const { PasswordPolicy } = pool(stage)['Policies'];
      assert.equal(PasswordPolicy.MinimumLength, 12);
      for (const kind of ['Lowercase', 'Uppercase', 'Numbers', 'Symbols'])
        assert.equal(PasswordPolicy[`Require${kind}`], true, kind);
      assert.equal(pool(stage)['MfaConfiguration'], 'OPTIONAL');
      assert.deepEqual(pool(stage)['EnabledMfas'], ['SOFTWARE_TOKEN_MFA']);
    }
  });

  test('cannot be deleted where people rely on it', () => {
    assert.equal(pool('production')['DeletionProtection'], 'ACTIVE');
    assert.notEqual(pool('dev')['DeletionProtection'], 'ACTIVE');
  });
});

describe('the mail', () => {
  test('comes from one identity, whose keys are in the zone', () => {
    const { identity } = templates.production;
    identity.resourceCountIs('AWS::SES::EmailIdentity', 1);
    identity.resourceCountIs('AWS::Route53::RecordSet', 3);
  });

  test('is sent by the worker alone, from one address', () => {
    for (const stage of STAGES) {
      const sending = resources(templates[stage].app, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
        JSON.stringify(Properties).includes('ses:SendEmail'),
      );
      assert.equal(sending.length, 1);
      assert.match(JSON.stringify(sending), /"ses:FromAddress":"[\w-]+@[\w.]+"/);
      assert.match(sending[0]?.[0] ?? '', /^WorkerTaskRole/);
    }
  });
});
