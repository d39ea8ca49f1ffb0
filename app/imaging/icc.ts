/** What a colour profile says of itself, from its first bytes and its description. Pure. */
import type { ImageFacts } from './measure.server.ts';

const SPACES: Record<string, ImageFacts['space']> = {
  'RGB ': 'rgb',
  CMYK: 'cmyk',
  GRAY: 'grey',
  'Lab ': 'lab',
};
/** Names longer than this are cut. */
const LONGEST = 80;

/** The colours a profile is about; null for what is no profile, or about others. */
export const profileSpace = (profile: Uint8Array): ImageFacts['space'] | null =>
  SPACES[Buffer.from(profile.subarray(16, 20)).toString('latin1')] ?? null;

/** The name of a profile, such as "Coated FOGRA39 (ISO 12647-2:2004)"; null when it has none that can be read. */
export function profileName(bytes: Uint8Array): string | null {
  const profile = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (at: number) => profile.toString('latin1', at, at + 4);
  if (profile.length < 132) return null;
  const tags = Math.min(profile.readUInt32BE(128), 100);
  for (let at = 132; at + 12 <= profile.length && at < 132 + tags * 12; at += 12) {
    if (tag(at) !== 'desc') continue;
    const start = profile.readUInt32BE(at + 4);
    if (start + 28 > profile.length) return null;
    const name = tag(start) === 'mluc' ? localised(profile, start) : ascii(profile, start);
    return [...name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(0, LONGEST).join('') || null;
  }
  return null;
}

/** Version 2: a length and that many ASCII characters. */
function ascii(profile: Buffer, start: number): string {
  const length = profile.readUInt32BE(start + 8);
  return profile.toString('latin1', start + 12, start + 12 + Math.min(length, 4 * LONGEST));
}

/** Version 4: a table of languages; the first is taken. */
function localised(profile: Buffer, start: number): string {
  const [length, offset] = [profile.readUInt32BE(start + 20), profile.readUInt32BE(start + 24)];
  const text = Buffer.from(profile.subarray(start + offset, start + offset + Math.min(length, 4 * LONGEST)));
  return text.length % 2 === 0 ? text.swap16().toString('utf16le') : '';
}
