/**
 * What a container does, as its first argument says. It runs in the process that the container starts, so that
 * this Node is PID 1 and hears SIGTERM itself:
 *
 *   node app/command.server.ts server | worker | migrate [--baseline] | seed | admin someone@example.org
 *
 * Server and worker bring the schema up to date first, unless SKIP_MIGRATIONS says that a deployment has done it.
 */
import { whyUnreachable } from '#db/connection.server.ts';
import { MigrationRefused } from '#db/refused.server.ts';
import { ConfigError, readConfig, readMigrationConfig } from './config.server.ts';

const COMMANDS: Record<string, (args: string[]) => Promise<void>> = {
  async server() {
    await prepare();
    await import('../server.ts');
  },
  async worker() {
    await prepare();
    await import('./worker.server.ts');
  },
  async migrate(args) {
    const { runMigrate } = await import('#db/migrate.ts');
    await runMigrate(args);
  },
  async seed() {
    const { seed } = await import('#db/seed.ts');
    await seed(readConfig().database);
  },
  async admin() {
    await import('#db/admin.ts');
  },
};

/** The settings are read before anything else is loaded: a wrong one is said at once. */
async function prepare(): Promise<void> {
  if (readConfig().skipMigrations) return;
  const { runMigrate } = await import('#db/migrate.ts');
  await runMigrate([]);
}

/** Faults that a sentence explains to whoever starts this; null for those that need their stack. */
function sentenceOf(fault: unknown): string | null {
  if (fault instanceof ConfigError || fault instanceof MigrationRefused) return fault.message;
  // Drivers and migrator wrap what happened.
  const cause = fault instanceof Error && fault.cause ? fault.cause : fault;
  return whyUnreachable(cause, readMigrationConfig().database);
}

// The kernel gives PID 1 no default for a signal: without this a stop would wait for its time-out.
const abandon = () => process.exit(143);
process.once('SIGTERM', abandon);

const [name = 'server', ...args] = process.argv.slice(2);
try {
  const command = COMMANDS[name];
  if (!command) throw new ConfigError(`there is no command ${name}: ${Object.keys(COMMANDS).join(', ')}`);
  // A program that is imported reads its own arguments, and not the command's name.
  process.argv.splice(2, 1);
  await command(args);
  // Server and worker have listeners of their own now, which finish what is in hand.
  process.off('SIGTERM', abandon);
} catch (fault) {
  const sentence = sentenceOf(fault);
  if (sentence === null) throw fault;
  process.stderr.write(
    `dustjacket cannot ${name === 'server' || name === 'worker' ? 'start' : name}: ${sentence}\n`,
  );
  process.exit(1);
}
