import { safeReturnTo } from '../auth/return-to.ts';
import { signInPath } from '../auth/viewer.server.ts';
import type { Config } from '../config.server.ts';
import type { Viewer } from '../domain/people/rules.ts';
import { wantsPictures } from './pictures.server.ts';

/** What the shell of a page says: who is signed in, where this is, and whether pictures are wanted. */
export async function shellOf(request: Request, config: Config, viewer: Viewer) {
  const { pathname, search } = new URL(request.url);
  // The address the provider sent somebody back to holds a code, which is not for links and forms.
  const path = safeReturnTo(pathname + search);
  return {
    viewer: viewer && { name: viewer.name, role: viewer.role },
    pictures: await wantsPictures(request),
    contact: config.contact,
    path,
    signIn: signInPath(config, path),
  };
}
