import type { LoaderFunctionArgs } from '@remix-run/node';
import { askRefusal, coverAnswer } from '../domain/covers/answer.ts';
import { readAsk } from '../domain/covers/ask.ts';
import { publicJson, publicProblem } from '../http/public-data.server.ts';

/** A cover's measurements as data. It asks for no viewer: the answer is the same for everyone. */
export function loader({ request }: LoaderFunctionArgs): Response {
  const asked = readAsk(new URL(request.url).searchParams);
  return asked.ok ? publicJson(request, coverAnswer(asked)) : publicProblem(askRefusal(asked.problems));
}
