/**
 * Hands out many stored files as one ZIP, as they come from the store: one is open at a time, and none is held in memory. What is
 * wrong with any of them ends the answer short of the length it announced, so that nobody keeps half of it for the whole.
 */
import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { ZipFile } from 'yazl';
import { attachment, type Storage } from '../storage/storage.ts';

/** Bytes that are made on the spot, or a stored file of so many with this hash. */
export type Packed = { path: string } & (
  { content: Buffer } | { key: string; bytes: number; sha256: string }
);

export type Folder = { name: string; entries: readonly Packed[]; mtime: Date };

/** A folder with the checksums of all that is in it. `fileName` is what the ZIP is offered as. */
export async function sendZip(
  request: Request,
  storage: Storage,
  fileName: string,
  { name, entries, mtime }: Folder,
): Promise<Response> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // Files for print are packed in themselves: to pack them again costs time, and the length could not be told before.
  const options = { mtime, compress: false };
  for (const { path, ...entry } of [...entries, sumsOf(entries)]) {
    const inside = `${name}/${path}`;
    if ('content' in entry) zip.addBuffer(entry.content, inside, options);
    else
      zip.addReadStreamLazy(inside, { ...options, size: entry.bytes }, (give) => {
        void opened(storage, entry).then(
          (body) => give(null, body.on('error', fail)),
          (fault: unknown) => fail(asError(fault)),
        );
      });
  }
  function fail(fault: Error) {
    output.destroy(fault);
  }
  zip.on('error', fail);
  // It is told the length, which its types leave out; less than none when that cannot be told before.
  const length = await new Promise<number>((known) =>
    zip.end({ forceZip64Format: false, comment: '' }, known as () => void),
  );
  const isHead = request.method === 'HEAD';
  if (isHead) output.destroy();
  return new Response(isHead ? null : createReadableStreamFromReadable(output), {
    headers: {
      ...{ 'Content-Type': 'application/zip', 'Content-Disposition': attachment(fileName) },
      ...{ 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'; sandbox" },
      ...(length >= 0 && { 'Content-Length': String(length) }),
    },
  });
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** As sha256sum writes and checks it. */
function sumsOf(entries: readonly Packed[]) {
  const lines = entries.map((entry) => {
    const sum = 'content' in entry ? hashOf(entry.content) : entry.sha256;
    return `${sum}  ${entry.path}\n`;
  });
  return { path: 'SHA256SUMS', content: Buffer.from(lines.join('')) };
}

const asError = (fault: unknown) => (fault instanceof Error ? fault : new Error(String(fault)));

/** A stored file that fails, at the latest at its end, when it is not what was stored. */
async function opened(
  storage: Storage,
  { key, bytes, sha256 }: { key: string; bytes: number; sha256: string },
) {
  const file = await storage.open(key);
  if (!file) throw new Error(`the file ${key} is missing`);
  const hash = createHash('sha256');
  let seen = 0;
  const checked = new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const whole = seen === bytes && hash.digest('hex') === sha256;
      done(whole ? null : new Error(`the file ${key} is not what was stored`));
    },
  });
  file.body.on('error', (fault) => checked.destroy(fault));
  checked.on('close', () => file.body.destroy());
  return file.body.pipe(checked);
}
