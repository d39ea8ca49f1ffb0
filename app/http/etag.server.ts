import { createHash } from 'node:crypto';

/** The validator of an answer: a strong tag of its bytes. */
export const etagOf = (bytes: string | Uint8Array): string =>
  `"${createHash('sha1').update(bytes).digest('base64url')}"`;

/** Does whoever asks have this very answer already? A proxy that compresses may have made its tag a weak one. */
export const isKnown = ({ headers }: Request, etag: string): boolean =>
  (headers.get('If-None-Match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
