import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CONFIG, STAGES, type StageName } from '../lib/config.ts';
import { only, resources, templates } from './synth.ts';

/** What the app measures: its own list, not a copy of it. */
const { METRICS } = (await import(new URL('../../app/metrics.server.ts', import.meta.url).href)) as {
  METRICS: Record<string, unknown>;
};

const alarms = (stage: StageName) =>
  resources(templates[stage].operations, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

describe('the alarms', () => {
  test('watch everything that has gone wrong before, and somebody is told', () => {
    const names = alarms('production').map(({ AlarmName }) =>
      AlarmName.replace('dustjacket-production-', ''),
    );
    assert.deepEqual(names.sort(), [
      ...[
        'AppFaults',
        'Capacity',
        'Connections',
        'Deadlocks',
        'EdgeFaults',
        'Faults',
        'FewServers',
        'FewWorkers',
        'MailWaiting',
      ],
      ...['PoolWaiting', 'QueueAge', 'ServerCpu', 'ServerMemory', 'Slow', 'TransactionIds', 'Unanswered'],
      ...['Unhealthy', 'WorkerMemory'],
    ]);
    for (const stage of STAGES)
      for (const { AlarmActions, AlarmDescription, OKActions } of alarms(stage)) {
        assert.equal(AlarmActions.length + OKActions.length, 2);
        assert.match(AlarmDescription, /^[A-Z].{15,}/);
      }
    for (const stage of STAGES)
      templates[stage].operations.hasResourceProperties('AWS::SNS::Subscription', {
        Protocol: 'email',
        Endpoint: CONFIG[stage].alarmEmail,
      });
  });

  test('ring when tasks are gone, not only when they complain', () => {
    for (const { AlarmName, TreatMissingData } of alarms('production'))
      assert.equal(TreatMissingData, /Few/.test(AlarmName) ? 'breaching' : 'notBreaching', AlarmName);
  });

  test('a deployment that goes back is told of', () => {
    for (const stage of STAGES) {
      const { EventPattern, Targets } = only(templates[stage].operations, 'AWS::Events::Rule').Properties;
      assert.deepEqual(EventPattern.detail, { eventName: ['SERVICE_DEPLOYMENT_FAILED'] });
      assert.equal(EventPattern.resources.length, 2);
      assert.equal(Targets.length, 1);
    }
  });
});

test('the money is watched: what is spent, and what will be', () => {
  for (const stage of STAGES) {
    const { Budget, NotificationsWithSubscribers } = only(
      templates[stage].operations,
      'AWS::Budgets::Budget',
    ).Properties;
    assert.deepEqual(Budget.BudgetLimit, { Amount: CONFIG[stage].budget, Unit: 'USD' });
    assert.deepEqual(
      NotificationsWithSubscribers.map(
        ({ Notification }: { Notification: { NotificationType: string } }) => Notification.NotificationType,
      ),
      ['ACTUAL', 'FORECASTED'],
    );
  }
});

test('one dashboard shows all of it', () => {
  for (const stage of STAGES) {
    const body = JSON.stringify(only(templates[stage].operations, 'AWS::CloudWatch::Dashboard').Properties);
    for (const metric of [
      'RequestCount',
      'TargetResponseTime',
      '5xxErrorRate',
      'ACUUtilization',
      ...Object.keys(METRICS),
    ])
      assert.ok(body.includes(metric), metric);
  }
});

describe('the pipeline', () => {
  const trust = (stage: StageName) =>
    only(templates[stage].oidc, 'AWS::IAM::Role').Properties['AssumeRolePolicyDocument'].Statement;

  test('is one environment of one repository, word for word', () => {
    for (const stage of STAGES) {
      const [statement, ...others] = trust(stage);
      assert.deepEqual(others, []);
      assert.deepEqual(statement.Condition, {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': `repo:${CONFIG[stage].githubRepository}:environment:${stage}`,
        },
      });
      assert.doesNotMatch(JSON.stringify(trust(stage)), /[*?]/);
    }
  });

  test('has no key that could be lost', () => {
    for (const stage of STAGES)
      for (const template of Object.values(templates[stage])) {
        template.resourceCountIs('AWS::IAM::AccessKey', 0);
        template.resourceCountIs('AWS::IAM::User', 0);
      }
  });

  test('may run the migration and nothing else, with its two roles and no other', () => {
    for (const stage of STAGES) {
      const { Statement } = only(templates[stage].oidc, 'AWS::IAM::Policy').Properties['PolicyDocument'];
      const of = (action: string) =>
        Statement.filter(({ Action }: { Action: string | string[] }) => [Action].flat().includes(action));
      assert.match(
        JSON.stringify(of('ecs:RunTask')),
        new RegExp(`task-definition/dustjacket-${stage}-migrate:\\*`),
      );
      assert.equal(of('iam:PassRole')[0].Resource.length, 2);
      assert.match(JSON.stringify(of('iam:PassRole')), /Migrate.*Migrate/);
      assert.deepEqual(of('ecs:UpdateService'), []);
      assert.deepEqual(of('s3:DeleteObject'), []);
      // What CloudFormation looks up for each update, in the name of whoever asks for it.
      const { Default: version } = templates[stage].app.toJSON().Parameters.BootstrapVersion;
      assert.ok(JSON.stringify(of('ssm:GetParameters')).includes(`:parameter${version}"`));
    }
  });
});
