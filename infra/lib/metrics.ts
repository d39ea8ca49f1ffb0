/** Everything that is measured, by name: the alarms and the dashboard look at the same. */
import { Duration } from 'aws-cdk-lib';
import { GraphWidget, Metric, Stats, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { HttpCodeElb, HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import type { AppStack } from './app.ts';
import type { DataStack } from './data.ts';

export const NAMESPACE = 'Dustjacket';

/** Connections of one process: DB_POOL's default in app/config.server.ts. */
export const POOL = 5;

const MINUTE = { period: Duration.minutes(1) };

/** What the app writes into its log, from where CloudWatch reads it (embedded metric format); each with the statistic that says the worst. */
const OURS = {
  Requests: Stats.SUM,
  RequestMs: Stats.percentile(95),
  Faults: Stats.SUM,
  Outages: Stats.SUM,
  Refused: Stats.SUM,
  Uploads: Stats.SUM,
  UploadBytes: Stats.SUM,
  DeriveMs: Stats.percentile(95),
  QueueAgeSeconds: Stats.MAXIMUM,
  FailedJobs: Stats.MAXIMUM,
  MailsSent: Stats.SUM,
  MailsFailed: Stats.SUM,
  MailWaitingSeconds: Stats.MAXIMUM,
  FailedMails: Stats.MAXIMUM,
  PoolWaiting: Stats.MAXIMUM,
  EventLoopDelayMs: Stats.MAXIMUM,
  MemoryBytes: Stats.MAXIMUM,
} as const;

/** One of them, without dimensions: a stage has its account and region to itself. */
export function ourMetric(metricName: keyof typeof OURS): Metric {
  return new Metric({ namespace: NAMESPACE, metricName, statistic: OURS[metricName], ...MINUTE });
}

export function measures({ front, cdn, server, worker, cluster }: AppStack) {
  const { targets, balancer } = front;
  const sum = { ...MINUTE, statistic: Stats.SUM };
  const task = (service: FargateService) => ({
    cpu: service.metricCpuUtilization(MINUTE),
    memory: service.metricMemoryUtilization({ ...MINUTE, statistic: Stats.MAXIMUM }),
    // Every task reports its share of the processor once a minute: so many samples, so many tasks. It costs nothing.
    running: new Metric({
      namespace: 'AWS/ECS',
      metricName: 'CPUUtilization',
      dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: service.serviceName },
      statistic: Stats.SAMPLE_COUNT,
      ...MINUTE,
    }),
  });
  return {
    balancer: {
      requests: targets.metrics.requestCount(sum),
      faults: targets.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, sum),
      unanswered: balancer.metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, sum),
      p95: targets.metrics.targetResponseTime({ ...MINUTE, statistic: Stats.percentile(95) }),
      unhealthy: targets.metrics.unhealthyHostCount({ ...MINUTE, statistic: Stats.MAXIMUM }),
    },
    distribution: {
      faultRate: new Metric({
        namespace: 'AWS/CloudFront',
        metricName: '5xxErrorRate',
        dimensionsMap: { DistributionId: cdn.distribution.distributionId, Region: 'Global' },
        statistic: Stats.AVERAGE,
        period: Duration.minutes(5),
        region: 'us-east-1',
      }),
    },
    server: task(server.service),
    worker: task(worker.service),
  };
}

/** The dashboard, from the reader inwards. */
export function chartsOf({ data, app }: { data: DataStack; app: AppStack }): IWidget[][] {
  const { balancer, distribution, server, worker } = measures(app);
  const { cluster } = data.database;
  const chart = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 8, height: 6 });
  return [
    [
      chart('Requests, and faults', [balancer.requests], [balancer.faults, balancer.unanswered]),
      chart('Seconds for 95 of 100 answers', [balancer.p95]),
      chart('Faults as readers see them, %', [distribution.faultRate]),
    ],
    [
      chart('Tasks', [server.running, worker.running], [balancer.unhealthy]),
      chart('Processor, %', [server.cpu, worker.cpu]),
      chart('Memory, %', [server.memory, worker.memory]),
    ],
    [
      chart(
        'Database: capacity',
        [cluster.metricServerlessDatabaseCapacity()],
        [cluster.metricACUUtilization()],
      ),
      chart(
        'Connections, and who waits for one',
        [cluster.metricDatabaseConnections()],
        [ourMetric('PoolWaiting')],
      ),
      chart(
        'Jobs: the oldest, in seconds; given up',
        [ourMetric('QueueAgeSeconds')],
        [ourMetric('FailedJobs')],
      ),
    ],
    [
      chart(
        'Answers and refusals; faults and outages',
        [ourMetric('Requests'), ourMetric('Refused')],
        [ourMetric('Faults'), ourMetric('Outages')],
      ),
      chart(
        'Milliseconds for 95 of 100: answers, pictures',
        [ourMetric('RequestMs')],
        [ourMetric('DeriveMs')],
      ),
      chart('Uploads, and their bytes', [ourMetric('Uploads')], [ourMetric('UploadBytes')]),
    ],
    [
      chart('Memory of the largest process, in bytes', [ourMetric('MemoryBytes')]),
      chart('How late a process was at worst, in milliseconds', [ourMetric('EventLoopDelayMs')]),
      chart(
        'Mail: sent and given up; the oldest that waits, in seconds, and what staff should look at',
        [ourMetric('MailsSent'), ourMetric('MailsFailed')],
        [ourMetric('MailWaitingSeconds'), ourMetric('FailedMails')],
      ),
    ],
  ];
}
