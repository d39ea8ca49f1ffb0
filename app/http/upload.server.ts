import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { HEAD_BYTES } from '#app/imaging/kind.ts';
import { acceptKind, MAX_BYTES, refuse, RefusedImage } from '#app/imaging/refusal.ts';
import { drain, type BodyReader } from './drain.server.ts';

export type UploadOptions = {
  /** The name of the one file field; a file sent under another name is refused. `file` unless told. */
  fileField?: string;
  /** The largest file, in bytes; 60 MB unless told. */
  maxBytes?: number;
  /** The most text fields, and the most bytes of each; 40 and 64 KB unless told. */
  fields?: { count?: number; bytes?: number };
  /** Where the temporary directory is made; the system's place unless told. */
  directory?: string;
  /** How much of a refused body is still read, in bytes and milliseconds, so that the browser reads our answer. */
  drain?: { bytes?: number; milliseconds?: number };
};

export type ReceivedFile = {
  path: string;
  /** What its sender calls it: cleaned, at most 120 characters, to be shown and never used as a path. */
  name: string;
  bytes: number;
  /** In hex. */
  sha256: string;
};

export type Upload = {
  /** The text fields in the order sent; a repeated name is there as often as it was sent. */
  fields: URLSearchParams;
  /** Null when the file input was left empty, or there was none. */
  file: ReceivedFile | null;
  /** Removes the file. To be called whatever happens next; may be called twice. */
  dispose(): Promise<void>;
};

/** An upload that is not taken: `reason` says why to its sender, `fields` is what had been typed, as far as it was read. */
export class RefusedUpload extends Error {
  readonly status: 400 | 413 | 415;
  readonly reason: string;
  fields = new URLSearchParams();

  constructor(status: 400 | 413 | 415, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'RefusedUpload';
    this.status = status;
    this.reason = reason;
  }
}

const MAX_NAME = 120;
/** For boundaries and the headers of parts, on top of the file and the fields. */
const FRAMING = 256 * 1024;

const CUT_OFF = 'The upload ended before it was complete. Send it again.';
const UNREADABLE = 'The form holds characters that cannot be read. Take them out and send it again.';
const MALFORMED = 'The upload could not be read. Go back to the form and send it again.';

/**
 * Receives a multipart form with at most one file, without ever holding the file in memory: it is written to a
 * temporary directory while it is hashed and counted. Throws RefusedUpload for what the sender has to mend (nothing is
 * then left on disk), and the file system's own error when the file cannot be written.
 */
export async function receiveUpload(request: Request, options: UploadOptions = {}): Promise<Upload> {
  const limits = limitsOf(options);
  const contentType = request.headers.get('content-type') ?? '';
  const reader = request.body?.getReader();
  const directory = await mkdtemp(join(options.directory ?? tmpdir(), 'upload-'));
  const dispose = () => rm(directory, { recursive: true, force: true });
  const fields = new URLSearchParams();
  try {
    if (!/^multipart\/form-data\s*(?:;|$)/i.test(contentType)) throw new RefusedUpload(415, MALFORMED);
    if (!reader) throw new RefusedUpload(400, CUT_OFF);
    const tooLong = Number(request.headers.get('content-length')) > limits.totalBytes;
    const file = await parse(reader, { contentType, directory, fields, limits, tooLong });
    return { fields, file, dispose };
  } catch (error) {
    await dispose();
    if (reader) void drain(reader, options.drain);
    if (error instanceof RefusedUpload) error.fields = fields;
    throw error;
  }
}

type Limits = ReturnType<typeof limitsOf>;

function limitsOf({ fileField = 'file', maxBytes = MAX_BYTES, fields = {} }: UploadOptions) {
  const { count: fieldCount = 40, bytes: fieldBytes = 64 * 1024 } = fields;
  return {
    fileField,
    maxBytes,
    fieldCount,
    fieldBytes,
    totalBytes: maxBytes + fieldCount * fieldBytes + FRAMING,
  };
}

type Form = {
  contentType: string;
  directory: string;
  fields: URLSearchParams;
  limits: Limits;
  /** The length announced cannot be within the limits: fields are read, the file is not. */
  tooLong: boolean;
};

async function parse(reader: BodyReader, form: Form): Promise<ReceivedFile | null> {
  const intake = new Intake(form);
  try {
    let seen = 0;
    for (;;) {
      const { done, value } = await intake.unlessFailed(reader.read().catch(cutOff));
      if (done) break;
      seen += value.byteLength;
      if (seen > form.limits.totalBytes) throw tooLarge(form.limits.maxBytes);
      await intake.unlessFailed(intake.write(value));
    }
    return await intake.unlessFailed(intake.end());
  } catch (error) {
    await intake.abandon();
    throw error;
  }
}

function cutOff(cause: unknown): never {
  throw new RefusedUpload(400, CUT_OFF, cause);
}

/** Feeds the parser and gathers what it finds. The first failure, wherever it happens, ends whatever is waited for. */
class Intake {
  #form: Form;
  #parser: BusboyInstance;
  #failure: Error | null = null;
  #wake: (error: Error) => void = () => {};
  #part: Readable | null = null;
  #file: Promise<ReceivedFile | null> = Promise.resolve(null);
  #finished: Promise<void>;

