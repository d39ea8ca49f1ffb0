/** What a page lets its reader send: its forms with everything in them, and the parameters of its links. */

export type Form = {
  method: 'get' | 'post';
  /** Path and query, without the fragment. */
  action: string;
  upload: boolean;
  /** What a browser would send, buttons left out: names with their values. */
  fields: [name: string, value: string][];
  /** The name of the field that takes a file. */
  file: string | null;
  /** Every button that sends something of its own. */
  buttons: [name: string, value: string][];
  /** Of fields and buttons, of boxes nobody has ticked too. */
  names: string[];
};

type Tag = { name: string; attributes: Map<string, string>; end: number };

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': `'` };
const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name] ?? '');

/** The opening tags of these names, in order. React writes every value in double quotes. */
function tags(html: string, names: string): Tag[] {
  const pattern = new RegExp(`<(${names})((?:\\s+[\\w:-]+(?:="[^"]*")?)*)\\s*/?>`, 'g');
  return [...html.matchAll(pattern)].map((match) => ({
    name: match[1] ?? '',
    attributes: new Map(
      [...(match[2] ?? '').matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
        name.toLowerCase(),
        unescaped(value),
      ]),
    ),
    end: match.index + match[0].length,
  }));
}

/** The forms of a page at `path`. A button elsewhere that names a form by its id belongs to it. */
export function formsOf(html: string, path: string): Form[] {
  return tags(html, 'form').map(({ attributes, end }) => {
    const inside = html.slice(end, html.indexOf('</form>', end));
    const id = attributes.get('id');
    const outside = id ? tags(html, 'button').filter((tag) => tag.attributes.get('form') === id) : [];
    const controls = tags(inside, 'input|textarea|select|button');
    const file = controls.find((tag) => tag.attributes.get('type') === 'file');
    const pressed = [...controls.filter(({ name }) => name === 'button'), ...outside];
    const named = [...controls, ...outside].map((tag) => tag.attributes.get('name') ?? '');
    return {
      method: attributes.get('method') === 'post' ? 'post' : 'get',
      action: (attributes.get('action') ?? path).replace(/#.*/, ''),
      upload: attributes.get('enctype') === 'multipart/form-data',
      fields: controls
        .filter((tag) => tag.name !== 'button' && tag !== file)
        .flatMap((tag) => sent(tag, inside)),
      file: file?.attributes.get('name') ?? null,
      buttons: pressed
        .map((tag): [string, string] => [tag.attributes.get('name') ?? '', tag.attributes.get('value') ?? ''])
        .filter(([name]) => name !== ''),
      names: [...new Set(named)].filter((name) => name && name !== file?.attributes.get('name')),
    };
  });
}

/** What a control sends: nothing without a name, nor a box that is not ticked. */
function sent({ name, attributes, end }: Tag, html: string): [string, string][] {
  const field = attributes.get('name');
  if (!field) return [];
  if (name === 'textarea') return [[field, unescaped(html.slice(end, html.indexOf('</textarea>', end)))]];
  if (name === 'input') {
    const choice = /^(radio|checkbox)$/.test(attributes.get('type') ?? '');
    return choice && !attributes.has('checked') ? [] : [[field, attributes.get('value') ?? '']];
  }
  const options = tags(html.slice(end, html.indexOf('</select>', end)), 'option');
  const chosen = options.find((option) => option.attributes.has('selected')) ?? options[0];
  return [[field, chosen?.attributes.get('value') ?? '']];
}

/** The addresses of ours that a page links to. */
export function linksOf(html: string): string[] {
  return tags(html, 'a').flatMap(({ attributes }) => {
    const href = attributes.get('href') ?? '';
    return /^[/](?![/])/.test(href) ? [href.replace(/#.*/, '')] : [];
  });
}
