/**
 * Reads and checks forms. The body is bounded and decoded strictly before anything looks at it; what a
 * field may say is the business of the schema. Uploads have a reader of their own in `http/upload`.
 */
import { createHash, randomUUID } from 'node:crypto';
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { Forbidden, Invalid } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import type { Person } from '../domain/people/rules.ts';
import { drain } from './drain.server.ts';
import type { Args } from './gate.server.ts';
import type { Refusal } from './respond.server.ts';

/** A whole brief with every field full is about 60 KB; percent-encoding can treble that. */
const LARGEST_FORM = 512 * 1024;
const MOST_FIELDS = 500;
const TOO_LARGE =
  'The form is too large: it can hold about half a million characters. Go back to shorten it.';
const UNKNOWN_INTENT = 'Unknown form control intent';
const FIELD_NAME = /^\w{1,60}(\[\d{1,2}\](\.\w{1,60})?)?$/;

/**
 * The fields of a posted form. Throws Invalid (400) for bytes that are no text, and a 413 for a form that
 * is larger than any of ours can be.
 */
export async function readForm({ request, context }: Args): Promise<URLSearchParams> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type))
    throw new Invalid('This page takes a form, and got something else.');
  const fields = new URLSearchParams(decode(await readBounded(request)));
  // URLSearchParams reads broken percent-encoded UTF-8 as U+FFFD instead of refusing it.
  if ([...fields].some(([name, value]) => /[\0\uFFFD]/.test(name + value))) {
    throw new Invalid('The form holds characters that cannot be read. Nothing was changed.');
  }
  // conform makes lists from names: `formats[4000000000]` would be a very long one.
  if ([...fields.keys()].some((name) => !FIELD_NAME.test(name))) {
    throw new Invalid('The form has a field that is not one of ours. Nothing was changed.');
  }
  if ([...fields].length > MOST_FIELDS)
    throw new Invalid('The form has too many fields. Nothing was changed.');
  context.form = fields;
  return fields;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Invalid('The form holds characters that cannot be read. Nothing was changed.');
  }
}

async function readBounded(request: Request): Promise<Buffer> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_FORM) {
      if (reader) void drain(reader);
      throw data<Refusal>({ message: TOO_LARGE }, { status: 413 });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
/** Checks fields against a schema. `.status` is 'success' with `.value`, or 'error' for `invalid(…)`. */
export function parse<Schema extends z.ZodType>(fields: URLSearchParams, schema: Schema) {
  try {
    return parseWithZod(fields, { schema });
  } catch (fault) {
    // The intent of a button is JSON; conform parses it unguarded, and fails on what it does not know.
    if (fault instanceof SyntaxError || (fault instanceof Error && fault.message === UNKNOWN_INTENT))
      throw new Invalid('The form was not complete. Nothing was changed.');
    throw fault;
  }
}

/** Whose form it is, in the last group of its token: the hash of the rest and of a person's id. */
const sealed = (random: string, personId: string): string =>
  `${random}-${createHash('sha256').update(random).update(personId).digest('hex').slice(0, 12)}`;

/** A new token for a form about to be shown to somebody. */
export const mintFormToken = ({ id }: Pick<Person, 'id'>): string => sealed(randomUUID().slice(0, 23), id);

/**
 * The token that makes a form take effect once, for the person it was shown to: a form that was left open must not act
 * for whoever signs in next. That is no defence against a forger, who is another site's; the origin check is.
 */
export function formToken(fields: URLSearchParams, viewer: Pick<Person, 'id' | 'name'>): string {
  const token = fields.get('formToken') ?? '';
  if (!isUuid(token)) {
    throw new Invalid('This form is incomplete. Open the page again and send it from there.');
  }
  if (token !== sealed(token.slice(0, 23), viewer.id)) {
    throw new Forbidden(
      `This form was opened by somebody else, before you signed in as ${viewer.name}. Nothing was changed. Open the page again and send it from there.`,
    );
  }
  return token;
}

/**
 * The token of a form whose words are the whole of it: a page that came back from the history may say something new, which
 * takes effect like a form of its own; the same words do so once.
 */
export function tokenOfWords(token: string, words: string): string {
  const hash = createHash('sha256').update(token).update(words).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The version of a row that a form was opened with; 0, which no row has, for what is no version. */
export function versionOf(fields: URLSearchParams): number {
  const text = fields.get('version') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
