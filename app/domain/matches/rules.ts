/** What a match is told in. Pure. */

/** For whoever has just made it, after what they did; empty without one. */
export function matchWords(matches: readonly { title: string }[]): string {
  const [first, ...others] = matches;
  if (!first) return '';
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return ` It is a match: you are both interested in working on “${first.title}”${more}. You can write to each other under Messages.`;
}
