/**
 * A bare server that takes uploads as the product does, and nothing else: `/receive` stops where decoding would
 * begin, `/preview` goes on to the preview. Requests are made as Remix's adapter for Express makes them.
 */
import http from 'node:http';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { receiveUpload } from '#app/http/upload.server.ts';
import { measure, preview } from '#app/imaging/image.server.ts';

const server = http.createServer((incoming, response) => {
  take(incoming).then(
    (bytes) => response.end(JSON.stringify({ bytes })),
    (fault: unknown) => response.writeHead(500).end(String(fault)),
  );
});

async function take(incoming: http.IncomingMessage): Promise<number> {
  if (incoming.method === 'GET') return 0;
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const body = createReadableStreamFromReadable(incoming);
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  const upload = await receiveUpload(new Request('http://127.0.0.1/', init), {
    directory: process.env['BENCH_DIR'] ?? '',
  });
  try {
    const [file] = upload.files;
    if (file && incoming.url === '/preview') {
      await measure(file.path);
      await preview(file.path);
    }
    return file?.bytes ?? 0;
  } finally {
    await upload.dispose();
  }
}

server.listen(Number(process.env['PORT']), '127.0.0.1');
