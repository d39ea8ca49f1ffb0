import type { LoaderFunctionArgs } from '@remix-run/node';
import { NotFound } from '../domain/errors.ts';
import { respond } from '../http/respond.server.ts';

/** Every address we do not know, so that its 404 has the header of whoever asks. */
export const loader = respond(async ({ request }: LoaderFunctionArgs): Promise<null> => {
  throw new NotFound(`There is nothing at ${new URL(request.url).pathname}.`);
});
export const action = loader;

export default function Unknown() {
  return null;
}
