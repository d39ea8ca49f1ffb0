/** What can be read off a page's HTML, and what it weighs behind an edge that compresses. */
import { brotliCompressSync, constants } from 'node:zlib';

/** What CloudFront compresses pages with, as near as anyone has measured it. */
export const EDGE_QUALITY = 5;

export function brotli(bytes: Uint8Array | string, quality = EDGE_QUALITY): Buffer {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return brotliCompressSync(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { params });
}

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/gi;

/** The style sheet in a page. */
export const styleOf = (html: string): string => [...html.matchAll(STYLE)].map(([, css]) => css).join('\n');

/** Elements in a page, as `document.querySelectorAll('*')` counts them: our HTML writes every tag out. */
export function countElements(html: string): number {
  const markup = html.replace(STYLE, '<style></style>').replace(/<!--[\s\S]*?-->/g, '');
  return markup.match(/<[a-z][^\s/>]*/gi)?.length ?? 0;
}

export const countScripts = (html: string): number => html.match(/<script/gi)?.length ?? 0;
