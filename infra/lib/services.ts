/** Server and worker: how many, how they are replaced, and what makes a deployment go back by itself. */
import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Alarm, ComparisonOperator, Stats, TreatMissingData, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SecurityGroup, SubnetType, type ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import {
  AlarmBehavior,
  AvailabilityZoneRebalancing,
  FargatePlatformVersion,
  FargateService,
  PropagatedTagSource,
  type Cluster,
  type FargateTaskDefinition,
  type ScalableTaskCount,
} from 'aws-cdk-lib/aws-ecs';
import { HttpCodeTarget, type ApplicationTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import type { HouseStack } from './house-stack.ts';
import { ourMetric } from './metrics.ts';

type Props = {
  name: 'Server' | 'Worker';
  cluster: Cluster;
  task: FargateTaskDefinition;
  group: ISecurityGroup;
  /** Each is watched while a deployment runs; one that rings takes it back. */
  watches: Alarm[];
};

export class Service extends Construct {
  readonly service: FargateService;
  readonly #stack: HouseStack;

  constructor(stack: HouseStack, { name, cluster, task, group, watches }: Props) {
    super(stack, `${name}Service`);
    this.#stack = stack;
    this.service = new FargateService(this, 'Service', {
      serviceName: name.toLowerCase(),
      cluster,
      taskDefinition: task,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [
        SecurityGroup.fromSecurityGroupId(this, 'Group', group.securityGroupId, { mutable: false }),
      ],
      assignPublicIp: false,
      platformVersion: FargatePlatformVersion.VERSION1_4,
      // Left to autoscaling, so that a deployment at noon does not take away what the morning added.
      desiredCount: this.stopped ? 0 : undefined,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      healthCheckGracePeriod: name === 'Server' ? Duration.seconds(60) : undefined,
      circuitBreaker: { enable: true, rollback: true },
      deploymentAlarms: {
        alarmNames: watches.map(({ alarmName }) => alarmName),
        behavior: AlarmBehavior.ROLLBACK_ON_ALARM,
      },
      availabilityZoneRebalancing: AvailabilityZoneRebalancing.ENABLED,
      enableExecuteCommand: false,
      enableECSManagedTags: true,
      propagateTags: PropagatedTagSource.SERVICE,
    });
  }

  /** Before the first migration there is nothing to serve: `-c services=stopped` makes everything but the tasks. */
  get stopped(): boolean {
    return this.node.tryGetContext('services') === 'stopped';
  }

  /** Between `min` and `max` by the work there is, and none at all outside the stage's hours. */
  scale(counts: { min: number; max: number }, more: (count: ScalableTaskCount) => void = () => {}): void {
    if (this.stopped) return;
    const count = this.service.autoScaleTaskCount({ minCapacity: counts.min, maxCapacity: counts.max });
    count.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60, ...COOLDOWN });
    more(count);
    const { hours } = this.#stack.config;
    if (!hours) return;
    count.scaleOnSchedule('Start', {
      schedule: Schedule.cron({ ...hours.start, weekDay: hours.days }),
      minCapacity: counts.min,
      maxCapacity: counts.max,
    });
    count.scaleOnSchedule('Stop', {
      schedule: Schedule.cron({ ...hours.stop, weekDay: hours.days }),
      minCapacity: 0,
      maxCapacity: 0,
    });
  }
}

/** Up within a minute, down after five: what has just gone may come back. */
export const COOLDOWN = { scaleOutCooldown: Duration.minutes(1), scaleInCooldown: Duration.minutes(5) };

/** Faults of the server, and slowness, two minutes of three. */
export function serverWatches(stack: HouseStack, targets: ApplicationTargetGroup): Alarm[] {
  return [
    watch(
      stack,
      'DeployFaults',
      targets.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, MINUTE_SUM),
      5,
      'The new release answers with faults',
    ),
    watch(
      stack,
      'DeploySlow',
      targets.metrics.targetResponseTime({ period: Duration.minutes(1), statistic: Stats.percentile(95) }),
      1,
      'The new release is slow',
    ),
  ];
}

export function workerWatches(stack: HouseStack): Alarm[] {
  return [
    watch(stack, 'DeployQueue', ourMetric('QueueAgeSeconds'), 300, 'The new release leaves jobs waiting'),
  ];
}

const MINUTE_SUM = { period: Duration.minutes(1), statistic: Stats.SUM };

function watch(stack: HouseStack, id: string, metric: Metric, threshold: number, description: string): Alarm {
  return new Alarm(stack, id, {
    // Named, because the service knows it by its name.
    alarmName: `dustjacket-${stack.config.name}-${id}`,
    alarmDescription: description,
    metric,
    threshold,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
