/**
 * The role that server and worker connect as. It reads and writes rows and no more: it owns nothing, changes no
 * table, and of events and kept specifications it can neither change nor remove one. Made anew after every migration, so that what a
 * migration adds is granted too.
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import type { AppRole } from '../app/config.server.ts';
import { prepared } from './connection.server.ts';

/** Creates the role or gives it its password, and grants it what the product needs. */
export async function grantAppRole(sql: postgres.Sql, { username, password }: AppRole): Promise<void> {
  await sql.begin(async (tx) => {
    const [known] = await tx`select from pg_roles where rolname = ${username}`;
    const role = tx(username);
    // A verifier, not the password: the statement may be in a server's log.
    await tx`${known ? tx`alter` : tx`create`} role ${role} login password ${tx.unsafe(`'${verifierOf(password)}'`)}`;
    const [here] = await tx<{ name: string }[]>`select current_database() as name`;
    await tx`grant connect on database ${tx(here?.name ?? '')} to ${role}`;
    await tx`revoke create on schema public from public, ${role}`;
    await tx`grant usage on schema public, drizzle, pgboss to ${role}`;
    for (const schema of ['public', 'pgboss']) {
      await tx`grant select, insert, update, delete on all tables in schema ${tx(schema)} to ${role}`;
      await tx`grant usage, select on all sequences in schema ${tx(schema)} to ${role}`;
    }
    await tx`grant execute on all functions in schema pgboss to ${role}`;
    await tx`revoke update, delete, truncate on events, cover_specs from ${role}`;
    // What /ready asks for.
    await tx`grant select on all tables in schema drizzle to ${role}`;
  });
}

/** The password as PostgreSQL keeps it (RFC 5803). */
function verifierOf(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(prepared(password), salt, iterations, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  const server = key('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`;
}
