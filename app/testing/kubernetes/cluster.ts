/** What a cluster would be told: an overlay of infra/kubernetes, rendered, and the environment a container then has. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const ROOT = fileURLToPath(new URL('../../../infra/kubernetes', import.meta.url));

export type Probe = { httpGet?: { path: string }; exec?: { command: string[] } };
export type Container = {
  name: string;
  image: string;
  args?: string[];
  env?: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[];
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  volumeMounts?: { name: string; mountPath: string }[];
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  lifecycle?: { preStop: { exec: { command: string[] } } };
  resources: Record<'requests' | 'limits', Record<'cpu' | 'memory', string>>;
  securityContext: Record<string, unknown>;
};
export type Pod = {
  metadata: { labels: Record<string, string> };
  spec: {
    containers: Container[];
    volumes: { name: string }[];
    securityContext: Record<string, unknown>;
    automountServiceAccountToken: boolean;
    terminationGracePeriodSeconds?: number;
    topologySpreadConstraints?: { topologyKey: string }[];
  };
};
type Selector = {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; values: string[] }[];
};
type Way = { from?: Peer[]; to?: Peer[]; ports?: { port: number }[] };
type Peer = {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
};
export type Resource = {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  data?: Record<string, string>;
  spec: {
    template: Pod;
    selector: { matchLabels: Record<string, string> } & Record<string, unknown>;
    scaleTargetRef: { name: string };
    maxUnavailable: number;
    podSelector: Selector;
    policyTypes: string[];
    ingress?: Way[];
    egress?: Way[];
    rules: { host: string }[];
  };
};

/** The overlay as `kubectl apply -k` would send it. Throws where kubectl is not installed. */
export function render(overlay: string): Resource[] {
  const yaml = execFileSync('kubectl', ['kustomize', path.join(ROOT, overlay)], { encoding: 'utf8' });
  return parseAllDocuments(yaml).map((document) => document.toJS() as Resource);
}

/** What somebody has filled a template with: a value that fits for every name. */
export function filled(overlay: string, template: string): Record<string, string> {
  const lines = readFileSync(path.join(ROOT, overlay, template), 'utf8')
    .trim()
    .split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', value = ''] = line.split('=');
      return [name, value || `${name.toLowerCase().replaceAll('_', '-')}-that-somebody-has-filled-in`];
    }),
  );
}

/** The variables of a container, as Kubernetes puts them together. Throws for one that comes from nowhere. */
export function environmentOf(
  { env = [], envFrom = [] }: Container,
  resources: Resource[],
  secrets: Record<string, Record<string, string>>,
): Record<string, string> {
  const known = (what: string, value: string | undefined) => {
    if (value === undefined) throw new Error(`there is no ${what}`);
    return value;
  };
  const all: Record<string, string> = {};
  for (const { configMapRef, secretRef } of envFrom) {
    const map = resources.find(
      ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef?.name,
    );
    const from = configMapRef ? map?.data : secrets[secretRef?.name ?? ''];
    if (!from) throw new Error(`there is no ${configMapRef?.name ?? secretRef?.name}`);
    Object.assign(all, from);
  }
  for (const { name, value, valueFrom } of env) {
    const { name: secret = '', key = '' } = valueFrom?.secretKeyRef ?? {};
    const said = value ?? known(`${secret}/${key}`, secrets[secret]?.[key]);
    all[name] = said.replace(/\$\((\w+)\)/g, (_, other: string) => known(other, all[other]));
  }
  return all;
}
