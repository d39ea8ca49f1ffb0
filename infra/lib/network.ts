/**
 * Two zones, three tiers: public (the NAT alone), app (what may call out), data (what may not). Security groups name
 * each other and never an address: who is not a member of a group cannot be let in by mistake.
 */
import {
  FlowLogDestination,
  FlowLogTrafficType,
  GatewayVpcEndpointAwsService,
  InstanceClass,
  InstanceSize,
  InstanceType,
  IpAddresses,
  AmazonLinuxCpuType,
  MachineImage,
  NatInstanceProviderV2,
  NatProvider,
  NatTrafficDirection,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { HouseStack, type HouseProps } from './house-stack.ts';

/** What the container listens to. */
export const APP_PORT = 3000;
const POSTGRES = Port.tcp(5432);

export class NetworkStack extends HouseStack {
  readonly vpc: Vpc;
  /** The load balancer; who may reach it is said where CloudFront's own group is known. */
  readonly balancer: SecurityGroup;
  readonly server: SecurityGroup;
  /** The worker, and the task that migrates: neither listens to anything. */
  readonly worker: SecurityGroup;
  readonly database: SecurityGroup;

  constructor(scope: Construct, props: HouseProps) {
    super(scope, 'Network', { ...props, stateful: true });
    const instance = this.config.nat === 'instance' ? this.#natInstance() : undefined;
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr(this.config.cidr),
      availabilityZones: this.availabilityZones,
      // One, for both zones: a second would double the dearest idle thing here, to keep sign-in up when a zone is down.
      natGateways: 1,
      natGatewayProvider: instance ?? NatProvider.gateway(),
      restrictDefaultSecurityGroup: true,
      subnetConfiguration: [
        { name: 'Public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'App', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 22 },
        { name: 'Data', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      // Pictures are most of what goes in and out, and through the gateway they cost nothing.
      gatewayEndpoints: { S3: { service: GatewayVpcEndpointAwsService.S3 } },
    });
    this.vpc.addFlowLog('Flow', {
      destination: FlowLogDestination.toCloudWatchLogs(this.logGroup('FlowLog')),
      trafficType: FlowLogTrafficType.ALL,
    });

    this.balancer = this.#group('Balancer', 'the load balancer');
    this.server = this.#group('Server', 'the web servers');
    this.worker = this.#group('Worker', 'the workers and migrations');
    this.database = this.#group('Database', 'the database');
    this.server.addIngressRule(this.balancer, Port.tcp(APP_PORT), 'requests and health checks');
    this.balancer.addEgressRule(this.server, Port.tcp(APP_PORT), 'requests and health checks');
    for (const task of [this.server, this.worker]) {
      this.database.addIngressRule(task, POSTGRES, 'queries');
      task.addEgressRule(this.database, POSTGRES, 'queries');
      task.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'Cognito and the services of AWS, through the NAT');
      instance?.connections.allowFrom(task, Port.tcp(443), 'what goes out');
    }
  }

  #group(id: string, of: string): SecurityGroup {
    return new SecurityGroup(this, id, {
      vpc: this.vpc,
      description: `Dustjacket ${this.config.name}: ${of}`,
      allowAllOutbound: false,
    });
  }

  #natInstance(): NatInstanceProviderV2 {
    return NatProvider.instanceV2({
      instanceType: InstanceType.of(InstanceClass.T4G, InstanceSize.NANO),
      // A parameter that CloudFormation reads when it deploys; the provider's own default is looked up at synthesis.
      machineImage: MachineImage.latestAmazonLinux2023({ cpuType: AmazonLinuxCpuType.ARM_64 }),
      // Its default is to let the whole world in.
      defaultAllowedTraffic: NatTrafficDirection.OUTBOUND_ONLY,
    });
  }
}
