/** What a cluster would be told to do, held against what the product takes and what a pod may be. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, readMigrationConfig } from '../../config.server.ts';
import { environmentOf, filled, render, type Container, type Pod, type Resource } from './cluster.ts';

/** Debian's kubernetes-client is older than the kustomize that these files are written for, 4.1. */
const kubectl = (() => {
  const { status, stdout } = spawnSync('kubectl', ['version', '--client', '-o', 'json'], {
    encoding: 'utf8',
  });
  if (status !== 0) return false;
  const { clientVersion } = JSON.parse(stdout) as { clientVersion: { minor: string } };
  return parseInt(clientVersion.minor) >= 22;
})();
const WHY = 'there is no kubectl 1.22 or later to render it with';
const OVERLAYS = {
  lab: { dustjacket: filled('lab', 'secret.env.template') },
  aws: {
    dustjacket: filled('aws', 'secret.env.template'),
    'dustjacket-migrate': filled('aws', 'migrate.env.template'),
  },
};
const WORKLOADS = ['Deployment', 'StatefulSet', 'Job'];

describe.each(['lab', 'aws'] as const)('the overlay %s', (overlay) => {
  beforeEach(({ skip }) => {
    skip(!kubectl, WHY);
  });
  const resources = kubectl ? render(overlay) : [];
  const named = (kind: string, name: string) =>
    resources.find((one) => one.kind === kind && one.metadata.name === name) as Resource;
  const workloads = resources.filter(({ kind }) => WORKLOADS.includes(kind));
  const pods = workloads.map((one) => [one, one.spec.template] as const);
  const ours = pods.filter(([{ metadata }]) => metadata.name !== 'database');
  const environment = (kind: string, name: string) =>
    environmentOf(only(named(kind, name).spec.template), resources, OVERLAYS[overlay]);

  test('has everything, in one namespace that refuses what could become root', () => {
    const names = workloads.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
    const database = overlay === 'lab' ? ['StatefulSet database'] : [];
    expect(names).toEqual(['Deployment server', 'Deployment worker', 'Job migrate', ...database]);
    const outside = resources.filter(
      ({ kind, metadata }) => kind !== 'Namespace' && metadata.namespace !== 'dustjacket',
    );
    expect(outside).toEqual([]);
    expect(named('Namespace', 'dustjacket').metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
  });

  test('holds no secret', () => {
    expect(resources.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    const plain = pods.flatMap(([, pod]) => only(pod).env ?? []).filter(({ value }) => value !== undefined);
    expect(
      plain.filter(({ name, value }) => /PASSWORD|SECRET/.test(name) || /:[^/$]+@/.test(value ?? '')),
    ).toEqual([]);
    for (const { data = {} } of resources) expect(Object.keys(data).join()).not.toMatch(/PASSWORD|SECRETS/);
  });

  test('tells server and worker what they take, and neither to migrate', () => {
    for (const name of ['server', 'worker']) {
      const config = readConfig(environment('Deployment', name));
      expect(config).toMatchObject({ port: 3000, skipMigrations: true, trustedProxyHops: 1 });
      expect(config.mode).toBe(overlay === 'aws' ? 'production' : 'development');
    }
    expect(only(named('Deployment', 'server').spec.template).args).toEqual(['server']);
    expect(only(named('Deployment', 'worker').spec.template).args).toEqual(['worker']);
  });

  test('migrates as the owner, who makes the role that the others connect as', () => {
    const { database, appRole } = readMigrationConfig(environment('Job', 'migrate'));
    const served = readConfig(environment('Deployment', 'server')).database;
    expect(only(named('Job', 'migrate').spec.template).args).toEqual(['migrate']);
    expect(database.username).not.toBe(appRole?.username);
    if (overlay === 'lab')
      expect({ host: served.host, username: served.username, password: served.password }).toEqual({
        host: database.host,
        ...appRole,
      });
  });

  test('names every image by one release', () => {
    for (const [, pod] of pods) expect(only(pod).image).toMatch(/:(local|sha-[0-9a-f]{7,}|\d+\.\d+)$/);
    expect(new Set(ours.map(([, pod]) => only(pod).image)).size).toBe(1);
  });

  test('lets no process write, become root, use a right, take more than its share, or speak to the cluster', () => {
    for (const [{ metadata }, { spec }] of pods) {
      const container = spec.containers[0] as Container;
      expect(spec.containers, metadata.name).toHaveLength(1);
      expect(spec.automountServiceAccountToken, metadata.name).toBe(false);
      expect(spec.securityContext, metadata.name).toMatchObject({
        runAsNonRoot: true,
        runAsUser: expect.any(Number),
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(container.securityContext, metadata.name).toEqual({
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      });
      expect(
        container.volumeMounts?.map(({ mountPath }) => mountPath),
        metadata.name,
      ).toContain('/tmp');
      const volumes = [...spec.volumes.map(({ name }) => name), 'data'];
      expect(container.volumeMounts?.filter(({ name }) => !volumes.includes(name))).toEqual([]);
      for (const amount of [container.resources.requests, container.resources.limits])
        expect(amount, metadata.name).toEqual({
          cpu: expect.any(String),
          memory: expect.stringMatching(/^\d+[MG]i$/),
        });
    }
  });

  test('asks every process that stays whether it is well', () => {
    const staying = pods.filter(([{ kind }]) => kind !== 'Job');
    for (const [{ metadata }, pod] of staying) expect(only(pod).livenessProbe, metadata.name).toBeDefined();
    const server = only(named('Deployment', 'server').spec.template);
    expect(
      [server.startupProbe, server.livenessProbe, server.readinessProbe].map((probe) => probe?.httpGet?.path),
    ).toEqual(['/health', '/health', '/ready']);
  });

  test('gives the server time to finish, and a place apart from the other', () => {
    const { spec } = named('Deployment', 'server').spec.template;
    const sleep = Number(
      only(named('Deployment', 'server').spec.template).lifecycle?.preStop.exec.command[1],
    );
    expect(spec.terminationGracePeriodSeconds).toBe(60);
    // server.ts gives up after fifty seconds of its own.
    expect(sleep + 50).toBeLessThan(60);
    expect(spec.topologySpreadConstraints?.map(({ topologyKey }) => topologyKey)).toEqual([
      'topology.kubernetes.io/zone',
      'kubernetes.io/hostname',
    ]);
    expect(named('PodDisruptionBudget', 'server').spec).toMatchObject({ maxUnavailable: 1 });
    const scaled = resources.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
    expect(scaled.map((one) => one.spec.scaleTargetRef.name)).toEqual(overlay === 'aws' ? ['server'] : []);
  });

  test('selects pods that there are', () => {
    const labels = pods.map(([, { metadata }]) => metadata.labels);
    const fits = (wanted: Record<string, string> = {}) =>
      labels.some((has) => Object.entries(wanted).every(([name, value]) => has[name] === value));
    for (const { kind, metadata, spec } of resources) {
      const wanted =
        kind === 'Service'
          ? (spec.selector as Record<string, string>)
          : kind === 'NetworkPolicy'
            ? spec.podSelector.matchLabels
            : spec?.selector?.matchLabels;
      expect(fits(wanted), `${kind} ${metadata.name}`).toBe(true);
    }
  });

  test('forbids all traffic but what it names', () => {
    const policies = resources.filter(({ kind }) => kind === 'NetworkPolicy');
    expect(named('NetworkPolicy', 'nobody').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    const ways = policies.flatMap(({ spec }) => [...(spec.ingress ?? []), ...(spec.egress ?? [])]);
    // A way without a peer is open to all, and one without a port to everything.
    expect(ways.filter((way) => !(way.from ?? way.to)?.length || !way.ports?.length)).toEqual([]);
    const open = ways
      .flatMap((way) => [...(way.from ?? []), ...(way.to ?? [])])
      .filter(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0');
    expect(open.map(({ ipBlock }) => ipBlock?.except)).toEqual(overlay === 'aws' ? [['169.254.0.0/16']] : []);
    expect(ways.filter((way) => way.from?.some(({ ipBlock }) => ipBlock?.cidr === '0.0.0.0/0'))).toEqual([]);
  });
});

describe('the lab', () => {
  test('has the database and the image of docker compose', ({ skip }) => {
    skip(!kubectl, WHY);
    const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
      services: Record<string, { image: string; environment: Record<string, string> }>;
    };
    const resources = render('lab');
    const pod = (name: string) =>
      only(resources.find((one) => one.spec?.template && one.metadata.name === name)?.spec.template);
    const { image, environment } = compose.services['database'] ?? {};
    expect(pod('database').image).toBe(image);
    const locale = pod('database').env?.find(({ name }) => name === 'POSTGRES_INITDB_ARGS')?.value;
    expect(locale).toBe(environment?.['POSTGRES_INITDB_ARGS']);
    expect(pod('server').image).toBe(`docker.io/library/${compose.services['server']?.image}`);
  });

  test('is started in ten commands, none of which names what is not there', () => {
    const page = readFileSync('docs/kubernetes.md', 'utf8');
    const commands = /```sh\n([\s\S]*?)```/.exec(page)?.[1]?.trim().split('\n') ?? [];
    expect(commands).toHaveLength(10);
    expect(commands.join('\n')).toMatch(
      /MODE=test[\s\S]*secret\.env\.template[\s\S]*apply -k infra\/kubernetes\/lab/,
    );
  });
});

/** Each of our pods has one container. */
function only(pod: Pod | undefined): Container {
  const container = pod?.spec.containers[0];
  if (!container) throw new Error('there is no such pod');
  return container;
}
