import postgres from 'postgres';
import { openDatabase } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { openSession } from '#app/auth/session.server.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { busyMarket } from '../busy.ts';
import { countStatements, statementsOf } from '../statements.ts';
import { brotli, countElements } from './document.ts';
import { KB, type Figure } from './figures.ts';
import type { Stage } from './stage.ts';

/** Statements, bytes and elements of the pages of people who are signed in and have much to do. */
export async function measureSignedIn(stage: Stage): Promise<Figure[]> {
  const url = await stage.emptyDatabase('busy');
  const { db, close } = openDatabase(databaseAt(url));
  const pages = await busyMarket(db);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await countStatements(sql);
  const web = await stage.startWeb({ database: url });
  const cookies = new Map<string, string>();
  const cookieOf = async (reader: Person) => {
    const known = cookies.get(reader.id);
    const stranger = new Request('http://127.0.0.1');
    const line = known ?? (await openSession(db, { secure: false }, stranger, reader, new Date()));
    cookies.set(reader.id, line);
    return line.split(';', 1)[0] ?? '';
  };
  const figures: Figure[] = [];
  for (const { name, path, reader } of pages) {
    const headers = { Cookie: await cookieOf(reader) };
    let html = '';
    const asked = await statementsOf(sql, async () => {
      const answer = await fetch(`http://127.0.0.1:${web.port}${path}`, { headers, redirect: 'manual' });
      html = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    });
    figures.push(
      { name: `${name}: queries`, measured: asked.length, unit: '', target: 6, fails: 7 },
      { name: `${name}: on the wire`, measured: brotli(html).length / KB, unit: 'KB', target: 12, fails: 14 },
      { name: `${name}: elements`, measured: countElements(html), unit: '' },
    );
  }
  await web.running.stop();
  await Promise.all([sql.end(), close()]);
  return figures;
}
