/** The alarms: each one line that says what is wrong, from which number on, and for how long. */
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { AppStack } from './app.ts';
import type { DataStack } from './data.ts';
import type { HouseStack } from './house-stack.ts';
import { measures, ourMetric, POOL } from './metrics.ts';

type Watch = {
  says: string;
  metric: IMetric;
  /** Rings above it; `below` rings beneath. */
  above?: number;
  below?: number;
  /** So many bad minutes (or periods) of so many. */
  bad?: number;
  of?: number;
  /** When nothing is measured, something is wrong. */
  silenceIsBad?: boolean;
};

export function raiseAlarms(
  stack: HouseStack,
  topic: ITopic,
  { data, app }: { data: DataStack; app: AppStack },
): void {
  const all = { ...atTheDoor(app), ...inTheTasks(app), ...inTheDatabase(stack, data), ...inTheApp() };
  const action = new SnsAction(topic);
  for (const [id, watch] of Object.entries(all)) {
    const { says, metric, above, below = 0, bad = 3, of = bad, silenceIsBad = false } = watch;
    const alarm = new Alarm(stack, id, {
      alarmName: `dustjacket-${stack.config.name}-${id}`,
      alarmDescription: says,
      metric,
      threshold: above ?? below,
      comparisonOperator:
        above === undefined
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: of,
      datapointsToAlarm: bad,
      treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}

function atTheDoor(app: AppStack): Record<string, Watch> {
  const { balancer, distribution } = measures(app);
  const watches: Record<string, Watch> = {
    Faults: { says: 'The server answers with faults', metric: balancer.faults, above: 4, bad: 1, of: 5 },
    Unanswered: {
      says: 'The load balancer finds nobody to answer, or is cut off',
      metric: balancer.unanswered,
      above: 4,
      bad: 1,
      of: 5,
    },
    Slow: {
      says: 'One answer in twenty takes longer than a second',
      metric: balancer.p95,
      above: 1,
      bad: 3,
      of: 5,
    },
    Unhealthy: {
      says: 'A task is not ready: schema, database or storage',
      metric: balancer.unhealthy,
      above: 0,
      bad: 3,
      of: 5,
    },
  };
  // CloudFront measures in us-east-1, and an alarm watches the region it is in.
  if (app.region === 'us-east-1')
    watches['EdgeFaults'] = {
      says: 'More than one answer in a hundred is a fault, as readers see it',
      metric: distribution.faultRate,
      above: 1,
      bad: 2,
      of: 3,
    };
  return watches;
}

function inTheTasks(app: AppStack): Record<string, Watch> {
  const { server, worker } = measures(app);
  const watches: Record<string, Watch> = {
    ServerMemory: { says: 'The server is about to run out of memory', metric: server.memory, above: 85 },
    ServerCpu: {
      says: 'More tasks did not help, or there are no more',
      metric: server.cpu,
      above: 80,
      bad: 10,
    },
    WorkerMemory: { says: 'The worker is about to run out of memory', metric: worker.memory, above: 85 },
  };
  // A stage that sleeps at night has no tasks then.
  if (app.config.hours) return watches;
  const few = { bad: 3, of: 5, silenceIsBad: true };
  return {
    ...watches,
    FewServers: {
      says: 'Fewer servers are running than there should be',
      metric: server.running,
      below: app.config.server.min,
      ...few,
    },
    FewWorkers: {
      says: 'Fewer workers are running than there should be',
      metric: worker.running,
      below: app.config.worker.min,
      ...few,
    },
  };
}

function inTheDatabase({ config }: HouseStack, data: DataStack): Record<string, Watch> {
  const { cluster } = data.database;
  // Twice the tasks while they are replaced, each with its pool.
  const most = 2 * (config.server.max + config.worker.max) * POOL;
  return {
    Capacity: {
      says: 'The database is at the most it may grow to',
      metric: cluster.metricACUUtilization(),
      above: 90,
    },
    Connections: {
      says: 'More connections than all tasks together should hold',
      metric: cluster.metricDatabaseConnections(),
      above: Math.floor(most * 0.8),
    },
    Deadlocks: {
      says: 'Two transactions waited for each other',
      metric: cluster.metricDeadlocks(),
      above: 0,
      bad: 1,
    },
    TransactionIds: {
      says: 'Transaction ids run out: vacuum is held up by something',
      metric: cluster.metric('MaximumUsedTransactionIDs'),
      above: 1_000_000_000,
      bad: 1,
    },
  };
}

function inTheApp(): Record<string, Watch> {
  return {
    QueueAge: { says: 'A job has waited for five minutes', metric: ourMetric('QueueAgeSeconds'), above: 300 },
    MailWaiting: {
      says: 'A mail has waited for an hour',
      metric: ourMetric('MailWaitingSeconds'),
      above: 3600,
    },
    PoolWaiting: {
      says: 'Requests wait for a connection to the database',
      metric: ourMetric('PoolWaiting'),
      above: 5,
    },
    AppFaults: {
      says: 'The app wrote faults into its log',
      metric: ourMetric('Faults'),
      above: 4,
      bad: 1,
      of: 5,
    },
  };
}
