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
import { cleanName } from './file-name.ts';

export type UploadOptions = {
  /** The name of the one file field; a file sent under another name is refused. `file` unless told. */
  fileField?: string;
  /** The largest file, in bytes; 60 MB unless told. All files together may have as much. */
  maxBytes?: number;
  /**
   * How many files the field may hold; 1 unless told. A field that may hold more loses none of them to another: what is refused is
   * told in `refused`, and the others are taken.
   */
  files?: number;
  /** Throws RefusedImage or RefusedUpload for first bytes that are not taken; a picture is asked for unless told. */
  accept?: (head: Uint8Array) => unknown;
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
  /** Its first bytes, `HEAD_BYTES` of them where there are as many. */
  head: Uint8Array;
};

export type NotTaken = { name: string; reason: string };

export type Upload = {
  /** The text fields in the order sent; a repeated name is there as often as it was sent. */
  fields: URLSearchParams;
  /** In the order sent; none when the file input was left empty, or there was none. */
  files: ReceivedFile[];
  /** What was not taken beside those that were, and why, to its sender. */
  refused: NotTaken[];
  /** Removes the files. To be called whatever happens next; may be called twice. */
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

/** For boundaries and the headers of parts, on top of the file and the fields. */
const FRAMING = 256 * 1024;

const CUT_OFF = 'The upload ended before it was complete. Send it again.';
const UNREADABLE = 'The form holds characters that cannot be read. Take them out and send it again.';
const MALFORMED = 'The upload could not be read. Go back to the form and send it again.';

/**
 * Receives a multipart form with its files, without ever holding one in memory: each is written to a temporary
 * directory while it is hashed and counted. Throws RefusedUpload for what the sender has to mend (nothing is
 * then left on disk), and the file system's own error when a file cannot be written.
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
    const taken = await parse(reader, { contentType, directory, fields, limits, tooLong });
    return { fields, ...taken, dispose };
  } catch (error) {
    await dispose();
    if (reader) void drain(reader, options.drain);
    if (error instanceof RefusedUpload) error.fields = fields;
    throw error;
  }
}

type Limits = ReturnType<typeof limitsOf>;

function limitsOf(options: UploadOptions) {
  const { fileField = 'file', maxBytes = MAX_BYTES, files = 1, accept = acceptKind, fields = {} } = options;
  const { count: fieldCount = 40, bytes: fieldBytes = 64 * 1024 } = fields;
  return {
    ...{ fileField, maxBytes, files, accept },
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

type Taken = Pick<Upload, 'files' | 'refused'>;

async function parse(reader: BodyReader, form: Form): Promise<Taken> {
  const intake = new Intake(form);
  try {
    let seen = 0;
    for (;;) {
      const { done, value } = await intake.unlessFailed(reader.read().catch(cutOff));
      if (done) break;
      seen += value.byteLength;
      if (seen > form.limits.totalBytes) throw tooLarge(form.limits);
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
  #files: Promise<ReceivedFile | NotTaken | null>[] = [];
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

  async end(): Promise<Taken> {
    this.#parser.end();
    await this.#finished;
    const sent = (await Promise.all(this.#files)).filter((file) => file !== null);
    return {
      files: sent.filter((one) => 'path' in one),
      refused: sent.filter((one) => 'reason' in one),
    };
  }

  /** Lets go of the file that was being written, so that it can be removed. */
  async abandon(): Promise<void> {
    this.#part?.destroy(new Error('refused'));
    await Promise.allSettled(this.#files);
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
    const { fileField, files } = this.#form.limits;
    if (this.#files.length >= files || name !== fileField) {
      // An input left empty is sent too, as a file of no bytes.
      const most = files === 1 ? 'Send one file at a time.' : `Send at most ${files} files at a time.`;
      part.on('data', () => this.#fail(new RefusedUpload(400, most)));
      return;
    }
    this.#part = part;
    const file = saveFile(part, fileName ?? '', this.#files.length, this.#form);
    this.#files.push(file);
    file.catch((error: Error) => this.#fail(asOurs(error)));
  }
}

function openParser({ contentType, limits }: Form): BusboyInstance {
  const { fieldCount, fieldBytes, files } = limits;
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fields: fieldCount,
        fieldSize: fieldBytes,
        parts: fieldCount + files + 3,
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

function tooLarge({ maxBytes, files }: Limits): RefusedUpload {
  const together = `The files are larger than ${maxBytes / 1024 / 1024} MB together, the most that is taken at once. Send them one after the other.`;
  return new RefusedUpload(413, files > 1 ? together : refuse.tooLarge(maxBytes).message);
}

async function saveFile(part: Readable, fileName: string, at: number, form: Form) {
  const { maxBytes, files, accept } = form.limits;
  const path = join(form.directory, `file-${at}`);
  const name = cleanName(fileName);
  const hash = createHash('sha256');
  let head: Uint8Array = Buffer.alloc(0);
  let bytes = 0;
  let refusal: NotTaken | null = null;
  const judge = () => {
    try {
      accept(head);
    } catch (error) {
      if (files === 1 || !(error instanceof Error)) throw error;
      refusal = { name, reason: error.message };
    }
  };
  async function* inspect(chunks: AsyncIterable<Buffer>) {
    let judged = false;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (form.tooLong || bytes > maxBytes) throw tooLarge(form.limits);
      hash.update(chunk);
      if (!judged) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]).subarray(0, HEAD_BYTES);
      if (!judged && (judged = head.length >= HEAD_BYTES)) judge();
      // What is refused is read past: its neighbours come after it.
      if (!refusal) yield chunk;
    }
    if (!judged && (bytes > 0 || fileName !== '')) judge();
  }
  await pipeline(part, inspect, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (refusal) return refusal;
  return bytes > 0 ? { path, name, bytes, sha256: hash.digest('hex'), head } : null;
}
