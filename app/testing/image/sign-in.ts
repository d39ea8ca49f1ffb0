/** Sign-in at the stand-in's pages without a browser: two hosts, so two sets of cookies. */
import { httpClient, type Answer, type Client } from '../http.ts';
import { PASSWORD } from '../oidc.server.ts';

/** Follows the provider's two pages as somebody who knows the password and allows it. */
export async function signInAt(client: Client, origin: string, login: string): Promise<void> {
  const jars = new Map([[origin, client]]);
  const at = (url: URL) => {
    const known = jars.get(url.origin) ?? httpClient(url.origin);
    jars.set(url.origin, known);
    return known;
  };
  /** Goes where it points, on whichever host, to a page that asks something. */
  async function arrive(url: URL, answer: Answer): Promise<URL> {
    const { location } = answer.headers;
    if (!location) return url;
    const next = new URL(location, url);
    return arrive(next, await at(next).get(next.pathname + next.search));
  }
  const start = new URL('/auth/sign-in', origin);
  let page = await arrive(start, await client.get(start.pathname));
  const steps: Record<string, string>[] = [{ login, password: PASSWORD }, { answer: 'allow' }];
  for (const fields of steps) page = await arrive(page, await at(page).form(page.pathname, fields));
  if (!client.jar.has('session')) throw new Error(`sign-in ended at ${page.href}`);
}
