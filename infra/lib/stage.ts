/** One stage, from the ground up. Each stack knows those before it, and none after. */
import type { App } from 'aws-cdk-lib';
import { acknowledge } from './acknowledged.ts';
import { AppStack } from './app.ts';
import type { StageConfig } from './config.ts';
import { DataStack } from './data.ts';
import { EdgeStack } from './edge.ts';
import { GitHubOidcStack } from './github-oidc.ts';
import { IdentityStack } from './identity.ts';
import { NetworkStack } from './network.ts';
import { OperationsStack } from './operations.ts';
import { RegistryStack } from './registry.ts';

export type Stage = ReturnType<typeof openStage>;

export function openStage(scope: App, config: StageConfig) {
  const registry = new RegistryStack(scope, { config });
  const network = new NetworkStack(scope, { config });
  const data = new DataStack(scope, { config, network });
  const identity = new IdentityStack(scope, { config });
  const edge = new EdgeStack(scope, { config });
  const app = new AppStack(scope, { config, registry, network, data, identity, edge });
  const operations = new OperationsStack(scope, { config, data, app });
  const oidc = new GitHubOidcStack(scope, { config, registry, data, app });
  const stacks = { registry, network, data, identity, edge, app, operations, oidc };
  acknowledge(stacks, config);
  return stacks;
}
