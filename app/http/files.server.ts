/**
 * Takes files from a multipart form, for a delivery or a message: receives them, refuses what could do harm, stores them, and hands
 * over what the domain needs to write their rows. The worker looks at what can be seen of them. And hands them out again.
 */
import { randomUUID } from 'node:crypto';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { NotFound } from '../domain/errors.ts';
import type { NewFile } from '../domain/files/commands.server.ts';
import { keptKind, nameAs, seenKind, type FileKind } from '../domain/files/kinds.ts';
import type { HandedOut } from '../domain/files/queries.server.ts';
import { MOST_FILES, MOST_MEGABYTES, NOT_TAKEN } from '../domain/files/rules.ts';
import { kindOf } from '../imaging/kind.ts';
import { refuse } from '../imaging/refusal.ts';
import { originalKey } from '../storage/keys.ts';
import { attachment, type Storage } from '../storage/storage.ts';
import type { Args, SignedInVisit } from './gate.server.ts';
import {
  receiveUpload,
  RefusedUpload,
  type NotTaken,
  type ReceivedFile,
  type Upload,
} from './upload.server.ts';

export type ReceivedFiles = {
  /** The other fields of the form. */
  fields: URLSearchParams;
  /** Stored, and not yet in any row. */
  files: NewFile[];
  /** What was not taken of them, and why. */
  refused: NotTaken[];
  /** Why nothing was taken, in a sentence for beside the field; null when something was, or nothing was sent. */
  problem: string | null;
  /** 200, or 400, 413 or 415 for a problem. */
  status: number;
};

/**
 * Reads the form; its one file field may hold several. What is refused is an answer, not an error: the page says of which file
 * and why. `files` is the most of them, `megabytes` what they may have together.
 */
export async function receiveFiles(
  args: Args,
  visit: SignedInVisit,
  { files = MOST_FILES, megabytes = MOST_MEGABYTES, fileField = 'files' } = {},
): Promise<ReceivedFiles> {
  let upload: Upload | undefined;
  try {
    // A form that takes one file may be told of it as well as one that takes more.
    const most = Math.max(2, files);
    upload = await receiveUpload(args.request, {
      ...{ fileField, files: most, maxBytes: megabytes * 1024 * 1024, accept: kindOfFile },
    });
    const { fields, refused } = upload;
    for (const { bytes } of upload.files) {
      visit.metrics.record('Uploads');
      visit.metrics.record('UploadBytes', bytes);
    }
    const taken = await storeAll(visit, upload.files);
    const problem = taken.length === 0 && refused.length > 0 ? refusedWords(refused) : null;
    return { fields, files: taken, refused, problem, status: problem ? 415 : 200 };
  } catch (fault) {
    if (!(fault instanceof RefusedUpload)) throw fault;
    return { fields: fault.fields, files: [], refused: [], problem: fault.reason, status: fault.status };
  } finally {
    await upload?.dispose();
  }
}

/** Each by its name: "cover.gif: This is a GIF, …". */
export const refusedWords = (refused: readonly NotTaken[]): string =>
  refused.map(({ name, reason }) => `${name}: ${reason}`).join(' ');

function kindOfFile(head: Uint8Array): FileKind {
  if (head.length === 0) throw refuse.empty();
  const picture = kindOf(head);
  if (picture?.format) return seenKind(picture.format);
  const kind = keptKind(head);
  if (kind) return kind;
  throw new RefusedUpload(415, picture ? `This is ${picture.label}. ${NOT_TAKEN}` : NOT_TAKEN);
}

/** By then a row names the file, or nobody ever will: see `picture.server.ts`. */
const SETTLED_SECONDS = 3600;

async function storeAll({ storage, queue, db }: SignedInVisit, received: readonly ReceivedFile[]) {
  const stored: NewFile[] = [];
  for (const { path, name, bytes, sha256, head } of received) {
    const kind = kindOfFile(head);
    const id = randomUUID();
    const key = originalKey(id, kind.ending);
    // Before the first byte: afterwards there may be nobody left to ask for it.
    await queue.enqueue(db, 'file.settle', { fileId: id, key }, { startAfter: SETTLED_SECONDS });
    await storage.put(key, { file: path }, { contentType: kind.type });
    stored.push({ id, name: nameAs(kind, name), type: kind.type, bytes, sha256, key, seen: kind.seen });
  }
  return stored;
}

/** A file as it was sent, to be saved and never shown. */
export async function sendFile(
  request: Request,
  storage: Storage,
  { name, type, key }: HandedOut,
): Promise<Response> {
  const file = await storage.open(key);
  if (!file) throw new NotFound('This file is missing.');
  const headers = {
    ...{ 'Content-Type': type, 'Content-Length': String(file.size), 'Cache-Control': 'private, no-store' },
    'Content-Disposition': attachment(name),
    // Nothing in it runs if a browser shows it after all; nosniff comes from the server.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  };
  if (request.method === 'HEAD') file.body.destroy();
  return new Response(request.method === 'HEAD' ? null : createReadableStreamFromReadable(file.body), {
    headers,
  });
}
