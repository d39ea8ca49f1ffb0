/**
 * What the checkers would have otherwise, and why it is as it is. Each line is one rule at one place; whatever is not
 * here fails `npx cdk synth` and the tests.
 */
import { Validations, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PRIVATE_KEYS, PUBLIC_KEYS } from './buckets.ts';
import type { StageConfig } from './config.ts';

/**
 * `at` is a path within the stack; in an `id`, `{stage}` stands for the stage's name; `when` leaves out the stages that have
 * nothing to acknowledge.
 */
type Acknowledged = { id: string; at: string; reason: string; when?: (config: StageConfig) => boolean };

const throwsAway = ({ keepsData }: StageConfig) => !keepsData;
const hasNatInstance = ({ nat }: StageConfig) => nat === 'instance';

const NAT = 'Vpc/PublicSubnet1/NatInstance';
const NAT_REASON =
  'Development saves 30 dollars a month with an instance that CDK makes: it holds nothing and is made anew.';
const ROTATION =
  'ECS hands a secret to a task when it starts: a rotation without a deployment is an outage. docs/operations.md says how they are changed.';
const ECR_LOGIN = 'ecr:GetAuthorizationToken takes no narrower resource; everything else names its resource.';
const FILES = 'Every key under the three prefixes of app/storage/keys.ts, and no other.';
const ENVIRONMENT =
  'What is not secret is set here; every secret comes from Secrets Manager by its JSON key, and a test says so.';

const ANYTHING = 'AwsSolutions-IAM5[Resource::*]';
/** As the checker spells what another stack exports. */
const MEDIA = 'dustjacket-{stage}-data:ExportsOutputFnGetAttBucketsMedia5BAFF3AFArn2B36CDFD';
const ASSETS = 'dustjacket-{stage}-data:ExportsOutputFnGetAttBucketsAssets446D6E5BArnC9C31971';

export const ACKNOWLEDGED: Readonly<Record<string, Acknowledged[]>> = {
  network: [
    {
      id: 'CloudFormation-Validate::W3010',
      at: 'Vpc',
      reason: 'Asking AWS for its zones would make a template differ from one machine to the next.',
    },
    { id: 'AwsSolutions-EC26', at: NAT, reason: NAT_REASON, when: hasNatInstance },
    { id: 'AwsSolutions-EC28', at: NAT, reason: NAT_REASON, when: hasNatInstance },
    { id: 'AwsSolutions-EC29', at: NAT, reason: NAT_REASON, when: hasNatInstance },
  ],
  data: [
    {
      id: 'AwsSolutions-RDS10',
      at: 'Database/Cluster',
      reason: 'A stage that is thrown away must be possible to throw away.',
      when: throwsAway,
    },
    { id: 'AwsSolutions-SMG4', at: 'Database/Cluster/Secret', reason: ROTATION },
    { id: 'AwsSolutions-SMG4', at: 'Database/App', reason: ROTATION },
    { id: 'AwsSolutions-SMG4', at: 'SessionSecrets', reason: ROTATION },
  ],
  identity: [
    {
      id: 'AwsSolutions-COG2',
      at: 'Users',
      reason:
        'A second factor is offered to all and demanded of nobody: readers sign in on borrowed and old machines.',
    },
    {
      id: 'AwsSolutions-COG8',
      at: 'Users',
      reason:
        'The Plus plan costs two cents a user and its pages are not the plain forms. The web ACL slows guessing.',
    },
  ],
  app: [
    {
      id: 'AwsSolutions-CFR1',
      at: 'Cdn/Distribution',
      reason: 'Designers and publishers are everywhere; no country is shut out.',
    },
    {
      id: 'AwsSolutions-CFR4',
      at: 'Cdn/Distribution',
      reason:
        'Without a domain of its own the stage has CloudFront’s certificate, with which the oldest TLS is not ours to choose.',
      when: ({ domain }) => !domain,
    },
    { id: 'AwsSolutions-ECS2', at: 'Server', reason: ENVIRONMENT },
    { id: 'AwsSolutions-ECS2', at: 'Worker', reason: ENVIRONMENT },
    { id: 'AwsSolutions-ECS2', at: 'Migrate', reason: ENVIRONMENT },
    {
      id: 'AwsSolutions-ECS4',
      at: 'Cluster',
      reason: 'Tasks are counted by the samples they send, at no cost; production pays for more.',
      when: ({ containerInsights }) => !containerInsights,
    },
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      at: 'AWS679f53fac002430cb0da5b7982bd2287',
      reason: 'CDK’s own function, which runs when the stack changes: the policy lets it write its log.',
    },
    {
      id: ANYTHING,
      at: 'Front/CloudFrontGroup/CustomResourcePolicy',
      reason: 'ec2:DescribeSecurityGroups takes no narrower resource; it reads.',
    },
    ...['Server', 'Worker', 'Migrate'].map((task) => ({
      id: ANYTHING,
      at: `${task}/ExecutionRole`,
      reason: ECR_LOGIN,
    })),
    ...['Server', 'Worker'].flatMap((task) =>
      [...PRIVATE_KEYS, ...PUBLIC_KEYS].map((keys) => ({
        id: `AwsSolutions-IAM5[Resource::${MEDIA}/${keys}]`,
        at: `${task}/TaskRole`,
        reason: FILES,
      })),
    ),
  ],
  oidc: [
    { id: ANYTHING, at: 'Deployer', reason: ECR_LOGIN },
    ...[
      [
        'arn:aws:ecs:{region}:<AWS::AccountId>:task-definition/dustjacket-{stage}-migrate:*',
        'Any revision of it.',
      ],
      [
        'arn:aws:ecs:{region}:<AWS::AccountId>:task/dustjacket-{stage}/*',
        'Any task of the one cluster; it reads.',
      ],
      [
        'arn:aws:cloudformation:{region}:<AWS::AccountId>:stack/dustjacket-{stage}-app/*',
        'The one stack, made anew or not.',
      ],
      [
        'arn:aws:logs:{region}:<AWS::AccountId>:log-group:/dustjacket/{stage}/migrate:*',
        'The streams of one log.',
      ],
      [`${ASSETS}/assets/*`, 'The style and pictures of the build, and nothing else.'],
    ].map(([resource, reason = '']) => ({
      id: `AwsSolutions-IAM5[Resource::${resource}]`,
      at: 'Deployer',
      reason,
    })),
  ],
};

/** Tells the checkers. A path that is no longer there is an error: the reason has outlived its cause. */
export function acknowledge(stacks: Record<string, Stack>, config: StageConfig): void {
  for (const [name, entries] of Object.entries(ACKNOWLEDGED))
    for (const { id, at, reason, when = () => true } of entries) {
      const stack = stacks[name];
      if (!stack) throw new Error(`There is no stack ${name}`);
      if (!when(config)) continue;
      const place = at.split('/').reduce<IConstruct>((within, part) => within.node.findChild(part), stack);
      const exact = id.replaceAll('{stage}', config.name).replaceAll('{region}', config.region);
      Validations.of(place).acknowledge({ id: exact, reason });
    }
}
