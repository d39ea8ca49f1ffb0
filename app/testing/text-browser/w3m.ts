/**
 * w3m, driven as a person drives it: by keys, on a terminal of its own (`script` makes one), with a home of its own. It reads one
 * key after the other, and the next only when the page is there; so keys are sent ahead, and nothing is waited for but
 * what it shows at last. What it shows is the page as w3m has set it, saved by a key that is bound to that.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeLater } from '../database.server.ts';
import { until } from '../until.ts';

export type TextBrowser = Awaited<ReturnType<typeof openTextBrowser>>;

const PATIENCE_MS = 10_000;
const [NEXT, PREVIOUS, ENTER, CLEAR, TOP, QUIT] = ['\t', '\x1b\t', '\r', '\x15', 'g', 'Q'];

/** What a person has set up: cookies, and a search that minds capitals. */
const CONFIG = 'use_cookie 1\naccept_cookie 1\nignorecase_search 0\nwrap_search 1\n';

/** Begins at an address. Closes itself after the file. */
export async function openTextBrowser(address: string) {
  const home = await mkdtemp(path.join(tmpdir(), 'dustjacket-w3m-'));
  const file = (name: string) => path.join(home, name);
  await mkdir(file('.w3m'));
  await writeFile(file('.w3m/config'), CONFIG);
  // The second of two that are saved is begun when the first is whole.
  await writeFile(
    file('.w3m/keymap'),
    `keymap ! SAVE_SCREEN ${file('page')}\nkeymap @ SAVE_SCREEN ${file('done')}\n`,
  );
  await writeFile(file('editor'), `#!/bin/sh\ncp '${file('words')}' "$1"\n`, { mode: 0o700 });
  const terminal = openTerminal(`w3m '${address}'`, home, file('editor'));
  closeLater(async () => {
    terminal.type(QUIT);
    await terminal.exited;
    await rm(home, { recursive: true, force: true });
  });

  /** The page as it is shown, after everything that was typed. */
  async function text(): Promise<string> {
    await Promise.all(['page', 'done'].map((name) => rm(file(name), { force: true })));
    terminal.type('!@');
    await until('w3m shows a page', PATIENCE_MS, () => existsSync(file('done'))).catch((fault: unknown) => {
      throw new Error(`the terminal says ${JSON.stringify(terminal.painted())}`, { cause: fault });
    });
    return readFile(file('page'), 'utf8');
  }

  /** Puts the cursor on the first place that says this, or that says it below other words. */
  async function find(words: string, below?: string): Promise<void> {
    const page = await text();
    const from = below === undefined ? 0 : page.indexOf(below);
    if (from < 0 || !page.includes(words, from)) throw new Error(`w3m shows no “${words}”:\n${page}`);
    terminal.type(TOP);
    for (const one of [below ?? [], words].flat())
      terminal.type(`/${one.replaceAll(/[.*+?()[\]^$|\\]/g, '\\$&')}${ENTER}`);
  }

  return {
    text,
    /** Follows a link, or presses a button, and waits for what comes of it. */
    async press(words: string, below?: string): Promise<void> {
      await find(words, below);
      terminal.type(ENTER);
      await text();
    },
    /** Types into the field after this label, over what it says. */
    async fill(label: string, words: string, below?: string): Promise<void> {
      await find(label, below);
      terminal.type(`${NEXT}${ENTER}${CLEAR}${words}${ENTER}`);
    },
    /** Marks the radio button or checkbox before this label. */
    async choose(label: string): Promise<void> {
      await find(label);
      terminal.type(`${PREVIOUS}${ENTER}`);
    },
    /** Chooses from the list after this label. */
    async select(label: string, option: string): Promise<void> {
      await find(label);
      terminal.type(`${NEXT}${ENTER}/${option}${ENTER}${ENTER}`);
    },
    /** Writes into the text area after this label, in an editor. */
    async write(label: string, words: string): Promise<void> {
      await writeFile(file('words'), `${words}\n`);
      await find(label);
      terminal.type(`${NEXT}${ENTER}`);
      await text();
    },
  };
}

/** A terminal with a command in it, so wide that no line of ours is broken where it is looked for. */
function openTerminal(command: string, home: string, editor: string) {
  const child = spawn('script', ['-qfec', `stty rows 60 cols 240; exec ${command}`, '/dev/null'], {
    env: { ...process.env, HOME: home, EDITOR: editor, TERM: 'xterm', LC_ALL: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let painted = '';
  child.stdout.on('data', (bytes: Buffer) => {
    painted = `${painted}${bytes.toString()}`.slice(-2000);
  });
  return {
    type: (keys: string) => child.stdin.write(keys),
    /** What it was last sent to show, for whoever has to find out why nothing happens. */
    painted: () => painted,
    exited: new Promise<void>((resolve) => child.once('exit', () => resolve())),
  };
}
