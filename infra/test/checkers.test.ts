/** What others check for us: that nothing is asked, and that nothing they find is passed over without a word. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { CfnResource } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ACKNOWLEDGED } from '../lib/acknowledged.ts';
import { CONFIG } from '../lib/config.ts';
import { all, app, assembly, openApp, synthOne } from './synth.ts';

type Report = {
  pluginReports: {
    pluginName: string;
    conclusion: string;
    violations: { ruleName: string; severity: string; violatingConstructs?: { constructPath?: string }[] }[];
  }[];
};

/** cdk-nag over all stages, and what it asked to have acknowledged, and had. */
const checks = new AwsSolutionsChecks();
const used = new Set<string>();
const isAcknowledged = checks['isAcknowledged'].bind(checks);
checks['isAcknowledged'] = (resource: CfnResource, id: string) => {
  const known = isAcknowledged(resource, id);
  if (known) used.add(id);
  return known;
};
const nag = checks.validateScope(app);

const report = JSON.parse(
  readFileSync(path.join(assembly.directory, 'validation-report.json'), 'utf8'),
) as Report;

const findings = (plugin: string) => {
  const found = report.pluginReports.filter(({ pluginName }) => pluginName === plugin);
  assert.equal(found.length, 1, `${plugin} did not run`);
  return found.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs = [] }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    ),
  );
};

describe('the checkers', () => {
  test('cdk-nag finds nothing that is not acknowledged', () => {
    const found = nag.violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );
    assert.deepEqual(found, []);
  });

  test('every acknowledgement is still needed somewhere', () => {
    const unused = Object.values(ACKNOWLEDGED)
      .flat()
      .map(({ id }) => id)
      // The validator's own; without it the test after this one fails.
      .filter((id) => !id.startsWith('CloudFormation-Validate::'))
      .filter((id) => !used.has(id.replaceAll('{stage}', 'dev').replaceAll('{region}', CONFIG.dev.region)));
    assert.deepEqual(unused, []);
  });

  test('the validator of CloudFormation finds nothing, warnings included', () => {
    assert.deepEqual(findings('CloudFormation Validate'), []);
    assert.equal(openApp().node.tryGetContext('@aws-cdk/core:validateAgainstDefaultRules'), true);
  });

  test('every acknowledgement says why, in a sentence', () => {
    for (const { id, reason } of Object.values(ACKNOWLEDGED).flat())
      assert.match(reason, /^\S.{15,}\.$/s, `${id}: ${reason}`);
  });

  test('nothing is looked up: the templates are the same on every machine', () => {
    assert.deepEqual(assembly.manifest.missing ?? [], []);
    assert.equal(existsSync(new URL('../cdk.context.json', import.meta.url)), false);
    // With an account as well, CDK would ask for its zones.
    const app = openApp();
    assert.equal(app.node.tryGetContext('availability-zones'), undefined);
  });

  test('every stack is made in every stage, and none is empty', () => {
    assert.equal(all.length, 24);
    for (const [name, template] of all)
      assert.ok(Object.keys(template.toJSON()['Resources'] as object).length > 0, name);
  });

  test('a stage in another region takes certificate and web ACL from us-east-1', () => {
    const elsewhere = synthOne({
      ...CONFIG.production,
      region: 'eu-west-1',
      zones: ['eu-west-1a', 'eu-west-1b'],
    });
    const [reader] = Object.values(elsewhere.app.findResources('Custom::CrossRegionExportReader'));
    assert.ok(reader, 'what is in the other region is read from it');
    assert.equal(Object.keys(elsewhere.edge.findResources('AWS::WAFv2::WebACL')).length, 1);
  });
});
