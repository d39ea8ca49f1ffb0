import { readConfig, type DatabaseConfig } from '../app/config.server.ts';
import { openDatabase } from './client.server.ts';

export async function seed(config: DatabaseConfig): Promise<void> {
  const { close } = openDatabase(config);
  await close();
}

if (import.meta.main) await seed(readConfig().database);
