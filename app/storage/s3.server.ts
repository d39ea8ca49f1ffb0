import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { contentTypeOf, validKey } from './keys.ts';
import { attachment, StorageUnavailable, type Source, type Storage } from './storage.ts';

export type S3StorageOptions = {
  bucket: string;
  region: string;
  /** Another store that speaks S3; without it, AWS. */
  endpoint?: string;
  forcePathStyle?: boolean;
  /** Without them, the SDK's own chain: the task's role in production. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** How long a connection may be silent before it is given up; 10,000 ms unless told. */
  silenceMs?: number;
};

const ATTEMPTS = 3;
const CONNECT_MS = 2_000;
const CHECK_MS = 3_000;
/** The most keys DeleteObjects takes in one request. */
const REMOVE_BATCH = 1_000;

/** A store in one S3 bucket. Each `put` is one PutObject of known length, which S3 does whole or not at all. */
export function openS3Storage(options: S3StorageOptions): Storage {
  const client = new S3Client(clientConfig(options));
  const Bucket = options.bucket;
  return {
    async put(key, source, { contentType, cacheControl }) {
      if (contentType !== contentTypeOf(key)) throw new TypeError(`${key} is not ${contentType}`);
      const head = { Bucket, Key: key, ContentType: contentType, CacheControl: cacheControl };
      await upload(client, head, source);
    },
    async open(key) {
      const input = { Bucket, Key: validKey(key) };
      const found = await reaching(`open ${key}`, () => orNull(client.send(new GetObjectCommand(input))));
      if (!found) return null;
      if (!(found.Body instanceof Readable)) throw new StorageUnavailable(`open ${key}`, 'no body');
      return { body: found.Body, contentType: contentTypeOf(key), size: found.ContentLength ?? 0 };
    },
    async link(key, { expiresInSeconds, fileName }) {
      const input = { Bucket, Key: validKey(key), ResponseContentType: contentTypeOf(key) };
      const saved = fileName === undefined ? {} : { ResponseContentDisposition: attachment(fileName) };
      return reaching(`sign a link to ${key}`, () => sign(client, { ...input, ...saved }, expiresInSeconds));
    },
    async remove(keys) {
      const all = [...new Set(keys.map(validKey))];
      for (let from = 0; from < all.length; from += REMOVE_BATCH) {
        await removeBatch(client, Bucket, all.slice(from, from + REMOVE_BATCH));
      }
    },
    async check() {
      const abortSignal = AbortSignal.timeout(CHECK_MS);
      await reaching('find the bucket', () =>
        client.send(new HeadBucketCommand({ Bucket }), { abortSignal }),
      );
    },
  };
}

function clientConfig({
  region,
  endpoint,
  forcePathStyle,
  credentials,
  silenceMs = 10_000,
}: S3StorageOptions) {
  return {
    region,
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
    forcePathStyle: forcePathStyle ?? false,
    maxAttempts: ATTEMPTS,
    // Stores other than AWS answer 400 or keep the chunk framing in the file when the SDK adds its own checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // It warns on the console about each stream it will not repeat; `upload` below does repeat it.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: silenceMs },
  } satisfies S3ClientConfig;
}

type Head = { Bucket: string; Key: string; ContentType: string; CacheControl: string | undefined };

/** The SDK does not repeat a request whose body is a stream, so a file is opened afresh for each attempt here. */
async function upload(client: S3Client, head: Head, source: Source): Promise<void> {
  const doing = `store ${head.Key}`;
  if (source instanceof Uint8Array) {
    await reaching(doing, () => client.send(new PutObjectCommand({ ...head, Body: source })));
    return;
  }
  const { size } = await stat(source.file);
  for (let attempt = 1; ; attempt++) {
    try {
      return await uploadFile(client, head, source.file, size);
    } catch (error) {
      if (isFileError(error, source.file)) throw error;
      if (attempt >= ATTEMPTS || isRefusal(error)) throw new StorageUnavailable(doing, error);
    }
    await setTimeout(Math.random() * 100 * 2 ** attempt);
  }
}

async function uploadFile(client: S3Client, head: Head, file: string, size: number): Promise<void> {
  // An open file that is cut short or grows meanwhile must not be stored as if it were whole.
  const body = createReadStream(file, size > 0 ? { end: size - 1 } : {});
  let fileError: unknown;
  body.on('error', (error) => (fileError = error));
  try {
    await client.send(new PutObjectCommand({ ...head, Body: body, ContentLength: size }));
  } catch (error) {
    throw fileError ?? error;
  } finally {
    body.destroy();
  }
}

async function removeBatch(client: S3Client, Bucket: string, keys: string[]): Promise<void> {
  const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
  const { Errors = [] } = await reaching('remove files', () =>
    client.send(new DeleteObjectsCommand({ Bucket, Delete })),
  );
  if (Errors.length > 0)
    throw new StorageUnavailable(`remove ${Errors.length} of ${keys.length} files`, Errors[0]);
}

type SignedInput = {
  Bucket: string;
  Key: string;
  ResponseContentType: string;
  ResponseContentDisposition?: string;
};

/**
 * Presigns a GET with the client's own signer and endpoint rules, which is all that @aws-sdk/s3-request-presigner does:
 * the request is taken off the stack after it has been built, signed in its query, and never sent.
 */
async function sign(client: S3Client, input: SignedInput, expiresIn: number): Promise<string> {
  const command = new GetObjectCommand(input);
  let url = '';
  command.middlewareStack.add(
    () => async (args) => {
      const request = args.request as HttpRequest;
      const signer: object = await client.config.signer();
      if (!canPresign(signer)) throw new Error('The signer of this client cannot presign');
      // Whatever else was signed as a header, the bearer of the link would have to send too.
      const headers = { host: hostOf(request), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
      url = spell(await signer.presign({ ...request, headers }, { expiresIn }));
      return { response: {}, output: { $metadata: {} } };
    },
    { step: 'finalizeRequest', priority: 'high', name: 'presign' },
  );
  await client.send(command);
  return url;
}

/** The part of the SDK's request and signer used above; their types live in packages that are not ours to import. */
type HttpRequest = {
  protocol: string;
  hostname: string;
  port?: number;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
};
type Presigner = { presign(request: HttpRequest, options: { expiresIn: number }): Promise<HttpRequest> };

function canPresign(signer: object): signer is Presigner {
  return 'presign' in signer;
}

function hostOf({ hostname, port }: HttpRequest): string {
  return port ? `${hostname}:${port}` : hostname;
}

function spell(request: HttpRequest): string {
  // As RFC 3986 and the signature have it: URLSearchParams would write a space as `+`.
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = Object.entries(request.query ?? {}).map(
    ([name, value]) => `${encode(name)}=${encode(String(value))}`,
  );
  return `${request.protocol}//${hostOf(request)}${request.path}?${query.join('&')}`;
}

/** Runs `work`; whatever goes wrong between us and the store becomes StorageUnavailable. */
async function reaching<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof StorageUnavailable ? cause : new StorageUnavailable(doing, cause);
  }
}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return null;
    throw error;
  }
}

/** A client error of the store (no such bucket, no permission): asking again changes nothing. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function isFileError(error: unknown, file: string): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error ? error.path === file : false;
}
