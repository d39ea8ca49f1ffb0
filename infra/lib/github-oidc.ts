/**
 * Who the pipeline is. GitHub vouches for one environment of one repository, word for word; AWS believes it for an hour.
 * There is no key that could be lost. Who may deploy is said by the environment's reviewers, at GitHub.
 */
import { CfnOutput, DefaultStackSynthesizer, Duration } from 'aws-cdk-lib';
import { OidcProviderNative, PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { AppStack } from './app.ts';
import type { DataStack } from './data.ts';
import { HouseStack, type HouseProps } from './house-stack.ts';
import type { RegistryStack } from './registry.ts';

const ISSUER = 'token.actions.githubusercontent.com';

type Props = HouseProps & { registry: RegistryStack; data: DataStack; app: AppStack };

export class GitHubOidcStack extends HouseStack {
  constructor(scope: Construct, { registry, data, app, ...props }: Props) {
    super(scope, 'GitHubOidc', props);
    const role = new Role(this, 'Deployer', {
      roleName: `dustjacket-${this.config.name}-deployer`,
      description: 'The deploy workflow of GitHub Actions',
      maxSessionDuration: Duration.hours(1),
      assumedBy: new WebIdentityPrincipal(this.#provider(), {
        StringEquals: {
          [`${ISSUER}:aud`]: 'sts.amazonaws.com',
          [`${ISSUER}:sub`]: `repo:${this.config.githubRepository}:environment:${this.config.name}`,
        },
      }),
    });
    registry.repository.grantPullPush(role);
    for (const statement of this.#permissions(data, app)) role.addToPolicy(statement);
    new CfnOutput(this, 'DeployRoleArn', { value: role.roleArn });
  }

  #provider(): string {
    if (!this.config.ownsGithubProvider) return `arn:aws:iam::${this.account}:oidc-provider/${ISSUER}`;
    return new OidcProviderNative(this, 'GitHub', {
      url: `https://${ISSUER}`,
      clientIds: ['sts.amazonaws.com'],
    }).oidcProviderArn;
  }

  /** In the order of a deployment. */
  #permissions(data: DataStack, app: AppStack): PolicyStatement[] {
    const allow = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
      new PolicyStatement({ actions, resources, conditions });
    const { migrate } = app;
    const family = `arn:aws:ecs:${this.region}:${this.account}:task-definition/${migrate.family}:*`;
    const tasks = `arn:aws:ecs:${this.region}:${this.account}:task/dustjacket-${this.config.name}/*`;
    const stack = `arn:aws:cloudformation:${this.region}:${this.account}:stack/${app.stackName}/*`;
    const bootstrapVersion = `arn:aws:ssm:${this.region}:${this.account}:parameter/cdk-bootstrap/${DefaultStackSynthesizer.DEFAULT_QUALIFIER}/version`;
    return [
      // Style and pictures of the build; never away with those of the release before.
      allow(['s3:PutObject'], [data.buckets.assets.arnForObjects('assets/*')]),
      allow(['s3:ListBucket'], [data.buckets.assets.bucketArn]),
      // The two parameters that name an image. CloudFormation acts with the role that first made the stack.
      allow(
        ['cloudformation:DescribeStacks', 'cloudformation:DescribeStackEvents', 'cloudformation:UpdateStack'],
        [stack],
      ),
      // The stack's third parameter is of Systems Manager, and whoever updates the stack has to be able to read it.
      allow(['ssm:GetParameters'], [bootstrapVersion]),
      allow(['ecs:RunTask'], [family], { ArnEquals: { 'ecs:cluster': app.cluster.clusterArn } }),
      allow(['ecs:DescribeTasks'], [tasks]),
      allow(['iam:PassRole'], [migrate.taskRole.roleArn, migrate.obtainExecutionRole().roleArn], {
        StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
      }),
      allow(
        ['logs:GetLogEvents', 'logs:FilterLogEvents'],
        [`arn:aws:logs:${this.region}:${this.account}:log-group:/dustjacket/${this.config.name}/migrate:*`],
      ),
      allow(['ecs:DescribeServices'], [app.server.service.serviceArn, app.worker.service.serviceArn]),
    ];
  }
}
