import type { CDPSession, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { openEdge } from './edge.ts';
import { KB, type Figure } from './figures.ts';
import type { Stage } from './stage.ts';

const PHONE = { width: 412, height: 823 };
/** 400 kbps and 400 ms, as the browser can pretend: it delays each request, and knows no handshakes and no slow start. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const COVERS = 12;

type View = {
  requests: { url: string; bytes: number; type: string; redirected: boolean }[];
  origins: Set<string>;
  fcp: number;
  lcp: number;
  shift: number;
};

/** The first visit to `/covers` with an empty cache and JavaScript off, through an edge that compresses. */
export async function measureFirstView(stage: Stage): Promise<Figure[]> {
  await stage.drawn(COVERS);
  const edge = await openEdge();
  const web = await stage.startWeb({ origin: edge.origin });
  edge.leadTo(web.port);
  const view = await visit(`${edge.origin}/covers`);
  await edge.close();
  await web.running.stop();
  const bytes = view.requests.reduce((sum, { bytes: some }) => sum + some, 0);
  const others = [...view.origins].filter((origin) => origin !== edge.origin);
  const slow = 'CDP at 400 kbps, 400 ms, CPU ÷ 4; not Lighthouse’s simulation';
  return [
    {
      name: 'first view of /covers',
      measured: bytes / KB,
      unit: 'KB',
      target: 90,
      fails: 110,
      note: kinds(view),
    },
    { name: 'requests of it', measured: view.requests.length, unit: '', target: 15, fails: 15 },
    { name: 'other origins · fonts', measured: others.length + count(view, 'Font'), unit: '', target: 0 },
    { name: 'redirects', measured: view.requests.filter(({ redirected }) => redirected).length, unit: '', target: 0 }, // prettier-ignore
    { name: 'scripts fetched', measured: count(view, 'Script'), unit: '', target: 0 },
    { name: 'FCP, slow line', measured: view.fcp, unit: 's', note: slow },
    { name: 'LCP, slow line', measured: view.lcp, unit: 's', note: slow },
    { name: 'layout shift', measured: view.shift, unit: '', target: 0, fails: 0.01 },
  ];
}

async function visit(url: string): Promise<View> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: PHONE,
      deviceScaleFactor: 2,
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const view: View = { requests: [], origins: new Set(), fcp: NaN, lcp: NaN, shift: 0 };
    await watch(session, view);
    await session.send('Network.emulateNetworkConditions', SLOW);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
    await readPaint(page, view);
    return view;
  } finally {
    await browser.close();
  }
}

/** Counts what goes over the line, and hears of paints and shifts without a script in the page. */
async function watch(session: CDPSession, view: View): Promise<void> {
  const open = new Map<string, { url: string; type: string; redirected: boolean }>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type, redirectResponse }) => {
    if (request.url.startsWith('data:')) return;
    view.origins.add(new URL(request.url).origin);
    open.set(requestId, { url: request.url, type: type ?? '', redirected: Boolean(redirectResponse) });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = open.get(requestId);
    if (request) view.requests.push({ ...request, bytes: encodedDataLength });
  });
  session.on('PerformanceTimeline.timelineEventAdded', ({ event }) => {
    if (event.lcpDetails) view.lcp = event.time;
    if (event.layoutShiftDetails && !event.layoutShiftDetails.hadRecentInput)
      view.shift += event.layoutShiftDetails.value;
  });
  await session.send('Network.enable');
  await session.send('PerformanceTimeline.enable', {
    eventTypes: ['largest-contentful-paint', 'layout-shift'],
  });
}

/** The timeline tells moments; they are counted from the start of the navigation. */
async function readPaint(page: Page, view: View): Promise<void> {
  const [origin, fcp] = await page.evaluate(() => [
    performance.timeOrigin,
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  ]);
  view.fcp = (fcp ?? NaN) / 1000;
  view.lcp -= (origin ?? 0) / 1000;
}

const count = ({ requests }: View, type: string) =>
  requests.filter((request) => request.type === type).length;

/** "1 Document 9.9 KB, 12 Image 70.2 KB". */
function kinds({ requests }: View): string {
  const types = [...new Set(requests.map(({ type }) => type))];
  const all = types.map((type) => {
    const some = requests.filter((request) => request.type === type);
    const bytes = some.reduce((sum, { bytes: one }) => sum + one, 0);
    return `${some.length} ${type} ${(bytes / KB).toFixed(1)} KB`;
  });
  return all.join(', ');
}
