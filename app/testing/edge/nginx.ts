/** The edge of docker-compose.yml on this machine: its very configuration, run by the nginx that is installed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { send } from '../http.ts';
import { until } from '../until.ts';

const TEMPLATE = fileURLToPath(new URL('../../../infra/edge/nginx.conf.template', import.meta.url));
/** Debian puts it where only root looks. */
const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` };

/** Starts it on `port`, with nothing kept yet, before a server at `app` (host:port). → what ends it */
export async function startEdge(port: number, app: string): Promise<() => Promise<void>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-edge-'));
  // As root its workers are somebody else.
  await chmod(dir, 0o755);
  const settings: Record<string, string> = { EDGE_PORT: String(port), APP_ADDRESS: app, EDGE_CACHE: dir };
  const conf = path.join(dir, 'nginx.conf');
  const template = await readFile(TEMPLATE, 'utf8');
  await writeFile(
    conf,
    template.replace(/\$\{(\w+)\}/g, (whole, name: string) => settings[name] ?? whole),
  );

  // A file: nginx opens /dev/stderr by its name, which a socket does not have.
  const log = await open(path.join(dir, 'log'), 'w');
  const nginx: ChildProcess = spawn('nginx', ['-c', conf, '-p', dir, '-g', 'daemon off;'], {
    env,
    stdio: ['ignore', 'ignore', log.fd],
  });
  const ended = once(nginx, 'exit');
  let failure = '';
  ended.catch((fault: unknown) => void (failure = String(fault)));
  const said = async () => failure || (await readFile(path.join(dir, 'log'), 'utf8'));
  const orphaned = () => nginx.kill('SIGTERM');
  process.once('exit', orphaned);
  const stop = async () => {
    process.off('exit', orphaned);
    nginx.kill('SIGQUIT');
    await ended.catch(() => undefined);
    await log.close();
    await rm(dir, { recursive: true, force: true });
  };
  await until('nginx', 10_000, async () => {
    if (failure || nginx.exitCode !== null)
      throw new Error(`nginx ended: ${await said()} (apt-get install nginx-light)`);
    return send(`http://localhost:${port}`, '/health').then(
      () => true,
      () => false,
    );
  });
  return stop;
}
