/**
 * A reader with a real browser, JavaScript off. Every document they are shown is kept, and judged after the test:
 * sound HTML, no script but where one may be, no inline style, clean for axe, no wider than a phone, nothing on the console,
 * no picture missing.
 */
import { chromium, type Browser, type BrowserContext, type Page, type Response } from 'playwright-core';
import { afterEach, TestRunner } from 'vitest';
import { findChromium } from './chromium.ts';
import { closeLater } from './database.server.ts';
import { htmlProblems, openAxe, type Axe } from './html.ts';

export type Shown = { url: string; status: number; html: string };
export type Reader = {
  page: Page;
  context: BrowserContext;
  /** Every document, in the order it was shown. */
  shown: Shown[];
  goto: (path: string) => Promise<Shown>;
  /** Clicks through /dev/sign-in: one of the three development people by name, or somebody else by id. */
  signIn: (who: string | { subject: string; role: string }) => Promise<void>;
  /** Says that a request may fail in this test, or a message appear: those that match are not held against it. */
  forgive: (pattern: RegExp) => void;
  /** Judges what was shown since the last time; runs by itself after each test. */
  settle: () => Promise<void>;
};
type Options = {
  javaScript?: boolean;
  viewport?: { width: number; height: number };
  /** Judges each kind of page the first time it comes, and not in every test: for stories that are long. */
  judgeOnce?: boolean;
};

/** Documents that were found sound, as they are but for ids and figures: judging one twice in a file tells nothing new. */
const sound = new Set<string>();
const IDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const shapeOf = (html: string) =>
  html
    .replace(IDS, ':id')
    .replace(/(name="formToken" value=")[^"]*/g, '$1')
    .replace(/\d/g, '0');

type Opened = { browser: Browser; axe: Axe };
let opened: Promise<Opened> | undefined;

/** One browser for a test file; readers are contexts in it, with cookies of their own. */
async function launch(): Promise<Opened> {
  const { executablePath, env } = await findChromium();
  // Root has no sandbox; containers have a /dev/shm too small for a page with pictures.
  const browser = await chromium.launch({
    executablePath,
    env,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  return { browser, axe: await openAxe(browser) };
}

function launchAndClose(): Promise<Opened> {
  const launched = launch();
  // Registered before any reader's, so that it runs last.
  closeLater(async () => {
    opened = undefined;
    await (await launched).browser.close();
  });
  return launched;
}

/** A new reader of the product at `origin`. Leaves by themselves at the end of the file, or of the test. */
export async function openReader(origin: string, options: Options = {}): Promise<Reader> {
  const launched = (opened ??= launchAndClose());
  const { javaScript = false, viewport = { width: 1280, height: 900 }, judgeOnce = false } = options;
  const { browser, axe } = await launched;
  const context = await browser.newContext({
    ...{ javaScriptEnabled: javaScript, viewport, baseURL: origin, locale: 'en-GB' },
    ...{ timezoneId: 'Europe/London', colorScheme: 'light', reducedMotion: 'reduce' },
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const { shown, problems, arriving } = watch(page);
  let forgiven: RegExp[] = [];
  let judged = 0;
  const known = new Set<string>();

  const settle = async () => {
    await Promise.all(arriving);
    const found = problems.splice(0).filter((one) => !forgiven.some((pattern) => pattern.test(one)));
    // Pages of a sign-in service are not ours to judge.
    const ours = shown.slice(judged).filter(({ url }) => url.startsWith(`${origin}/`));
    for (const [kind, document] of distinct(ours)) {
      if (judgeOnce && known.has(kind)) continue;
      known.add(kind);
      const shape = `${kind} ${shapeOf(document.html)}`;
      if (sound.has(shape)) continue;
      const faults = [
        ...(await htmlProblems(document.html, new URL(document.url).pathname)),
        ...(await axe(document.html)),
      ];
      if (faults.length === 0) sound.add(shape);
      found.push(...faults.map((fault) => `${document.status} ${document.url}: ${fault}`));
    }
    judged = shown.length;
    forgiven = [];
    if (found.length > 0) throw new Error(found.join('\n'));
  };
  closeLater(async () => {
    await settle().finally(() => context.close());
  });
  if (!TestRunner.getCurrentTest()) afterEach(settle);

  const last = async () => {
    await Promise.all(arriving);
    const document = shown.at(-1);
    if (!document) throw new Error('nothing was shown');
    return document;
  };
  return {
    ...{ page, context, shown, settle },
    forgive: (pattern) => void forgiven.push(pattern),
    async goto(path) {
      await page.goto(path);
      return last();
    },
    async signIn(who) {
      await page.goto('/dev/sign-in');
      if (typeof who === 'string') await page.getByRole('radio', { name: new RegExp(who) }).check();
      else {
        await page.getByRole('radio', { name: 'Somebody else, named below' }).check();
        await page.getByLabel('Somebody else’s id').fill(who.subject);
        await page.locator(`input[name="role"][value="${who.role}"]`).check();
      }
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText(/You are (signed in as|browsing signed out)/).waitFor();
    },
  };
}

/** Listens to a page. `arriving` holds what is still being read. */
function watch(page: Page) {
  const shown: Shown[] = [];
  const problems: string[] = [];
  const arriving = new Set<Promise<void>>();
  const isDocument = (response: Response) =>
    response.request().isNavigationRequest() && response.frame() === page.mainFrame();
  page.on('response', (response) => {
    if (!isDocument(response)) {
      if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
      return;
    }
    if (response.status() >= 300 && response.status() < 400) return;
    const kept = keep(response).finally(() => arriving.delete(kept));
    arriving.add(kept);
  });
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure() ?? { errorText: 'for no reason' };
    // A page left while its pictures load, and a download, are no failures.
    if (errorText !== 'net::ERR_ABORTED') problems.push(`${request.url()} failed: ${errorText}`);
  });
  page.on('console', (message) => {
    // The browser repeats there what `response` has told above.
    const repeated = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !repeated)
      problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  return { shown, problems, arriving };

  async function keep(response: Response): Promise<void> {
    const { [`content-type`]: type = '' } = response.headers();
    if (!type.startsWith('text/html')) return;
    // 304 has no body of its own: the page is the one that was judged before.
    if (response.status() === 304) return;
    const at = shown.push({ url: response.url(), status: response.status(), html: '' }) - 1;
    shown[at]!.html = await response.text().catch(() => '');
  }
}

/** One of each kind of page: the same address but for ids, with the same status and heading. */
function distinct(documents: Shown[]): [kind: string, document: Shown][] {
  const kinds = new Map<string, Shown>();
  for (const document of documents) {
    const url = new URL(document.url).pathname.replace(IDS, ':id');
    const problems = (document.html.match(/aria-invalid|role="alert"/g) ?? []).length > 0;
    kinds.set(`${document.status} ${url} ${problems}`, document);
  }
  return [...kinds].filter(([, { html }]) => html !== '');
}
