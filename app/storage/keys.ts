import { createHash } from 'node:crypto';

/** Endings a key may have, and the type each is served with. The bytes were checked before; a claimed type never gets here. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
  zip: 'application/zip',
  json: 'application/json',
  psd: 'image/vnd.adobe.photoshop',
  eps: 'application/postscript',
  indd: 'application/x-indesign',
  af: 'application/x-affinity',
  xcf: 'image/x-xcf',
  clip: 'application/x-clip',
  otf: 'font/otf',
  ttf: 'font/ttf',
  ttc: 'font/collection',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain',
};

const SEGMENT = /^[A-Za-z0-9_-]{1,80}$/;
const KEY = /^(?:[A-Za-z0-9_-]{1,80}\/){1,4}[A-Za-z0-9_-]{1,80}\.[a-z0-9]{1,5}$/;
const PREFIX = /^[0-9a-f]{24}$/;
const DERIVATIVE = /^[1-9][0-9]{0,3}\.(?:avif|webp|jpeg)$/;
const VIEW = /^(?:front|wrap|case)-[a-z]{1,20}\.(?:jpeg|png|webp)$/;

/**
 * Returns `key` if it is one: two to five segments of letters, digits, `_` and `-`, the last with a known ending. That
 * alphabet has no dot outside the ending, so neither `..` nor a hidden or temporary file can be spelled in it.
 * Throws TypeError otherwise.
 */
export function validKey(key: string): string {
  if (!KEY.test(key) || !(extensionOf(key) in CONTENT_TYPES))
    throw new TypeError(`Not a storage key: ${quoted(key)}`);
  return key;
}

/** The private place of an uploaded file: `originals/<id>.<ext>`. Throws TypeError on an id or ending outside the alphabet. */
export function originalKey(id: string, ext: string): string {
  return validKey(`originals/${segment(id)}.${ext}`);
}

/**
 * The place of one derivative, `width` in CSS pixels, as asked for: `media/<prefix>/<width>.<format>` for a public
 * picture, `private/…` for one that only a page that checks its viewer may hand out.
 */
export function derivativeKey(
  reach: 'public' | 'private',
  prefix: string,
  width: number,
  format: string,
): string {
  if (!Number.isInteger(width) || width < 1 || width > 9999) throw new TypeError(`Not a width: ${width}`);
  return pictureKey(reach, prefix, `${width}.${format}`);
}

/** The place of a view of a picture, such as `media/<prefix>/front-grey.png`, beside its derivatives. */
export function viewKey(reach: 'public' | 'private', prefix: string, file: string): string {
  if (!VIEW.test(file)) throw new TypeError(`Not a view: ${quoted(file)}`);
  return pictureKey(reach, prefix, file);
}

function pictureKey(reach: 'public' | 'private', prefix: string, file: string): string {
  if (!PREFIX.test(prefix)) throw new TypeError(`Not a media prefix: ${quoted(prefix)}`);
  return validKey(`${reach === 'public' ? 'media' : 'private'}/${prefix}/${file}`);
}

/**
 * 24 hex characters for one image's derivatives. They change with the content, so a URL may be cached for ever; they
 * differ between two images with the same content, so deleting one never takes the other's files with it.
 */
export function mediaPrefix(sha256: string, imageId: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('Not a SHA-256 in hex');
  if (imageId === '') throw new TypeError('An image without an id');
  return createHash('sha256').update(`${sha256}:${imageId}`).digest('hex').slice(0, 24);
}

/** Whether a key may be served to anyone, for ever: derivatives and views only. False for whatever is not a valid key. */
export function isPublicKey(key: string): boolean {
  const [place, prefix = '', file = '', ...rest] = key.split('/');
  if (place !== 'media' || !PREFIX.test(prefix) || rest.length > 0) return false;
  return DERIVATIVE.test(file) || VIEW.test(file);
}

/** The content type a key's ending stands for. Throws TypeError for what is not a key. */
export function contentTypeOf(key: string): string {
  return CONTENT_TYPES[extensionOf(validKey(key))] ?? 'application/octet-stream';
}

function extensionOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

function segment(text: string): string {
  if (!SEGMENT.test(text)) throw new TypeError(`Not a key segment: ${quoted(text)}`);
  return text;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
