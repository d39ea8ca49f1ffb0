/**
 * Makes somebody staff: the first of them, whom no other staff can appoint. They must have signed in once.
 *
 *   node db/admin.ts someone@example.org
 *   node db/admin.ts --subject 7c9e6679-7425-40de-944b-e07fc1f90ae7    the identity provider's name for them
 */
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../app/config.server.ts';
import { DomainError, Invalid } from '../app/domain/errors.ts';
import { appointStaff, type Appointee } from '../app/domain/people/staff-appoint.server.ts';
import { openDatabase } from './client.server.ts';

/** Who is meant. Throws Invalid unless exactly one person is named. */
function appointeeOf(args: string[]): Appointee {
  const { values, positionals } = parse(args);
  const [email, ...others] = positionals;
  if (others.length === 0 && values.subject && !email) return { subject: values.subject };
  if (others.length === 0 && email && !values.subject) return { email };
  throw new Invalid(
    'Name one person: npm run admin -- someone@example.org, or npm run admin -- --subject ID.',
  );
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { subject: { type: 'string' } } });
  } catch (fault) {
    throw new Invalid(fault instanceof Error ? fault.message : String(fault));
  }
}

async function run(): Promise<string> {
  const appointee = appointeeOf(process.argv.slice(2));
  const { db, close } = openDatabase(readConfig().database);
  return appointStaff(db, appointee).finally(close);
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (fault) {
  if (!(fault instanceof DomainError || fault instanceof ConfigError)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
