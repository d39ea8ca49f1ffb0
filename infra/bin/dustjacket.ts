/** What `npx cdk` runs: every stage, each a set of stacks under its own name. */
import { Annotations, App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CONFIG, STAGES } from '../lib/config.ts';
import { openStage } from '../lib/stage.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
for (const name of STAGES) {
  const { registry } = openStage(app, CONFIG[name]);
  // They deploy as little as they resolve; `--strict` makes an error of it.
  if (JSON.stringify(CONFIG[name]).includes('.example'))
    Annotations.of(registry).addWarningV2(
      'dustjacket:example-names',
      `lib/config.ts still has names of dustjacket.example for ${name}: put in your own before you deploy.`,
    );
}
