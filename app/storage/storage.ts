/**
 * Storage keeps files under keys: originals that stay private, and media that anyone may fetch.
 * It hides where they lie (a directory, or S3) and how a half-finished write is undone. It must not know what a file
 * is for, who owns it or who may see it: a key is never a permission, the caller asks the database first.
 */
import type { Readable } from 'node:stream';

/** What is stored: bytes in memory, or a finished file on this machine (an upload that has been received). */
export type Source = Uint8Array | { file: string };

/** `contentType` has to be the one the key's ending says (`contentTypeOf`), so that both stores answer alike. */
export type StoredMeta = { contentType: string; cacheControl?: string };

/** An opened file. The caller reads `body` to its end or destroys it; `size` is in bytes. */
export type StoredFile = { body: Readable; contentType: string; size: number };

export type LinkOptions = {
  expiresInSeconds: number;
  /** Offered as the name to save under; it may hold anything, it is encoded here. */
  fileName?: string;
};

/**
 * Every method throws `StorageUnavailable` when the store cannot be reached or refuses us, and `TypeError` for a key
 * outside the alphabet of keys.ts.
 */
export interface Storage {
  /**
   * Stores the whole of `source` under `key`, over what was there. Afterwards the key holds all of it or, when this
   * throws, what it held before: a reader never meets half a file. A `source` file that cannot be read throws its own
   * file-system error.
   */
  put(key: string, source: Source, meta: StoredMeta): Promise<void>;
  /** Opens a stored file for reading; null when there is none under that key. */
  open(key: string): Promise<StoredFile | null>;
  /**
   * A signed URL that lets its bearer read this one file (saved as an attachment when `fileName` is given) until it
   * expires; null when the store cannot sign, and the app has to serve the file itself. Does not ask if it exists.
   */
  link(key: string, options: LinkOptions): Promise<string | null>;
  /** Removes the files under these keys; keys that hold nothing are no error, so it may be repeated. */
  remove(keys: readonly string[]): Promise<void>;
  /** Throws unless the store can be reached and used now; cheap enough for a readiness probe. */
  check(): Promise<void>;
}

/** The store could not be reached or did not answer in time; `cause` has the why. Shown to people as a 503. */
export class StorageUnavailable extends Error {
  constructor(doing: string, cause: unknown) {
    super(`Storage unavailable while trying to ${doing}`, { cause });
    this.name = 'StorageUnavailable';
  }
}

/** `Content-Disposition: attachment` for any file name: an ASCII stand-in, and the real name by RFC 5987. */
export function attachment(fileName: string): string {
  const name = fileName.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '').trim() || 'file';
  const ascii = name.replace(/[^\x20-\x7e]|["%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