  constructor(form: Form) {
    this.#form = form;
    this.#parser = openParser(form);
    this.#finished = new Promise((finished) => void this.#parser.once('finish', () => finished()));
    this.#parser.on('error', (error) => this.#fail(new RefusedUpload(400, CUT_OFF, error)));
    this.#parser.on('fieldsLimit', () => this.#fail(new RefusedUpload(400, MALFORMED)));
    this.#parser.on('partsLimit', () => this.#fail(new RefusedUpload(400, MALFORMED)));
    this.#parser.on('field', (name, value, _, cut) => this.#takeField(name, value, cut));
    this.#parser.on('file', (name, part, fileName) => this.#takeFile(name, part, fileName));
  }

  /** `work`, or the first failure if that comes before; unlike a race it leaves nothing behind for each chunk. */
  unlessFailed<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#wake = reject;
      if (this.#failure) reject(this.#failure);
      work.then(resolve, reject);
    });
  }

  /** Resolves when the parser, and so the disk behind it, is ready for more. */
  write(chunk: Uint8Array): Promise<void> {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    return new Promise((ready) => void this.#parser.write(bytes, () => ready()));
  }

  async end(): Promise<ReceivedFile | null> {
    this.#parser.end();
    await this.#finished;
    return this.#file;
  }

  /** Lets go of the file that was being written, so that it can be removed. */
  async abandon(): Promise<void> {
    this.#part?.destroy(new Error('refused'));
    await this.#file.catch(() => {});
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake(this.#failure);
  }

  #takeField(name: string | undefined, value: string, cut: boolean): void {
    // What cannot be read as UTF-8 arrives as U+FFFD; PostgreSQL takes no NUL.
    if (!name || /[\0\uFFFD]/.test(name + value)) return this.#fail(new RefusedUpload(400, UNREADABLE));
    this.#form.fields.append(name, value);
    if (cut)
      this.#fail(new RefusedUpload(413, 'One of the texts is too long. Shorten it and send the form again.'));
  }

  #takeFile(name: string | undefined, part: Readable, fileName: string | undefined): void {
    // Without a listener, an upload that ends here would end the process.
    part.on('error', () => {});
    if (!name || /[\0\uFFFD]/.test(name)) return this.#fail(new RefusedUpload(400, UNREADABLE));
    if (this.#part || name !== this.#form.limits.fileField) {
      // An input left empty is sent too, as a file of no bytes.
      part.on('data', () => this.#fail(new RefusedUpload(400, 'Send one file at a time.')));
      return;
    }
    this.#part = part;
    this.#file = saveFile(part, fileName ?? '', this.#form);
    this.#file.catch((error: Error) => this.#fail(asOurs(error)));
  }
}

function openParser({ contentType, limits }: Form): BusboyInstance {
  const { fieldCount, fieldBytes } = limits;
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fields: fieldCount,
        fieldSize: fieldBytes,
        parts: fieldCount + 4,
        headerPairs: 16,
        headerSize: 16_384,
      },
    });
  } catch (cause) {
    throw new RefusedUpload(400, MALFORMED, cause);
  }
}

/** A refusal, or the file system's complaint; whatever else ends a part is the parser telling of a body cut short. */
function asOurs(error: Error): Error {
  if (error instanceof RefusedImage) return new RefusedUpload(415, error.message, error);
  if (error instanceof RefusedUpload || 'syscall' in error) return error;
  return new RefusedUpload(400, CUT_OFF, error);
}

function tooLarge(maxBytes: number): RefusedUpload {
  return new RefusedUpload(413, refuse.tooLarge(maxBytes).message);
}

async function saveFile(part: Readable, fileName: string, form: Form): Promise<ReceivedFile | null> {
  const path = join(form.directory, 'file');
  const hash = createHash('sha256');
  let bytes = 0;
  async function* inspect(chunks: AsyncIterable<Buffer>) {
    let head: Buffer | null = Buffer.alloc(0);
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (form.tooLong || bytes > form.limits.maxBytes) throw tooLarge(form.limits.maxBytes);
      hash.update(chunk);
      if (head) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
      if (head && head.length >= HEAD_BYTES) {
        acceptKind(head);
        head = null;
      }
      yield chunk;
    }
    if (head && bytes > 0) acceptKind(head);
  }
  await pipeline(part, inspect, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (bytes > 0) return { path, name: cleanName(fileName), bytes, sha256: hash.digest('hex') };
  if (fileName === '') return null;
  throw refuse.empty();
}

/** A file name to show: the last part of a path, without what cannot be seen, at most 120 characters, ending kept. */
function cleanName(raw: string): string {
  const last = raw.slice(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
  // Browsers write these three, and only these, as percent codes.
  const spelled = last.replaceAll('%22', '"').replace(/%0[DA]/gi, ' ');
  const text = spelled.normalize('NFC').replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim(); // prettier-ignore
  if (/^\.*$/.test(text)) return 'unnamed';
  const letters = [...text];
  if (letters.length <= MAX_NAME) return text;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(text)?.[0] ?? '';
  return `${letters.slice(0, MAX_NAME - 1 - ending.length).join('')}…${ending}`;
}
