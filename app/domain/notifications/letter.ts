/** The body of a mail, as plain text and as small HTML that says the same: paragraphs and links, nothing else. Pure. */

/** Something a mail tells of, and where it leads. `href` is a path of ours. */
export type Entry = { line: string; more: string; href: string; action: string };
export type Section = { heading?: string; entries: readonly Entry[] };
export type Letter = { text: string; html: string };

/** For a mail of one entry, or of several under headings, as in a digest. */
export function letterOf(origin: string, sections: readonly Section[]): Letter {
  return {
    text: sections.map((section) => textOf(origin, section)).join('\n\n\n'),
    html: sections.map((section) => htmlOf(origin, section)).join('\n'),
  };
}

function textOf(origin: string, { heading, entries }: Section): string {
  const told = entries.map(({ line, more, href, action }) =>
    [line, more, `${action}: ${origin}${href}`].filter(Boolean).join('\n'),
  );
  return [heading && `${heading}\n${'-'.repeat(heading.length)}`, ...told].filter(Boolean).join('\n\n');
}

function htmlOf(origin: string, { heading, entries }: Section): string {
  const told = entries.map(
    ({ line, more, href, action }) =>
      `<p><b>${escaped(line)}</b>${more && `<br>${escaped(more)}`}<br>` +
      `<a href="${escaped(origin + href)}">${escaped(action)}</a></p>`,
  );
  return [heading && `<h2 style="font-size:1em;margin:1.5em 0 0">${escaped(heading)}</h2>`, ...told]
    .filter(Boolean)
    .join('\n');
}

/** A letter as it goes out: with why one gets it, and how to end that, at its foot. */
export function framed(
  { subject, text, html }: Letter & { subject: string },
  { origin, unsubscribe, about }: { origin: string; unsubscribe: string; about: string },
): Letter {
  const why = 'You get this mail because of what you chose on Dustjacket.';
  const choose = `${origin}/account/mail`;
  const link = (href: string, label: string) =>
    `<a href="${escaped(href)}" style="color:inherit">${escaped(label)}</a>`;
  return {
    text: `${text}\n\n-- \n${why}\nChoose what, and how often: ${choose}\nNo more mail about ${about}: ${unsubscribe}\n`,
    html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="font:16px/1.5 Georgia,serif;margin:0 auto;padding:24px;max-width:36em">
${html}
<p style="border-top:1px solid;font-size:14px;margin-top:2em;padding-top:1em">${why}<br>${link(choose, 'Choose what, and how often')}, or get ${link(unsubscribe, `no more mail about ${about}`)}.</p>
</body>
</html>
`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/** What somebody typed, as text in HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** As much of a line as fits, with a sign that there is more. */
export function cut(line: string, most: number): string {
  const signs = [...line];
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

const LONGEST_SUBJECT = 150;

/** A sentence as the subject of a mail: on one line, and without its full stop. */
export function subjectOf(line: string): string {
  // A control character in a header would begin another one.
  const plain = line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return cut(plain.replace(/\.$/, ''), LONGEST_SUBJECT);
}
