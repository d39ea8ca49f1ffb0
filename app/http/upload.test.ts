import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NAMES } from '#app/testing/corpus.ts';
import { forgetPeak, peakMemory } from '#app/testing/memory.ts';
import { receiveUpload, RefusedUpload, type Upload, type UploadOptions } from './upload.server.ts';

const BOUNDARY = '----WebKitFormBoundaryABC';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(3_000)]);

let directory: string;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'dustjacket-upload-'))));
afterAll(() => rm(directory, { recursive: true, force: true }));
const left = () => readdir(directory);

type Part = { name: string; value?: string; file?: string; bytes?: Buffer; type?: string };

function body(parts: Part[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const pieces = parts.flatMap(({ name, value, file, bytes, type = 'image/png' }) => {
    const title = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: ${type}`;
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${title}\r\n\r\n`;
    return [Buffer.from(head), bytes ?? Buffer.from(value ?? ''), Buffer.from('\r\n')];
  });
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

function request(
  content: Buffer | ReadableStream,
  headers: Record<string, string> = { 'content-type': TYPE },
) {
  const init = { method: 'POST', headers, body: content, duplex: 'half' } as RequestInit;
  return new Request('http://localhost/upload', init);
}

/** The same bytes as a network might bring them: in pieces of so many bytes. */
function trickle(content: Buffer, size: number): ReadableStream {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= content.length) return controller.close();
      controller.enqueue(content.subarray(at, (at += size)));
    },
  });
}

const receive = (sent: Request, options: UploadOptions = {}) =>
  receiveUpload(sent, { directory, ...options });

async function refusal(sent: Request, options: UploadOptions = {}): Promise<RefusedUpload> {
  const error: unknown = await receive(sent, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RefusedUpload);
  expect(await left()).toEqual([]);
  return error as RefusedUpload;
}

describe('a form that is in order', () => {
  test.each([1, 7, 1000, 1_000_000])('comes apart the same in pieces of %i bytes', async (size) => {
    const parts = [
      { name: 'title', value: 'L’Été — 封面' },
      { name: 'style', value: 'collage' },
      { name: 'file', file: 'cover.png', bytes: PNG },
      { name: 'style', value: 'minimal' },
      { name: 'empty', value: '' },
    ];
    const upload = await receive(request(trickle(body(parts), size)));
    expect([...upload.fields]).toEqual([
      ['title', 'L’Été — 封面'],
      ['style', 'collage'],
      ['style', 'minimal'],
      ['empty', ''], // prettier-ignore
    ]);
    const sha256 = createHash('sha256').update(PNG).digest('hex');
    expect(upload.files[0]).toMatchObject({ name: 'cover.png', bytes: PNG.length, sha256 });
    expect((await readFile(upload.files[0]?.path ?? '')).equals(PNG)).toBe(true);
    await upload.dispose();
    await upload.dispose();
    expect(await left()).toEqual([]);
  });

  test.each([
    [
      'an input left empty',
      [
        { name: 'title', value: 'x' },
        { name: 'file', file: '', bytes: Buffer.alloc(0) },
      ],
    ],
    ['no input at all', [{ name: 'title', value: 'x' }]],
    ['an empty input of another name', [{ name: 'title', value: 'x' }, { name: 'other', file: '', bytes: Buffer.alloc(0) }]], // prettier-ignore
  ])('with %s has no file', async (_case, parts: Part[]) => {
    const upload = await receive(request(body(parts)));
    expect([upload.files, upload.fields.get('title')]).toEqual([[], 'x']);
    await upload.dispose();
  });

  test('may be as large as is allowed, to the byte', async () => {
    const options = { maxBytes: PNG.length };
    const upload = await receive(request(body([{ name: 'file', file: 'a.png', bytes: PNG }])), options);
    expect(upload.files[0]?.bytes).toBe(PNG.length);
    await upload.dispose();
    const longer = Buffer.concat([PNG, Buffer.from('x')]);
    const error = await refusal(request(body([{ name: 'file', file: 'a.png', bytes: longer }])), options);
    expect(error.status).toBe(413);
  });

  test('shows a file name and never follows it', async () => {
    const shown: string[] = [];
    for (const name of NAMES) {
      // As browsers write it.
      const file = name.replaceAll('"', '%22');
      const upload = await receive(request(body([{ name: 'file', file, bytes: PNG }])));
      expect(upload.files[0]?.path.startsWith(directory)).toBe(true);
      expect(upload.files[0]?.path).toMatch(/upload-[A-Za-z0-9]+\/file-0$/);
      shown.push(upload.files[0]?.name ?? '');
      await upload.dispose();
    }
    expect(shown).toEqual([
      'passwd',
      'win.ini',
      'a;b=c"d.png',
      'cover;filename=evil.png',
      'nulbyte.png',
      'été – 封面 – 🎨.png',
      'reversedgnp.exe',
      `${'long'.repeat(250).slice(0, 115)}….png`,
      '.htaccess',
      'unnamed',
      '-rf',
    ]);
  });
});

