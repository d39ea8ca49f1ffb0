const MAX_NAME = 120;

/** A file name to show: the last part of a path, without what cannot be seen, at most 120 characters, ending kept. */
export function cleanName(raw: string): string {
  const last = raw.slice(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
  // Browsers write these three, and only these, as percent codes.
  const spelled = last.replaceAll('%22', '"').replace(/%0[DA]/gi, ' ');
  const text = spelled.normalize('NFC').replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim(); // prettier-ignore
  if (/^\.*$/.test(text)) return 'unnamed';
  const letters = [...text];
  if (letters.length <= MAX_NAME) return text;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(text)?.[0] ?? '';
  return `${letters.slice(0, MAX_NAME - 1 - ending.length).join('')}…${ending}`;
}
