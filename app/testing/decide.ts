/**
 * A process that takes from a limit: `node app/testing/decide.ts DATABASE_URL WHO TIMES`. It prints how often it might.
 * Patience is long, because a busy machine must not decide by itself what is counted here together.
 */
import { openDatabase } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { openLimits } from '#app/http/limits.server.ts';

const [url = '', who = '', times = '0'] = process.argv.slice(2);
const policy = { points: 50, seconds: 600 };
const { sql, close } = openDatabase(databaseAt(url, 4));
const names = ['forms', 'uploads', 'strangers', 'signIn', 'signedIn'] as const;
const policies = Object.fromEntries(names.map((name) => [name, policy])) as Record<
  (typeof names)[number],
  typeof policy
>;
const limits = openLimits(sql, policies, 20_000);
const waits = await Promise.all(Array.from({ length: Number(times) }, () => limits.take('forms', who)));
console.log(waits.filter((seconds) => seconds === 0).length);
limits.close();
await close();
