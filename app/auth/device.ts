/** What to call a browser in the list of one's devices. A user agent is whatever its sender likes: only names we know are said. */
import Bowser from 'bowser';

/** bowser knows what has windows and mice; these have none, or few. */
const TEXT_BROWSERS: readonly [start: RegExp, name: string][] = [
  [/^w3m\//i, 'w3m'],
  [/^Lynx\//i, 'Lynx'],
  [/^ELinks[ /]/i, 'ELinks'],
  [/^Links[ /]/i, 'Links'],
  [/^Dillo\//i, 'Dillo'],
  [/^NetSurf\//i, 'NetSurf'],
  [/^curl\//i, 'curl'],
  [/^Wget\//i, 'Wget'],
];
const BROWSERS: ReadonlySet<string> = new Set(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS: ReadonlySet<string> = new Set(Object.values(Bowser.OS_MAP));

/** "Firefox on Windows", "w3m", "Unknown browser". */
export function deviceName(userAgent: string): string {
  // bowser throws at an empty text.
  const { browser, os } = Bowser.parse(userAgent || ' ');
  const textBrowser = TEXT_BROWSERS.find(([start]) => start.test(userAgent))?.[1];
  const known = browser.name && BROWSERS.has(browser.name) ? browser.name : null;
  // "Samsung Internet for Android", of which the system says the rest.
  const name = textBrowser ?? known?.replace(/ for Android$/, '') ?? 'Unknown browser';
  return os.name && SYSTEMS.has(os.name) ? `${name} on ${os.name}` : name;
}
