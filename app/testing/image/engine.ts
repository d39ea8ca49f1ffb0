/**
 * Whatever can build and run containers here: Docker with a daemon that answers, or buildah and podman, which need
 * none. Where no registry can be reached, the base is made of Debian and the Node of the lockfile.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BASE = 'docker.io/library/node:24-bookworm-slim';
const MISSING =
  'No engine for containers: neither a Docker daemon answers, nor are buildah and podman here. On Debian as root: ' +
  'apt-get install --no-install-recommends buildah podman runc uidmap mmdebstrap';

const run = promisify(execFile);
const works = (command: string, args: string[]) =>
  run(command, args).then(
    () => true,
    () => false,
  );
async function output(command: string, args: string[]): Promise<string> {
  const { stdout } = await run(command, args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
  return stdout.trim();
}

export type Engine = {
  name: string;
  /** Builds the repository's Dockerfile, or another one over the same context. */
  build: (tag: string, dockerfile?: string) => Promise<void>;
  /** Bytes of all layers. */
  size: (tag: string) => Promise<number>;
  /** What production allows a container, on the host's network. */
  start: (name: string, tag: string, options: RunOptions) => Container;
  remove: (tag: string) => Promise<void>;
};
export type RunOptions = {
  env?: Record<string, string>;
  /** Host file → where the container finds it, to be read only. */
  mounts?: Record<string, string>;
  entrypoint?: string;
  args?: string[];
};
export type Container = {
  lines: string[];
  exited: Promise<number>;
  stop: () => Promise<void>;
  /** The process id on this machine. */
  pid: () => Promise<number>;
};

export async function findEngine(): Promise<Engine> {
  if (await works('docker', ['info']))
    return engine('docker', ['docker', 'build', '--platform=linux/amd64'], ['docker']);
  if (!(await works('buildah', ['--version'])) || !(await works('podman', ['--version'])))
    throw new Error(MISSING);
  if (!(await works('buildah', ['inspect', BASE])) && !(await works('buildah', ['pull', BASE])))
    await makeBase();
  // `chroot` and `runc` work inside a container too, where the defaults want more rights than there are.
  // npm opens more files at once than the 1,024 that buildah allows by itself.
  const allow = ['--isolation=chroot', '--network=host', '--ulimit=nofile=4096:4096'];
  const build = ['buildah', 'bud', ...allow, '--pull=never', '--format=docker'];
  return engine('podman', build, ['podman', '--runtime=runc', '--cgroup-manager=cgroupfs']);
}

function engine(
  name: string,
  [builder = '', ...building]: string[],
  [runner = '', ...running]: string[],
): Engine {
  const npmrc = path.join(process.env['HOME'] ?? '', '.npmrc');
  const secret = existsSync(npmrc) ? ['--secret', `id=npmrc,src=${npmrc}`] : [];
  return {
    name,
    async build(tag, dockerfile = 'Dockerfile') {
      await output(builder, [...building, ...secret, '-t', tag, '-f', dockerfile, '.']);
    },
    async size(tag) {
      return Number(await output(runner, [...running, 'image', 'inspect', '--format', '{{.Size}}', tag]));
    },
    start(container, tag, options) {
      const args = [...running, 'run', '--rm', '--name', container, ...allowed(name), ...flags(options)];
      return watch(container, spawn(runner, [...args, tag, ...(options.args ?? [])]), runner, running);
    },
    async remove(tag) {
      await output(runner, [...running, 'rmi', '-f', tag]);
    },
  };
}

/** As in production: nothing to write to but /tmp, no rights, 512 MB. */
function allowed(name: string): string[] {
  const limits = ['--memory=512m', '--ulimit=nofile=1024:1024', '--ulimit=nproc=1024:1024'];
  // podman would have systemd ask for health; here the test does.
  const health = name === 'podman' ? ['--no-healthcheck'] : [];
  return ['--network=host', '--read-only', '--tmpfs=/tmp', '--cap-drop=all', ...limits, ...health];
}

const flags = ({ env = {}, mounts = {}, entrypoint }: RunOptions) => [
  ...Object.entries(env).map(([name, value]) => `--env=${name}=${value}`),
  ...Object.entries(mounts).map(([from, to]) => `--volume=${from}:${to}:ro`),
  ...(entrypoint ? [`--entrypoint=${entrypoint}`] : []),
];

function watch(name: string, child: ReturnType<typeof spawn>, runner: string, running: string[]): Container {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)));
  const exited = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return {
    lines,
    exited,
    async stop() {
      await output(runner, [...running, 'kill', '--signal=TERM', name]);
    },
    async pid() {
      return Number(await output(runner, [...running, 'inspect', '--format', '{{.State.Pid}}', name]));
    },
  };
}

/** Debian's smallest, with the lockfile's Node, the npm that runs this, and whom this machine trusts. */
async function makeBase(): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-base-'));
  try {
    await output('mmdebstrap', ['--variant=minbase', 'bookworm', path.join(dir, 'debian.tar')]);
    await cp(path.join(ROOT, 'node_modules/node/bin/node'), path.join(dir, 'node'));
    const npm = path.resolve(
      process.env['npm_execpath'] ?? '/usr/lib/node_modules/npm/bin/npm-cli.js',
      '../..',
    );
    await cp(npm, path.join(dir, 'npm'), { recursive: true });
    const authorities = process.env['NODE_EXTRA_CA_CERTS'];
    await (authorities ? cp(authorities, path.join(dir, 'ca.pem')) : writeFile(path.join(dir, 'ca.pem'), ''));
    const steps = [
      ...['FROM scratch', 'ADD debian.tar /', 'COPY node /usr/local/bin/node', 'COPY npm /usr/local/lib/npm'],
      'COPY ca.pem /usr/local/share/ca.pem',
      ...(authorities ? ['ENV NODE_EXTRA_CA_CERTS=/usr/local/share/ca.pem'] : []),
      'RUN ln -s ../lib/npm/bin/npm-cli.js /usr/local/bin/npm && useradd --uid 1000 --create-home node',
    ];
    await writeFile(path.join(dir, 'Dockerfile'), `${steps.join('\n')}\n`);
    await output('buildah', ['bud', '--isolation=chroot', '--format=docker', '-t', BASE, dir]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
