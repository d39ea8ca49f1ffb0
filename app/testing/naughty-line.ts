/** One request with anything in it, and what is wrong with the answer. */
import http from 'node:http';
import { MARK } from './naughty-values.ts';

export type Message = { method: string; path: string; headers?: Record<string, string>; body?: Buffer };
export type Reply = { status: number; headers: http.IncomingHttpHeaders; text: string; ms: number };

const SLOW_MS = 5_000;
const HUNG_MS = 20_000;

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/** Sends a message as it is: the path is not tidied, nothing is followed. */
export function ask(origin: string, { method, path, headers, body }: Message): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const options = { agent, hostname, port, method, path, headers, timeout: HUNG_MS };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
          ms: performance.now() - start,
        }),
      );
    });
    request.on('timeout', () => request.destroy(new Error(`no answer in ${HUNG_MS / 1000} seconds`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** Asks; a slow answer may be the machine's fault, so it is asked for once more. → the reply, and every complaint. */
export async function tried(
  origin: string,
  message: Message,
): Promise<{ reply: Reply | null; wrong: string[] }> {
  try {
    const first = await ask(origin, message);
    const reply = first.ms > SLOW_MS ? await ask(origin, message) : first;
    return { reply, wrong: [...complaints(origin, first), ...(reply.ms > SLOW_MS ? ['slow, twice'] : [])] };
  } catch (fault) {
    return { reply: null, wrong: [`no answer: ${String(fault)}`] };
  }
}

export function complaints(origin: string, { status, headers, text }: Reply): string[] {
  const location = headers.location === undefined ? null : URL.parse(headers.location, origin);
  const injected = Object.entries(headers).filter(
    ([name, value]) => name.includes(MARK) || [value].flat().some((line) => line?.startsWith(MARK)),
  );
  return [
    // 429 would mean that nobody has looked at what was sent.
    status >= 500 || status < 200 || status === 429 ? `status ${status}` : '',
    headers.location !== undefined && location?.origin !== origin ? `leads to ${headers.location}` : '',
    injected.length > 0 ? `sets ${JSON.stringify(injected)}` : '',
    hasMarkup(text) ? 'somebody’s text has become markup' : '',
  ].filter(Boolean);
}

/** Inside a tag and outside the quotes of a value there are only words of ours; and no address runs anything. */
export function hasMarkup(html: string): boolean {
  const runs = /\s(href|src|srcset|action|formaction)="\s*(javascript|data|vbscript):/i;
  return runs.test(html) || new RegExp(`<[^>]*${MARK}`, 'i').test(html.replace(/="[^"]*"/g, ''));
}
