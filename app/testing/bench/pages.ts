import { samplePaths } from './catalogue.ts';
import { brotli, countElements, countScripts, styleOf } from './document.ts';
import { KB, type Figure } from './figures.ts';
import type { Stage } from './stage.ts';

/** What the shelf of a list shows, which is what the bytes depend on. */
const COVERS = 12;
const LISTS = ['/', '/covers', '/briefs', '/designers'];

type Page = { path: string; html: string; wire: number; raw: number; elements: number; redirects: number };

/** Bytes, elements, scripts and redirects of every public page, and the weight of the style sheet. */
export async function measurePages(stage: Stage): Promise<Figure[]> {
  await stage.drawn(COVERS);
  const { brief, cover, designer } = await samplePaths(await stage.catalogue());
  const web = await stage.startWeb();
  const pages: Page[] = [];
  // The one public page that sends a script: its numbers follow the form.
  const tool = await readPage(web.port, '/tools/cover-size');
  for (const path of [...LISTS, brief, cover, `${cover}/previews`, designer])
    pages.push(await readPage(web.port, path));
  await web.running.stop();
  const css = styleOf(pages[0]?.html ?? '');
  return [
    ...[...pages, tool].flatMap(pageFigures),
    {
      name: 'CSS, whole, brotli 11',
      measured: brotli(css, 11).length / KB,
      unit: 'KB',
      target: 8,
      fails: 10,
    },
    { name: 'CSS, whole, brotli 5', measured: brotli(css).length / KB, unit: 'KB' },
    { name: 'scripts on public pages', measured: sum(pages.map(({ html }) => countScripts(html))), unit: '', target: 0 }, // prettier-ignore
    { name: 'scripts of the calculator', measured: countScripts(tool.html), unit: '', target: 1 },
    { name: 'redirects on entry', measured: sum(pages.map(({ redirects }) => redirects)), unit: '', target: 0 }, // prettier-ignore
  ];
}

async function readPage(port: number, path: string): Promise<Page> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
  const body = Buffer.from(await response.arrayBuffer());
  const redirects = response.status >= 300 && response.status < 400 ? 1 : 0;
  if (response.status !== 200 && !redirects) throw new Error(`${path} answers ${response.status}`);
  const html = body.toString('utf8');
  return {
    path,
    html,
    redirects,
    wire: brotli(body).length,
    raw: body.length,
    elements: countElements(html),
  };
}

function pageFigures({ path, wire, raw, elements }: Page): Figure[] {
  const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…');
  return [
    { name: `${name} on the wire`, measured: wire / KB, unit: 'KB', target: 11, fails: 14, note: 'brotli 5' },
    { name: `${name} raw`, measured: raw / KB, unit: 'KB', target: 40, fails: 50 },
    { name: `${name} elements`, measured: elements, unit: '', target: 800, fails: 900 },
  ];
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
