/** What all stacks share: where they are, what they are called, that they ask AWS nothing while they are synthesised. */
import { RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { StageConfig } from './config.ts';

export type HouseProps = {
  config: StageConfig;
  /** Another region than the stage's own; CloudFront's certificate and web ACL exist in us-east-1 alone. */
  region?: string;
  /** Whether losing the stack would lose what cannot be made again. */
  stateful?: boolean;
};

export abstract class HouseStack extends Stack {
  readonly config: StageConfig;
  #zone: IHostedZone | undefined;

  constructor(
    scope: Construct,
    id: string,
    { config, region = config.region, stateful = false }: HouseProps,
  ) {
    super(scope, `dustjacket-${config.name}-${id.toLowerCase()}`, {
      // No account: it is the one whose credentials deploy, and templates are the same for every one.
      env: { region },
      terminationProtection: stateful && config.keepsData,
      crossRegionReferences: config.region !== 'us-east-1',
    });
    this.config = config;
    Tags.of(this).add('app', 'dustjacket');
    Tags.of(this).add('stage', config.name);
  }

  /** With an account and a region CDK would ask AWS, even if it was told. */
  override get availabilityZones(): string[] {
    return [...this.config.zones];
  }

  /** The zone of the stage's domain, by what the configuration says of it: nothing is asked. */
  get zone(): IHostedZone {
    const { domain, name } = this.config;
    if (!domain) throw new Error(`${name} has no domain`);
    this.#zone ??= HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: domain.zoneId,
      zoneName: domain.zoneName,
    });
    return this.#zone;
  }

  /** Data of a stage that keeps it survives its stack; a stack that failed to be made leaves nothing in its own way. */
  get removal(): RemovalPolicy {
    return this.config.keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
  }

  /** A log with an end, encrypted by CloudWatch's own key. */
  logGroup(id: string, logGroupName?: string): LogGroup {
    return new LogGroup(this, id, {
      logGroupName,
      retention: this.config.logDays satisfies RetentionDays,
      removalPolicy: this.removal,
    });
  }
}
