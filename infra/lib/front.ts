/**
 * The way in: CloudFront, and behind it a load balancer that has no public address. Nothing else in the world can reach
 * it, so nothing can go round the web ACL.
 */
import { Duration } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import {
  OriginProtocolPolicy,
  OriginSslPolicy,
  VpcOrigin,
  VpcOriginEndpoint,
} from 'aws-cdk-lib/aws-cloudfront';
import { CfnSecurityGroupIngress, SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2';
import {
  ApplicationListener,
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  SslPolicy,
  TargetGroupLoadBalancingAlgorithmType,
  TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import type { HouseStack } from './house-stack.ts';
import { APP_PORT, type NetworkStack } from './network.ts';

export class Front extends Construct {
  readonly balancer: ApplicationLoadBalancer;
  readonly listener: ApplicationListener;
  readonly targets: ApplicationTargetGroup;
  readonly origin: VpcOrigin;
  readonly #stack: HouseStack;
  readonly #network: NetworkStack;

  constructor(stack: HouseStack, network: NetworkStack, logs: IBucket) {
    super(stack, 'Front');
    this.#stack = stack;
    this.#network = network;
    const { vpc, balancer } = network;
    this.balancer = new ApplicationLoadBalancer(this, 'Balancer', {
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      internetFacing: false,
      securityGroup: SecurityGroup.fromSecurityGroupId(this, 'Group', balancer.securityGroupId, {
        mutable: false,
      }),
      dropInvalidHeaderFields: true,
      // Shorter than the server's own 65 seconds, or it would reuse a connection that is just closing.
      idleTimeout: Duration.seconds(60),
      deletionProtection: stack.config.keepsData,
    });
    this.balancer.logAccessLogs(logs, 'balancer');
    this.targets = this.#targetGroup();
    this.listener = this.#listener();
    this.origin = new VpcOrigin(this, 'Origin', {
      endpoint: VpcOriginEndpoint.applicationLoadBalancer(this.balancer),
      protocolPolicy: this.secure ? OriginProtocolPolicy.HTTPS_ONLY : OriginProtocolPolicy.HTTP_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    });
    this.origin.node.addDependency(this.listener);
    this.#letCloudFrontIn();
  }

  /** Only a name of our own can have a certificate of our own. */
  get secure(): boolean {
    return this.#stack.config.domain !== undefined;
  }

  get port(): number {
    return this.secure ? 443 : 80;
  }

  #targetGroup(): ApplicationTargetGroup {
    return new ApplicationTargetGroup(this, 'Targets', {
      vpc: this.#network.vpc,
      targetType: TargetType.IP,
      protocol: ApplicationProtocol.HTTP,
      port: APP_PORT,
      deregistrationDelay: Duration.seconds(30),
      loadBalancingAlgorithmType: TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
      // A new task is let in when it can serve: its schema is there, database and storage answer. Ten refusals in a
      // row before one is put out and replaced, because a failover of the database is none of the tasks' doing.
      healthCheck: {
        path: '/ready',
        healthyHttpCodes: '200',
        interval: Duration.seconds(20),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 10,
      },
    });
  }

  #listener(): ApplicationListener {
    const { domain } = this.#stack.config;
    return this.balancer.addListener('Listener', {
      port: this.port,
      protocol: domain ? ApplicationProtocol.HTTPS : ApplicationProtocol.HTTP,
      // CloudFront checks it against the Host that the reader asked for.
      ...(domain && {
        certificates: [
          new Certificate(this, 'Certificate', {
            domainName: domain.name,
            validation: CertificateValidation.fromDns(this.#stack.zone),
          }),
        ],
        sslPolicy: SslPolicy.TLS13_12_RES_PQ,
      }),
      open: false,
      defaultTargetGroups: [this.targets],
    });
  }

  /**
   * CloudFront makes a security group of its own in our network together with the first VPC origin, and CDK does not
   * let it in: the site would answer 504. So the group is asked for, once the origin is there.
   */
  #letCloudFrontIn(): void {
    const groupName = 'CloudFront-VPCOrigins-Service-SG';
    const call = {
      service: 'EC2',
      action: 'describeSecurityGroups',
      parameters: {
        Filters: [
          { Name: 'vpc-id', Values: [this.#network.vpc.vpcId] },
          { Name: 'group-name', Values: [groupName] },
        ],
      },
      outputPaths: ['SecurityGroups.0.GroupId'],
      physicalResourceId: PhysicalResourceId.of(groupName),
    };
    const found = new AwsCustomResource(this, 'CloudFrontGroup', {
      onUpdate: call,
      installLatestAwsSdk: false,
      logGroup: this.#stack.logGroup('CloudFrontGroupLog'),
      policy: AwsCustomResourcePolicy.fromStatements([
        // It takes no narrower resource.
        new PolicyStatement({ actions: ['ec2:DescribeSecurityGroups'], resources: ['*'] }),
      ]),
    });
    found.node.addDependency(this.origin);
    new CfnSecurityGroupIngress(this, 'FromCloudFront', {
      description: 'CloudFront, by its VPC origin',
      groupId: this.#network.balancer.securityGroupId,
      sourceSecurityGroupId: found.getResponseField('SecurityGroups.0.GroupId'),
      ipProtocol: 'tcp',
      fromPort: this.port,
      toPort: this.port,
    });
  }
}
