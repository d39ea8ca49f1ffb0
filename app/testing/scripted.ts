/** The pages that send a script, which only adds to them, and the script; no other page has any. */
const SCRIPTED: readonly [page: RegExp, script: RegExp][] = [
  [
    /^\/tools\/cover-size$|^\/briefs\/(new|[\w-]{36}\/edit)$/,
    /^<script type="module" src="\/assets\/follow-[\w-]+\.js"><\/script>$/,
  ],
  [/^\/messages\/[\w-]{36}$/, /^<script type="module" src="\/assets\/live-[\w-]+\.js"><\/script>$/],
];

/** What is wrong with the scripts of a page, in a sentence; '' when nothing is. `path` is null where no page is meant. */
export function scriptProblem(html: string, path: string | null): string {
  const scripts = html.match(/<script\b[^>]*>(?:[\s\S]*?<\/script>)?/gi) ?? [];
  const [, expected] = SCRIPTED.find(([page]) => path !== null && page.test(path)) ?? [];
  const strange = scripts.filter((script, at) => at > 0 || !expected?.test(script));
  return strange.length > 0 ? `there is a script: ${strange.join(' ')}` : '';
}
