/** Somebody who listens to a stream of server-sent events, as a browser does. */
import http from 'node:http';
import { until } from './until.ts';

export type Heard = { event: string; data: string; id: string | null; at: number };
export type Listening = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Everything as it came, comments too. */
  text: () => string;
  events: Heard[];
  /** Waits for an event whose data has this. */
  hears: (event: string, part: string) => Promise<Heard>;
  /** Resolves when the server ends it. */
  ended: Promise<void>;
  leave: () => void;
};

/** Opens one and waits for its first byte. */
export function listenTo(
  origin: string,
  path: string,
  headers: http.OutgoingHttpHeaders,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const all = { Accept: 'text/event-stream', ...headers };
    const request = http.get(new URL(path, origin), { headers: all, agent: false }, (answer) => {
      let [text, read] = ['', 0];
      const events: Heard[] = [];
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n', read); end >= 0; end = text.indexOf('\n\n', read)) {
          const heard = eventOf(text.slice(read, end));
          if (heard) events.push(heard);
          read = end + 2;
        }
      });
      const ended = new Promise<void>((done) => answer.once('close', done));
      resolve({
        ...{ status: answer.statusCode ?? 0, headers: answer.headers, events, ended },
        text: () => text,
        async hears(event, part) {
          const isIt = (heard: Heard) => heard.event === event && heard.data.includes(part);
          await until(`an event ${event} with ${part}`, 5_000, () => events.some(isIt));
          return events.find(isIt) as Heard;
        },
        leave: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}

function eventOf(block: string): Heard | null {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const event = field('event');
  return event ? { event, data: field('data') ?? '', id: field('id') ?? null, at: performance.now() } : null;
}