describe('a form that is refused', () => {
  const file = (bytes: Buffer, name = 'cover.png'): Part => ({ name: 'file', file: name, bytes });
  const title = { name: 'title', value: 'The Sea' };

  test.each<[string, 400 | 413 | 415, RegExp, Part[]]>([
    ['text renamed .png', 415, /not an image/, [title, file(Buffer.from('Chapter one'))]],
    ['a GIF that is also a script', 415, /a GIF/, [title, file(Buffer.from('GIF89a/*x*/=1;alert(1)'))]],
    [
      'an SVG with a script',
      415,
      /an SVG/,
      [title, file(Buffer.from('<svg xmlns="x"><script>1</script></svg>'))],
    ],
    ['a named file of no bytes', 415, /empty/, [title, file(Buffer.alloc(0))]],
    ['two files', 400, /one file/, [title, file(PNG), file(PNG)]],
    ['a file in a field that takes none', 400, /one file/, [title, { ...file(PNG), name: 'avatar' }]],
    [
      'a file that is too large',
      413,
      /larger than 1 MB/,
      [title, file(Buffer.concat([PNG, Buffer.alloc(1 << 20)]))],
    ],
    ['a text that is too long', 413, /too long/, [title, { name: 'blurb', value: 'x'.repeat(65_537) }]],
    ['too many fields', 400, /could not be read/, Array<Part>(41).fill(title)],
    ['a NUL in a field name', 400, /characters/, [title, { name: 'a\0b', value: '1' }]],
    ['a NUL in a text', 400, /characters/, [title, { name: 'a', value: 'x\0' }]],
    [
      'a text that is not UTF-8',
      400,
      /characters/,
      [title, { name: 'a', bytes: Buffer.from([0x63, 0xe9, 0x20]) }],
    ],
    ['a field without a name', 400, /characters/, [title, { name: '', value: '1' }]],
  ])('%s', async (_case, status, reason, parts) => {
    const error = await refusal(request(body(parts)), { maxBytes: 1024 * 1024 });
    expect(error.status).toBe(status);
    expect(error.reason).toMatch(reason);
    expect(error.message).toBe(error.reason);
    // What was typed before the fault is kept.
    expect(error.fields.get('title')).toBe('The Sea');
  });

  test.each<[string, number, Record<string, string>]>([
    ['JSON', 415, { 'content-type': 'application/json' }],
    ['a plain form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['no type', 415, { 'content-type': '' }],
    ['no boundary', 400, { 'content-type': 'multipart/form-data' }],
    ['another boundary', 400, { 'content-type': 'multipart/form-data; boundary=other' }],
  ])('%s', async (_case, status, headers) => {
    expect((await refusal(request(body([title]), headers))).status).toBe(status);
  });

  test('a body cut off anywhere', async () => {
    const whole = body([title, file(PNG.subarray(0, 40)), { name: 'after', value: 'x' }]);
    // The closing line may lose its end and still be understood.
    for (let length = 0; length < whole.length - 4; length++) {
      const error = await refusal(request(trickle(whole.subarray(0, length), 64)));
      expect(error.status, `cut at ${length}`).toBe(400);
    }
  });

  test('a connection that breaks', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(body([title, file(PNG)], '').subarray(0, 2_000)),
      pull: (controller) => controller.error(new Error('ECONNRESET')),
    });
    const error = await refusal(request(broken));
    expect([error.status, error.fields.get('title')]).toEqual([400, 'The Sea']);
  });

  test('noise, without a hang or a crash', async () => {
    let seed = 1;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round++) {
      const noisy = body([title, file(PNG.subarray(0, 200))]);
      for (let hit = 0; hit < 1 + (round % 8); hit++) noisy[next(noisy.length)] = next(256);
      const upload = await receive(request(trickle(noisy, 50))).catch((error: unknown) => error);
      if (!(upload instanceof RefusedUpload)) await (upload as Upload).dispose();
    }
    expect(await left()).toEqual([]);
  });

  test('a disk that cannot be written is not the sender’s fault', async () => {
    const sent = receiveUpload(request(body([title])), { directory: join(directory, 'nowhere') });
    await expect(sent).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('over a real connection', () => {
  /** Answers with the outcome of each upload, as the Remix server would be handed it. */
  async function serve(options: UploadOptions) {
    const outcomes: (string | number)[] = [];
    let settled = () => {};
    const server: Server = createServer(async (incoming, response) => {
      const init = { method: 'POST', headers: incoming.headers, duplex: 'half' } as RequestInit;
      const content = createReadableStreamFromReadable(incoming);
      const sent = new Request('http://localhost/', { ...init, body: content });
      const outcome = await receive(sent, options).catch((error: RefusedUpload) => error);
      const refused = outcome instanceof Error;
      outcomes.push(refused ? (outcome.status ?? outcome.message) : (outcome.files[0]?.bytes ?? 0));
      if (!refused) await outcome.dispose();
      response.writeHead(refused ? outcome.status : 200).end(refused ? outcome.reason : 'taken');
      settled();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const stop = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
    return { port, outcomes, stop, next: () => new Promise<void>((done) => (settled = done)) };
  }

  function head(length: number): string {
    return `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${TYPE}\r\nContent-Length: ${length}\r\n\r\n`;
  }

  /** Writes all of `content` before it reads anything, like a browser; says what it then reads. */
  async function sendAll(socket: Socket, content: Buffer, size: number): Promise<string> {
    for (let at = 0; at < content.length; at += size) {
      if (!socket.write(content.subarray(at, at + size))) await once(socket, 'drain');
      await new Promise(setImmediate);
    }
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  }

  test('a slow sender whose file is refused early still reads why', async () => {
    const server = await serve({});
    const text = Buffer.concat([Buffer.from('not an image '), Buffer.alloc(8_000_000, 'x')]);
    const content = body([
      { name: 'title', value: 'x' },
      { name: 'file', file: 'a.png', bytes: text },
    ]);
    const socket = connect(server.port, '127.0.0.1');
    socket.write(head(content.length));
    const answer = await sendAll(socket, content, 16_384);
    expect(answer).toMatch(/^HTTP\/1.1 415 /);
    // The connection is in order afterwards: the next form goes over it.
    const second = body([{ name: 'file', file: 'a.png', bytes: PNG }]);
    socket.write(head(second.length));
    expect(await sendAll(socket, second, 1_000)).toMatch(/^HTTP\/1.1 200 /);
    socket.destroy();
    await server.stop();
  });

  test('what is announced as too long is refused before it is sent, with the fields that came first', async () => {
    const server = await serve({});
    const socket = connect(server.port, '127.0.0.1');
    const content = body(
      [
        { name: 'title', value: 'x' },
        { name: 'file', file: 'a.png', bytes: PNG },
      ],
      '',
    );
    socket.write(head(500 * 1024 * 1024));
    socket.write(content);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 413 [^]*larger than 60 MB/);
    socket.destroy();
    await server.stop();
  });

  test('one who goes on and on is cut off in the end', async () => {
    const server = await serve({ maxBytes: 100_000, drain: { bytes: 1_000_000, milliseconds: 100 } });
    const socket = connect(server.port, '127.0.0.1').on('error', () => {});
    socket.write(head(4_000_000_000));
    socket.write(body([{ name: 'file', file: 'a.png', bytes: PNG }], ''));
    const more = Buffer.alloc(64 * 1024);
    const pump = () => {
      while (!socket.destroyed && socket.write(more));
    };
    socket.on('drain', pump);
    pump();
    let answer = '';
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
    await new Promise((closed) => socket.once('close', closed));
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    await server.stop();
  });

  test('one who hangs up leaves nothing behind', async () => {
    const server = await serve({});
    const settled = server.next();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(head(5_000_000));
    socket.write(
      body([{ name: 'file', file: 'a.png', bytes: Buffer.concat([PNG, randomBytes(500_000)]) }], ''),
      () => socket.resetAndDestroy(),
    );
    await settled;
    expect(server.outcomes).toEqual([400]);
    expect(await left()).toEqual([]);
    await server.stop();
  });

  test('ten at once of 12 MB cost less than 4 MB of memory each', async () => {
    const server = await serve({});
    const picture = Buffer.concat([PNG, randomBytes(12_000_000)]);
    const content = body([{ name: 'file', file: 'a.png', bytes: picture }]);
    const send = async () => {
      const socket = connect(server.port, '127.0.0.1');
      socket.write(head(content.length));
      expect(await sendAll(socket, content, 65_536)).toMatch(/^HTTP\/1.1 200 /);
      socket.destroy();
    };
    await send();
    // What a collector has not got to yet counts too, and a busy machine's comes late: the best of three rounds tells.
    let rounds = 0;
    for (let cost = Infinity; cost >= 4; rounds += 1) {
      expect(rounds, `${cost} MB each`).toBeLessThan(3);
      const before = forgetPeak();
      await Promise.all(Array.from({ length: 10 }, send));
      cost = (peakMemory() - before) / 2 ** 20 / 10;
    }
    expect(server.outcomes).toEqual(Array(1 + 10 * rounds).fill(picture.length));
    expect(existsSync(directory) && (await left())).toEqual([]);
    await server.stop();
  }, 20_000);
});
