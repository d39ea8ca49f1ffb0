/**
 * Between the edge and the server, for what would take an hour: a shared page that is fresh for one second and may be
 * shown for one more, and a server that is gone, or fails, and comes back.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeLater } from '../database.server.ts';

type Health = 'well' | 'gone' | 'failing' | 'missing';

export async function hurry(app: string) {
  let health: Health = 'well';
  const asked: http.IncomingHttpHeaders[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.headers);
    if (health === 'gone') return void request.socket.destroy();
    if (health !== 'well') return void response.writeHead(health === 'failing' ? 503 : 404).end('no\n');
    const { method, url, headers } = request;
    const [host, port] = app.split(':');
    const onward = http.request({ host, port, method, path: url, headers }, (answer) => {
      const said = answer.headers['cache-control']?.replace(/(s-maxage|stale-while-revalidate)=\d+/g, '$1=1');
      response.writeHead(answer.statusCode ?? 502, {
        ...answer.headers,
        ...(said && { 'cache-control': said }),
      });
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The headers of every request that came through. */
    asked,
    become: (next: Health) => void (health = next),
    /** Until whatever is kept is neither fresh nor to be shown while it is fetched anew. */
    age: () => sleep(3_100),
  };
}
