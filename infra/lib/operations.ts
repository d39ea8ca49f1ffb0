/** What wakes somebody, what they look at then, and what it costs. */
import { CfnOutput } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Dashboard, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput, EventField } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { raiseAlarms } from './alarms.ts';
import type { AppStack } from './app.ts';
import type { DataStack } from './data.ts';
import { HouseStack, type HouseProps } from './house-stack.ts';
import { chartsOf } from './metrics.ts';

export class OperationsStack extends HouseStack {
  constructor(scope: Construct, { data, app, ...props }: HouseProps & { data: DataStack; app: AppStack }) {
    super(scope, 'Operations', props);
    const topic = new Topic(this, 'Alarms', {
      displayName: `Dustjacket ${this.config.name}`,
      enforceSSL: true,
    });
    topic.addSubscription(new EmailSubscription(this.config.alarmEmail));
    raiseAlarms(this, topic, { data, app });
    this.#tellOfFailedDeployments(app, topic);
    this.#dashboard(chartsOf({ data, app }));
    this.#budget();
  }

  /** A deployment that went back by itself rings no alarm: what is running is well. */
  #tellOfFailedDeployments(app: AppStack, topic: Topic): void {
    new Rule(this, 'DeploymentFailed', {
      description: 'ECS gave a deployment up and went back to the release before',
      eventPattern: {
        source: ['aws.ecs'],
        detailType: ['ECS Deployment State Change'],
        detail: { eventName: ['SERVICE_DEPLOYMENT_FAILED'] },
        resources: [app.server.service.serviceArn, app.worker.service.serviceArn],
      },
      targets: [
        new SnsTopic(topic, {
          message: RuleTargetInput.fromText(
            `A deployment to ${this.config.name} failed: ${EventField.fromPath('$.detail.reason')}`,
          ),
        }),
      ],
    });
  }

  #dashboard(charts: IWidget[][]): void {
    const dashboardName = `dustjacket-${this.config.name}`;
    new Dashboard(this, 'Dashboard', { dashboardName, widgets: charts });
    new CfnOutput(this, 'DashboardUrl', {
      value: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards:name=${dashboardName}`,
    });
  }

  /** Of the whole account: every stage is meant to have one. */
  #budget(): void {
    const { name, budget, alarmEmail } = this.config;
    const tell = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail }],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `dustjacket-${name}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: budget, unit: 'USD' },
      },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    });
  }
}
