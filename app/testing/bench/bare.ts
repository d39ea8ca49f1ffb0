/**
 * What the open-briefs page is measured against: Express and a template string, nothing else. It calls the same
 * query and the same formatters as the page and sends the same bytes. The template is made from the page itself
 * (`template.ts`), so it stays the same size and structure whatever becomes of the page.
 *
 *   PORT=… DATABASE_URL=… BENCH_PAGE=page.html node --import ./app/testing/bench/probe.ts app/testing/bench/bare.ts
 */
import { readFileSync } from 'node:fs';
import express from 'express';
import { listOpenBriefs } from '#app/domain/briefs/list.server.ts';
import { briefSummary } from '#app/domain/briefs/words.ts';
import { todayFor, wordsFor } from '#app/http/format.ts';
import { openDatabase } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { compile, type Row } from './template.ts';

const { db } = openDatabase(databaseAt(process.env['DATABASE_URL'] ?? ''));

async function readRows(): Promise<Row[]> {
  const { rows } = await listOpenBriefs(db, { q: '', sort: 'newest' }, {}, todayFor(null, new Date()));
  const say = wordsFor(null);
  return rows.map((brief) => {
    const { deadline, status, formats, ...words } = briefSummary(brief, say);
    return { ...words, formats: formats.join(', '), state: status.label, due: deadline.label, on: deadline.dateTime, line: words.line ?? '' }; // prettier-ignore
  });
}

const page = compile(readFileSync(process.env['BENCH_PAGE'] ?? '', 'utf8'), await readRows());
const app = express();
app.get('/ready', (_request, response) => void response.json({ holes: page.fromRows }));
app.get('/briefs', async (_request, response) => {
  response.send(page.render(await readRows()));
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
