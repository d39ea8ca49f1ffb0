/** All stages, synthesised once for all tests: nothing is asked of any network, and the checkers look at all of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CONFIG, STAGES, type StageConfig, type StageName } from '../lib/config.ts';
import { openStage, type Stage } from '../lib/stage.ts';

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
  context: Record<string, unknown>;
};

/** An app with the flags of cdk.json, as `npx cdk` would make it. */
export function openApp(more: Record<string, unknown> = {}): App {
  const outdir = mkdtempSync(path.join(tmpdir(), 'dustjacket-cdk-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  return new App({ outdir, context: { ...context, ...more }, analyticsReporting: false });
}

/** One more stage by itself, for what the three do not show. */
export function synthOne(
  config: StageConfig,
  more: Record<string, unknown> = {},
): Record<keyof Stage, Template> {
  const app = openApp(more);
  const stacks = openStage(app, config);
  return templatesOf(app, stacks);
}

type Name = keyof Stage;

function templatesOf(app: App, stacks: Record<Name, Stack>): Record<Name, Template> {
  const assembly = app.synth();
  const named = Object.entries(stacks).map(([name, stack]) => [
    name,
    Template.fromJSON(assembly.getStackArtifact(stack.artifactId).template as Record<string, unknown>),
  ]);
  return Object.fromEntries(named) as Record<Name, Template>;
}

export const app = openApp();
const stacks = Object.fromEntries(STAGES.map((name) => [name, openStage(app, CONFIG[name])])) as Record<
  StageName,
  Stage
>;
export const assembly = app.synth();
export const templates = Object.fromEntries(
  STAGES.map((name) => [name, templatesOf(app, stacks[name])]),
) as Record<StageName, Record<Name, Template>>;

/** Every template there is, with a name to say in a failure. */
export const all: [name: string, template: Template, config: StageConfig][] = STAGES.flatMap((stage) =>
  Object.entries(templates[stage]).map(([name, template]): [string, Template, StageConfig] => [
    `${stage} ${name}`,
    template,
    CONFIG[stage],
  ]),
);

export type Resource = {
  Type: string;
  // What CloudFormation takes: tests look into it, and a wrong guess fails them.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape differs with every type of resource
  Properties: Record<string, any>;
  DeletionPolicy?: string;
};

export const resources = (template: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(template.findResources(type)) as [string, Resource][];

/** The only one of its kind. */
export function only(template: Template, type: string): Resource {
  const found = resources(template, type);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${type}`);
  return found[0][1];
}
