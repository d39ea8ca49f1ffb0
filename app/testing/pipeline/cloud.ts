/** Amazon's command line as far as the scripts of infra/scripts use it: it answers what a test tells it to. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeLater } from '../database.server.ts';

const SCRIPTS = fileURLToPath(new URL('../../../infra/scripts', import.meta.url));

/** What it says to a command that contains all these words: one answer after the other, the last one for ever. */
export type Says = [words: string, ...answers: { out?: string; code?: number }[]];
export type Run = { code: number; out: string; err: string; calls: string[] };

const AWS = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const call = process.argv.slice(2).join(' ');
const before = readFileSync(__dirname + '/calls', 'utf8').split('\\n');
appendFileSync(__dirname + '/calls', call + '\\n');
const fits = (line, [words]) => words.split(' ').every((word) => line.includes(word));
const says = JSON.parse(readFileSync(__dirname + '/says', 'utf8'));
const found = says.find((one) => fits(call, one));
if (!found) { console.error('no answer to: ' + call); process.exit(99); }
const [, ...answers] = found;
const asked = before.filter((line) => says.find((one) => fits(line, one)) === found).length;
const { out = '', code = 0 } = answers[Math.min(asked, answers.length - 1)] ?? {};
if (out) console.log(out);
process.exit(code);
`;

/** Runs one of the scripts, with nothing of the cloud but these answers. */
export async function script(name: string, args: string[], says: Says[] = []): Promise<Run> {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-cloud-'));
  closeLater(() => rm(dir, { recursive: true, force: true }));
  await writeFile(path.join(dir, 'aws'), AWS);
  await chmod(path.join(dir, 'aws'), 0o755);
  await writeFile(path.join(dir, 'says'), JSON.stringify(says));
  await writeFile(path.join(dir, 'calls'), '');
  const env = {
    ...process.env,
    PATH: `${dir}:${process.env['PATH']}`,
    POLL_SECONDS: '0',
    MIGRATE_SECONDS: '1',
  };
  const child = spawn(path.join(SCRIPTS, name), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number];
  const calls = (await readFile(path.join(dir, 'calls'), 'utf8')).split('\n').filter(Boolean);
  return { code, out, err, calls };
}
