/**
 * What nobody types and somebody sends: text that means something to a parser, a database, a browser or a file system,
 * in the spirit of the Big List of Naughty Strings; and any other text, from fast-check. A value is kept as it goes over
 * the line, percent-encoded, because some of it is no text.
 */
import fc from 'fast-check';

/** As a browser encodes it; half a character becomes its replacement, as browsers do. */
export const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** A word that none of our pages says: where it is seen inside a tag, somebody's text has become markup. */
export const MARK = 'zq7';

const TEXTS = [
  '',
  ' ',
  ' \t\r\n\f',
  // Markup, and ways out of an attribute, a style, a comment, a title and a text area.
  `<${MARK} onx=1>`,
  `"><svg/onload=${MARK}>`,
  `'><img src=x ${MARK}=1>`,
  `" ${MARK}=1 autofocus onfocus=${MARK} x="`,
  `</style></title></textarea></script><${MARK}>`,
  `--><!--[if IE]><${MARK}><![endif]-->`,
  `&lt;${MARK}&gt; &#60;${MARK}&#62; &amp;amp;`,
  `＜${MARK}＞`,
  `javascript:${MARK}`,
  `data:text/html,<${MARK}>`,
  // Other people's languages.
  `' OR 1=1 --`,
  `'; DROP TABLE people; --`,
  `") UNION SELECT * FROM sessions --`,
  '%_%%\\_\\',
  `a & b | !c <-> (d`,
  `:*&!'`,
  '{{7*7}}${7*7}<%= 7*7 %>#{7*7}',
  '$(sleep 5)`sleep 5`;sleep 5|sleep 5',
  '() { :; }; echo',
  '%s%n%x%d',
  '{"$gt":""}',
  // Headers.
  '\r\nX-Zq7: 1',
  '\nSet-Cookie: zq7=1',
  '\r\n\r\n<zq7>',
  '\u2028X-Zq7: 1\u2029',
  // Places.
  '//zq7.example/',
  'https://zq7.example/',
  '/\\zq7.example',
  '\\\\zq7.example',
  '/%09/zq7.example',
  '/%2f%2fzq7.example',
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '/dev/null',
  'C:\\CON',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  // Names every object has.
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'true',
  // Numbers at their edges, and what reads like one.
  ...['0', '-0', '-1', '00', '1e309', '-1e309', 'NaN', 'Infinity', '1e-7', '0x10', '1,5', '1.5', '1_000'],
  ...['2147483647', '2147483648', '9007199254740992', '9223372036854775808', '9'.repeat(400), '١٢٣', '１２'],
  // Days there are not.
  ...['0000-00-00', '2027-02-30', '9999-12-31', '99999-01-01', '-0001-01-01', '2027-13-01', '275760-09-14'],
  ...['2027-01-01T00:00:00Z', '24:61', 'Etc/GMT+99', 'xx-ZZ-9'],
  // Text that turns, joins, hides, stacks up or takes more room than it shows.
  '\u202Egnp.exe\u202C',
  '\u200B\u200C\u200D\uFEFF\u00AD\u2060',
  '\u2067\u2066\u2069',
  'Z\u0351\u036B\u0343\u032A\u0321'.repeat(200),
  '👩‍👩‍👧‍👦🏴‍☠️🇬🇧'.repeat(50),
  'ﷺ'.repeat(300),
  'İıẞßŉﬁ',
  'ا\u0644\u200F\u0639',
  '田中さん、社會科學院語學研究所',
  '\u0000',
  'a\u0000b',
  '\u0001\u0008\u001B[31m\u007F\u0085',
  '\uFFFD\uFFFE\uFFFF',
  '\u{10FFFF}',
  // Long, and longer than a form may be.
  'w'.repeat(70_000),
  'w '.repeat(20_000),
  `<${MARK}>`.repeat(3000),
  '\n'.repeat(30_000),
];

const JSONS = [
  ...['', '{', '[]', 'null', '""', '{}', '{"type":"nope"}', '{"type":"insert"}', '{"type":"reset"}'],
  ...['{"type":"validate"}', '{"type":"validate","payload":{"name":"__proto__.x"}}'],
  '{"type":"insert","payload":{"name":"__proto__"}}',
  '{"type":"insert","payload":{"name":"constructor.prototype","defaultValue":{"zq7":1}}}',
  '{"type":"insert","payload":{"name":"formats","index":4000000000}}',
  '{"type":"insert","payload":{"name":"formats[4000000000].kind"}}',
  '{"type":"insert","payload":{"name":"title"}}',
  '{"type":"insert","payload":{"name":"formats","defaultValue":"<zq7>"}}',
  '{"type":"remove","payload":{"name":"formats","index":-1}}',
  '{"type":"remove","payload":{"name":"title","index":1e309}}',
  '{"type":"reorder","payload":{"name":"formats","from":-1,"to":1000000000}}',
  '{"type":"update","payload":{"name":"title","value":{"zq7":["<zq7>"]}}}',
  '{"type":"update","payload":{"value":null}}',
  '{"type":"reset","payload":{"name":"formats[0][0]"}}',
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
];

/** No text at all: broken, overlong and half UTF-8, and percent signs that encode nothing. */
const BYTES = [
  ...['%00', '%FF', '%C0%AF', '%C0%80', '%ED%A0%80', '%ED%BF%BF', '%F4%90%80%80', '%E2%82', '%F0%9F%92'],
  ...['%', '%%', '%1', '%ZZ', '%u0041', '%2500', 'a%FFb', '+%2B+', '%EF%BB%BFx', '%0d%0a'],
];

/** More than any form of ours takes; an address cannot be so long. */
const HUGE = ['w'.repeat(1024 * 1024), encoded('<'.repeat(400_000))];

/** What is tried on every field, dealt out so that each form gets all of it. */
export const CURATED: readonly string[] = [...TEXTS.map(encoded), ...BYTES];
export const IN_BODIES: readonly string[] = [...CURATED, ...HUGE];
export const INTENTS: readonly string[] = JSONS.map(encoded);

/** Names for fields that no form of ours has. */
export const NAMES: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'a[0][b]',
    'a[__proto__][x]',
    'a[]',
    'a[4000000000]',
  ],
  ...['formats[0].__proto__', 'formats[99].kind', 'formats[0].constructor.prototype', 'formats.length'],
  ...['', '[', ']', '.', 'a.b.c', `<${MARK}>`, 'x'.repeat(300), 'naïve', '__intent__', '__state__'],
].map(encoded);

const anyText = fc.string({ unit: 'binary', maxLength: 300 }).map(encoded);
const graphemes = fc.string({ unit: 'grapheme', maxLength: 80 }).map(encoded);
const someBytes = fc
  .uint8Array({ minLength: 1, maxLength: 40 })
  .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));

/** A value for a field, simple ones first when fast-check looks for the smallest that fails. */
export const naughty = (curated: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...curated), weight: 3 },
    { arbitrary: anyText, weight: 3 },
    { arbitrary: graphemes, weight: 1 },
    { arbitrary: someBytes, weight: 1 },
  );

/** The bytes that a percent-encoded value stands for, as a form decodes it. */
export function bytesOf(value: string): Buffer {
  const latin = value.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))); // prettier-ignore
  return Buffer.from(latin, 'latin1');
}
