/**
 * A PostgreSQL of one's own, for tests of the connection itself: it asks for passwords, and for TLS when it is given
 * a certificate. `dustjacket`, who may do anything, needs neither.
 */
import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '#db/embedded.ts';

export type OwnPostgres = { admin: string; port: number; stop: () => Promise<void> };

const HBA = (kind: 'host' | 'hostssl') =>
  `host all dustjacket 127.0.0.1/32 trust\n${kind} all all 127.0.0.1/32 scram-sha-256\n`;

export async function startPostgres(
  options: { tls?: { certificate: string; key: string }; settings?: Record<string, string> } = {},
): Promise<OwnPostgres> {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-postgres-'));
  // Once to have the cluster made; what is written into it holds from the next start.
  await (await startEmbedded({ dir })).stop();
  const { tls } = options;
  await put(dir, 'pg_hba.conf', HBA(tls ? 'hostssl' : 'host'));
  if (tls) await put(dir, 'server.crt', tls.certificate);
  if (tls) await put(dir, 'server.key', tls.key);
  const ssl = { ssl: 'on', ssl_cert_file: 'server.crt', ssl_key_file: 'server.key' };
  const settings = { fsync: 'off', synchronous_commit: 'off', ...(tls && ssl), ...options.settings };
  const { url, stop } = await startEmbedded({ dir, settings });
  return {
    admin: url,
    port: Number(new URL(url).port),
    async stop() {
      await stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** As the server's own file: root's PostgreSQL belongs to another user. */
async function put(dir: string, name: string, text: string): Promise<void> {
  const file = path.join(dir, name);
  const { uid, gid } = await stat(dir);
  await writeFile(file, text);
  await chmod(file, 0o600);
  await chown(file, uid, gid);
}
