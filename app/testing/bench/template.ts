/**
 * Makes a template string from a rendered page: each text and each address or value in its body becomes a hole,
 * filled and escaped anew for every request, from the rows of the query where a row says the same, else from a
 * list of words. Rendering it for the same rows gives the same page.
 */
export type Row = Record<string, string>;
export type Template = {
  render: (rows: Row[]) => string;
  /** Holes that are filled from rows. */
  fromRows: number;
};

const HOLES = /<!--[\s\S]*?-->|<[^>]*>|[^<]+/g;
const ATTRIBUTES = /\b(href|datetime|value)="([^"]*)"/gi;

export function compile(html: string, rows: Row[]): Template {
  const words: string[] = [];
  let fromRows = 0;
  const hole = (escaped: string) => {
    const text = unescape(escaped);
    for (const [at, row] of rows.entries()) {
      const key = Object.keys(row).find((name) => text !== '' && row[name] === text);
      if (key === undefined) continue;
      fromRows++;
      return `\${esc(rows[${at}].${key})}`;
    }
    return `\${esc(words[${words.push(text) - 1}])}`;
  };
  const bodyAt = html.indexOf('<body');
  const parts = (html.slice(bodyAt).match(HOLES) ?? []).map((token) => {
    if (token.startsWith('<!--')) return literal(token);
    if (!token.startsWith('<')) return hole(token);
    return piecewise(token, hole);
  });
  const code = `return \`${literal(html.slice(0, bodyAt))}${parts.join('')}\``;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a template string is what it is compared with
  const render = new Function('rows', 'words', 'esc', code) as Render;
  return { render: (now) => render(now, words, escape), fromRows };
}

type Render = (rows: Row[], words: string[], esc: (text: string) => string) => string;

/** A tag with a hole for each of its addresses and values. */
function piecewise(tag: string, hole: (escaped: string) => string): string {
  let out = '';
  let at = 0;
  for (const match of tag.matchAll(ATTRIBUTES)) {
    const from = match.index + (match[1]?.length ?? 0) + 2;
    out += literal(tag.slice(at, from)) + hole(match[2] ?? '');
    at = from + (match[2]?.length ?? 0);
  }
  return out + literal(tag.slice(at));
}

const literal = (text: string) => text.replace(/[\\`$]/g, (character) => `\\${character}`);

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};
const SPECIAL = /[&<>"']/;
/** As React does it. */
const escape = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text;
const unescape = (text: string): string =>
  Object.entries(ESCAPES)
    .toReversed()
    .reduce((plain, [character, escaped]) => plain.replaceAll(escaped, character), text);
