/**
 * Finds a browser for the journeys: the one that came with `npm ci`, unpacked once for this machine, or one that
 * is installed. The packed one brings fonts, and libraries for a machine that has none; it is used only
 * when it starts.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKED = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(PACKED, 'package.json'), 'utf8')) as {
  version: string;
};
const HOME = path.join(tmpdir(), `dustjacket-browser-${version}-${userInfo().uid}`);
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export type Chromium = { executablePath: string; env: Record<string, string> };

/** A browser that starts. Throws with a list of what was tried. */
export async function findChromium(): Promise<Chromium> {
  const tried: string[] = [];
  for (const candidate of await candidates()) {
    try {
      await run(candidate.executablePath, ['--version', '--no-sandbox'], {
        env: candidate.env as NodeJS.ProcessEnv,
      });
      return candidate;
    } catch (fault) {
      tried.push(`${candidate.executablePath}: ${String(fault).split('\n').slice(0, 2).join(' ')}`);
    }
  }
  throw new Error(`no browser for the journeys. Install chromium, or mend:\n${tried.join('\n')}`);
}

async function candidates(): Promise<Chromium[]> {
  const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));
  const own = await unpack();
  const executablePath = path.join(own, 'chromium');
  const withFonts = { ...env, FONTCONFIG_PATH: path.join(own, 'fonts') };
  const libraries = path.join(own, 'al2023/lib');
  const folders = (env['PATH'] ?? '').split(path.delimiter);
  return [
    { executablePath, env: withFonts },
    { executablePath, env: { ...withFonts, LD_LIBRARY_PATH: libraries } },
    ...INSTALLED.flatMap((name) => folders.map((folder) => path.join(folder, name)))
      .filter((file) => existsSync(file))
      .map((file) => ({ executablePath: file, env })),
  ];
}

/** Unpacks it into a folder of its own, all or nothing: two test files may want it at once. */
async function unpack(): Promise<string> {
  if (existsSync(HOME)) return HOME;
  const fresh = await mkdtemp(`${HOME}-`);
  const entry = path.join(PACKED, 'build/esm/index.js');
  // It unpacks to the temporary directory, and the libraries only where it takes itself to be on AWS Lambda.
  const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  const script = `const { default: it } = await import(${JSON.stringify(entry)}); await it.executablePath();`;
  await run(process.execPath, ['--input-type=module', '-e', script], { env });
  // Its own settings look for the fonts in /tmp/fonts; without any font it dies at the first page.
  const fonts = `<fontconfig><dir>${HOME}/fonts/fonts</dir><cachedir>${HOME}/fonts/cache</cachedir></fontconfig>`;
  await writeFile(path.join(fresh, 'fonts/fonts.conf'), fonts);
  await rename(fresh, HOME).catch(() => rm(fresh, { recursive: true, force: true }));
  return HOME;
}
