/** What is deployed with each release, and the way readers take to it. */
import { CfnOutput, CfnParameter, Duration } from 'aws-cdk-lib';
import { OAuthScope, UserPoolClient, UserPoolClientIdentityProvider } from 'aws-cdk-lib/aws-cognito';
import { Cluster, ContainerInsights, type FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { Cdn } from './cdn.ts';
import { addressOf } from './config.ts';
import type { DataStack } from './data.ts';
import type { EdgeStack } from './edge.ts';
import { toldToMigrate, toldToServe, type Facts } from './environment.ts';
import { Front } from './front.ts';
import { HouseStack, type HouseProps } from './house-stack.ts';
import type { IdentityStack } from './identity.ts';
import type { NetworkStack } from './network.ts';
import type { RegistryStack } from './registry.ts';
import { COOLDOWN, serverWatches, Service, workerWatches } from './services.ts';
import { defineTask, letSendMail, letUseFiles } from './tasks.ts';

export type Foundations = {
  registry: RegistryStack;
  network: NetworkStack;
  data: DataStack;
  identity: IdentityStack;
  edge: EdgeStack;
};

export class AppStack extends HouseStack {
  readonly front: Front;
  readonly cdn: Cdn;
  readonly cluster: Cluster;
  readonly server: Service;
  readonly worker: Service;
  readonly migrate: FargateTaskDefinition;
  readonly #on: Foundations;

  constructor(scope: Construct, { config, ...on }: HouseProps & Foundations) {
    super(scope, 'App', { config });
    this.#on = on;
    const { network, data, edge } = on;
    this.front = new Front(this, network, data.buckets.logs);
    this.cdn = new Cdn(this, { edge, front: this.front, buckets: data.buckets });
    this.cluster = new Cluster(this, 'Cluster', {
      clusterName: `dustjacket-${this.config.name}`,
      vpc: network.vpc,
      containerInsightsV2: this.config.containerInsights
        ? ContainerInsights.ENABLED
        : ContainerInsights.DISABLED,
    });
    const facts = this.#facts();
    const image = this.#tag('ImageTag', 'The release that server and worker run: sha-<commit>.');
    const next = this.#tag(
      'MigrateImageTag',
      'The release whose migrations the migrate task runs, before ImageTag.',
    );
    this.migrate = defineTask(this, {
      command: 'migrate',
      size: this.config.migrate,
      repository: on.registry.repository,
      tag: next,
      told: toldToMigrate(this.config.migrate, data),
    });
    this.server = this.#server(facts, image);
    this.worker = this.#worker(facts, image);
    this.#outputs();
  }

  /** Without a default: whoever deploys says which commit, and `latest` is none. */
  #tag(id: string, description: string): string {
    return new CfnParameter(this, id, {
      description,
      allowedPattern: 'sha-[0-9a-f]{7,64}',
      constraintDescription: 'An image is named by its commit: sha-<hex>.',
    }).valueAsString;
  }

  #server(facts: Facts, tag: string): Service {
    const { data, network, registry } = this.#on;
    const size = this.config.server;
    const task = defineTask(this, {
      command: 'server',
      size,
      repository: registry.repository,
      tag,
      told: toldToServe(facts, size, data),
    });
    letUseFiles(task, data.buckets.media);
    const watches = serverWatches(this, this.front.targets);
    const server = new Service(this, {
      name: 'Server',
      cluster: this.cluster,
      task,
      group: network.server,
      watches,
    });
    server.service.attachToApplicationTargetGroup(this.front.targets);
    server.scale(size, (count) =>
      count.scaleOnRequestCount('Requests', {
        requestsPerTarget: size.requestsPerMinute,
        targetGroup: this.front.targets,
        ...COOLDOWN,
      }),
    );
    return server;
  }

  #worker(facts: Facts, tag: string): Service {
    const { data, identity, network, registry } = this.#on;
    const size = this.config.worker;
    const task = defineTask(this, {
      command: 'worker',
      size,
      repository: registry.repository,
      tag,
      told: toldToServe(facts, size, data),
    });
    letUseFiles(task, data.buckets.media);
    letSendMail(task, identity.mail.emailIdentityArn, addressOf(this.config.mailFrom));
    const worker = new Service(this, {
      name: 'Worker',
      cluster: this.cluster,
      task,
      group: network.worker,
      watches: workerWatches(this),
    });
    worker.scale(size);
    return worker;
  }

  /** What the containers are told about the rest of the house. */
  #facts(): Facts {
    const { data, identity } = this.#on;
    const client = new UserPoolClient(this, 'Client', {
      userPool: identity.users,
      // Public: it proves itself by PKCE, and has no secret that a task could lose.
      generateSecret: false,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${this.cdn.publicOrigin}/auth/callback`],
        logoutUrls: [`${this.cdn.publicOrigin}/`],
      },
      // Nobody signs in by the API, past the pages.
      authFlows: { userPassword: false, userSrp: false, adminUserPassword: false, custom: false },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(7),
    });
    return {
      config: this.config,
      origin: this.cdn.publicOrigin,
      signIn: {
        host: identity.signInHost,
        poolId: identity.users.userPoolId,
        clientId: client.userPoolClientId,
      },
      mediaBucket: data.buckets.media.bucketName,
    };
  }

  /** What the pipeline and the people who run the house need to know, in one place. */
  #outputs(): void {
    const { data, network, registry } = this.#on;
    const outputs: Record<string, string> = {
      ApiRepoUri: registry.repository.repositoryUri,
      AlbDnsName: this.front.balancer.loadBalancerDnsName,
      ApiUrl: this.cdn.publicOrigin,
      EcsClusterName: this.cluster.clusterName,
      EcsServiceName: this.server.service.serviceName,
      WorkerServiceName: this.worker.service.serviceName,
      MigrateTaskDefinition: this.migrate.taskDefinitionArn,
      MigrateLogGroup: `/dustjacket/${this.config.name}/migrate`,
      TaskSubnets: network.vpc
        .selectSubnets({ subnetType: SubnetType.PRIVATE_WITH_EGRESS })
        .subnetIds.join(','),
      TaskSecurityGroup: network.worker.securityGroupId,
      DbSecretArn: data.database.app.secretArn,
      AssetBucket: data.buckets.assets.bucketName,
      DistributionId: this.cdn.distribution.distributionId,
    };
    for (const [id, value] of Object.entries(outputs)) new CfnOutput(this, id, { value });
  }
}
