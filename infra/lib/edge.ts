/** What CloudFront needs in us-east-1, wherever the rest is: the web ACL, and the certificate of the public name. */
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { HouseStack, type HouseProps } from './house-stack.ts';

export class EdgeStack extends HouseStack {
  readonly webAcl: CfnWebACL;
  readonly certificate: Certificate | undefined;

  constructor(scope: Construct, props: HouseProps) {
    super(scope, 'Edge', { ...props, region: 'us-east-1' });
    this.webAcl = new CfnWebACL(this, 'WebAcl', {
      name: `dustjacket-${this.config.name}`,
      description: 'Floods, known attackers, and requests that only attacks make',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('web-acl'),
      rules: RULES.map((rule, priority) => ({ ...rule, priority })),
    });
    this.certificate =
      this.config.domain &&
      new Certificate(this, 'Certificate', {
        domainName: this.config.domain.name,
        validation: CertificateValidation.fromDns(this.zone),
      });
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, 'priority'>;
type Statement = CfnWebACL.StatementProperty;

function seen(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}

function managed(name: string, counted: string[] = []): Rule {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: seen(name),
  };
}

const under = (path: string): Statement => ({
  byteMatchStatement: {
    searchString: path,
    positionalConstraint: 'STARTS_WITH',
    fieldToMatch: { uriPath: {} },
    textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
  },
});

/** So many requests from one address in five minutes. */
function rate(name: string, limit: number, scopeDownStatement: Statement): Rule {
  return {
    name,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: 300, scopeDownStatement },
    },
    visibilityConfig: seen(name),
  };
}

const RULES: Rule[] = [
  // First, so that a flood is not looked at any closer. A page has a dozen pictures: they are not counted, or an office
  // behind one address would be shut out after seventy pages.
  rate('flood', 1000, {
    notStatement: { statement: { orStatement: { statements: [under('/media/'), under('/assets/')] } } },
  }),
  rate('sign-in-flood', 100, under('/auth/')),
  managed('AWSManagedRulesAmazonIpReputationList'),
  managed('AWSManagedRulesKnownBadInputsRuleSet'),
  // Both look at bodies: the one refuses whatever is over eight kilobytes, which is every upload; the other prose with a
  // pointed bracket in it. The app caps sizes and escapes what it shows.
  managed('AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY']),
];
