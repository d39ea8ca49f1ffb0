import type { LoaderFunctionArgs } from '@remix-run/node';
import { serveMedia } from '../http/media.server.ts';

/** The pictures pages show, under names that never change their content. */
export const loader = (args: LoaderFunctionArgs) => serveMedia(args, args.params['*'] ?? '');
