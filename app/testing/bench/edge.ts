/** A stand-in for the edge: hands requests on as they are and compresses text for those who take brotli. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotli } from './document.ts';

export type Edge = { origin: string; leadTo: (port: number) => void; close: () => Promise<void> };

/** Opens it before the server it leads to, which has to know its public origin from the start. */
export async function openEdge(): Promise<Edge> {
  let target = 0;
  const server = http.createServer((request, response) => void hand(request, response, target));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    leadTo: (to) => void (target = to),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function hand(request: http.IncomingMessage, response: http.ServerResponse, port: number): void {
  const { method, url, headers } = request;
  const onward = http.request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const body = Buffer.concat(chunks);
      const text = /^(text\/|image\/svg)/.test(answer.headers['content-type'] ?? '');
      const small = text && /\bbr\b/.test(headers['accept-encoding'] ?? '') ? brotli(body) : null;
      const encoding = small ? { 'content-encoding': 'br' } : {};
      const length = { 'content-length': (small ?? body).length };
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...length, ...encoding });
      response.end(small ?? body);
    });
  });
  onward.on('error', (fault) => response.destroy(fault));
  request.pipe(onward);
}
