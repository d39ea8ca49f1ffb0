import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { STAGES } from '../lib/config.ts';
import { only, resources, templates } from './synth.ts';

const distribution = (stage: (typeof STAGES)[number]) =>
  only(templates[stage].app, 'AWS::CloudFront::Distribution').Properties['DistributionConfig'];

describe('CloudFront', () => {
  test('reaches the app by a VPC origin, by TLS where the stage has a name', () => {
    for (const stage of STAGES) {
      const page = distribution(stage).DefaultCacheBehavior.TargetOriginId;
      const origin = distribution(stage).Origins.find(({ Id }: { Id: string }) => Id === page);
      assert.ok(origin.VpcOriginConfig, stage);
      const { VpcOriginEndpointConfig: endpoint } = only(
        templates[stage].app,
        'AWS::CloudFront::VpcOrigin',
      ).Properties;
      const { Protocol } = only(templates[stage].app, 'AWS::ElasticLoadBalancingV2::Listener').Properties;
      assert.deepEqual(
        [endpoint.OriginProtocolPolicy, Protocol],
        stage === 'dev' ? ['http-only', 'HTTP'] : ['https-only', 'HTTPS'],
      );
    }
  });

  test('serves assets and media from S3, by its own signature', () => {
    for (const stage of STAGES) {
      const { CacheBehaviors, Origins } = distribution(stage);
      assert.deepEqual(
        CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern),
        ['/assets/*', '/media/*'],
      );
      for (const { TargetOriginId } of CacheBehaviors) {
        const origin = Origins.find(({ Id }: { Id: string }) => Id === TargetOriginId);
        assert.ok(origin.OriginAccessControlId, `${stage} ${TargetOriginId}`);
      }
      for (const [, { Properties }] of resources(
        templates[stage].app,
        'AWS::CloudFront::OriginAccessControl',
      ))
        assert.equal(Properties['OriginAccessControlConfig'].SigningBehavior, 'always');
    }
  });

  test('keeps pages for as long as the server says and no longer, with cookies and query in the key', () => {
    for (const stage of STAGES) {
      const {
        MinTTL,
        DefaultTTL,
        MaxTTL,
        ParametersInCacheKeyAndForwardedToOrigin: key,
      } = only(templates[stage].app, 'AWS::CloudFront::CachePolicy').Properties['CachePolicyConfig'];
      assert.deepEqual([MinTTL, DefaultTTL], [0, 0]);
      // Over the server's s-maxage and stale-if-error together, and over 0: else nothing would be compressed.
      assert.ok(MaxTTL > 660);
      assert.equal(key.CookiesConfig.CookieBehavior, 'all');
      assert.equal(key.QueryStringsConfig.QueryStringBehavior, 'all');
      assert.deepEqual([key.EnableAcceptEncodingBrotli, key.EnableAcceptEncodingGzip], [true, true]);
    }
  });

  test('has every request for a page pass the function', () => {
    for (const stage of STAGES) {
      const { FunctionAssociations, AllowedMethods, OriginRequestPolicyId } =
        distribution(stage).DefaultCacheBehavior;
      assert.deepEqual(
        FunctionAssociations.map(({ EventType }: { EventType: string }) => EventType),
        ['viewer-request'],
      );
      assert.ok(AllowedMethods.includes('POST'));
      // AllViewer: with Host, or every form would be refused as a stranger's.
      assert.equal(OriginRequestPolicyId, '216adef6-5c7f-47e4-b989-5492eafa07d3');
      const { FunctionCode, FunctionConfig } = only(
        templates[stage].app,
        'AWS::CloudFront::Function',
      ).Properties;
      assert.equal(FunctionConfig.Runtime, 'cloudfront-js-2.0');
      assert.equal(FunctionCode, readFileSync(new URL('../edge/viewer-request.js', import.meta.url), 'utf8'));
    }
  });

  test('keeps no error', () => {
    for (const stage of STAGES) {
      const { CustomErrorResponses: errors } = distribution(stage);
      assert.ok(errors.length >= 10);
      for (const { ErrorCachingMinTTL, ErrorCode } of errors) assert.equal(ErrorCachingMinTTL, 0, ErrorCode);
    }
  });

  test('speaks TLS 1.2 and up, HTTP/2 and HTTP/3, and nothing unencrypted', () => {
    for (const stage of STAGES) {
      const { ViewerCertificate, HttpVersion, DefaultCacheBehavior, CacheBehaviors } = distribution(stage);
      if (stage !== 'dev') assert.equal(ViewerCertificate.MinimumProtocolVersion, 'TLSv1.2_2021');
      assert.equal(HttpVersion, 'http2and3');
      for (const { ViewerProtocolPolicy } of [DefaultCacheBehavior, ...CacheBehaviors])
        assert.equal(ViewerProtocolPolicy, 'redirect-to-https');
    }
  });

  test('lets a picture run nothing', () => {
    for (const stage of STAGES) {
      const policies = JSON.stringify(
        resources(templates[stage].app, 'AWS::CloudFront::ResponseHeadersPolicy').map(
          ([, { Properties }]) => Properties,
        ),
      );
      assert.match(policies, /default-src 'none'; sandbox/);
      assert.equal(policies.match(/"ContentTypeOptions"/g)?.length, 2);
    }
  });

  test('logs without cookies', () => {
    for (const stage of STAGES) assert.equal(distribution(stage).Logging.IncludeCookies, false);
  });
});

describe('the web ACL', () => {
  test('stands before CloudFront', () => {
    for (const stage of STAGES) {
      assert.equal(only(templates[stage].edge, 'AWS::WAFv2::WebACL').Properties['Scope'], 'CLOUDFRONT');
      assert.match(JSON.stringify(distribution(stage).WebACLId), /WebAcl/);
    }
  });

  test('counts what would refuse uploads and long texts, and blocks the rest', () => {
    for (const stage of STAGES) {
      const { Rules } = only(templates[stage].edge, 'AWS::WAFv2::WebACL').Properties;
      const managed = Rules.filter(({ OverrideAction }: { OverrideAction?: object }) => OverrideAction);
      assert.equal(managed.length, 3);
      const common = managed.find(({ Name }: { Name: string }) => Name === 'AWSManagedRulesCommonRuleSet');
      const { RuleActionOverrides } = common.Statement.ManagedRuleGroupStatement;
      assert.deepEqual(
        RuleActionOverrides.map(({ Name, ActionToUse }: { Name: string; ActionToUse: object }) => [
          Name,
          ActionToUse,
        ]),
        [
          ['SizeRestrictions_BODY', { Count: {} }],
          ['CrossSiteScripting_BODY', { Count: {} }],
        ],
      );
    }
  });

  test('slows a flood, and one of sign-ins sooner, but counts no pictures', () => {
    for (const stage of STAGES) {
      const { Rules } = only(templates[stage].edge, 'AWS::WAFv2::WebACL').Properties;
      const rates = Rules.flatMap(
        ({ Name, Statement }: { Name: string; Statement: Record<string, { Limit: number }> }) =>
          Statement['RateBasedStatement'] ? [[Name, Statement['RateBasedStatement'].Limit]] : [],
      );
      assert.deepEqual(rates, [
        ['flood', 1000],
        ['sign-in-flood', 100],
      ]);
      assert.match(JSON.stringify(Rules[0]), /NotStatement.*\/media\/.*\/assets\//);
    }
  });
});
