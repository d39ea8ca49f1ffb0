/** What is handed over in the end, as a folder that somebody keeps: which file lies where, and the papers beside them. Pure. */
import { FORMATS } from '../covers/rules.ts';
import type { FileRole } from '../projects/rules.ts';
import type { Project } from '../projects/project.ts';
import type { Declared, Delivery, DeliveryFile } from './delivery.ts';
import { measureWords } from '../briefs/spec-versions.ts';
import { needsReason } from './delivery.ts';

/** A stored file and its place; a paper and its text. Paths begin in the folder of the book. */
export type HandoverFile = { path: string; key: string; bytes: number; sha256: string };
export type HandoverPaper = { path: string; text: string };
export type Handover = { folder: string; files: HandoverFile[]; papers: HandoverPaper[] };

const FOLDERS: Record<FileRole, string> = {
  cover: '1 Finals',
  sketch: '4 Other',
  source: '2 Sources',
  font: '3 Fonts and licences',
  licence: '3 Fonts and licences',
  other: '4 Other',
};
export const PAPERS = '5 Papers';

const LONGEST_PART = 100;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** One part of a path that every system can keep: no separators, nothing unseen, no name that Windows gives to a device. */
export function partOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  const short = [...plain].length > LONGEST_PART ? [...plain].slice(0, LONGEST_PART - ending.length).join('') + ending : plain; // prettier-ignore
  if (short === '') return 'Untitled';
  return RESERVED.test(short) ? `_${short}` : short;
}

/** "Front.pdf", then "Front (2).pdf": told apart as file systems that ignore case do. */
function distinct(paths: Set<string>, path: string): string {
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const stem = path.slice(0, path.length - ending.length);
  for (let n = 1; ; n++) {
    const free = n === 1 ? path : `${stem} (${n})${ending}`;
    if (paths.has(free.toLowerCase())) continue;
    paths.add(free.toLowerCase());
    return free;
  }
}

const folderOf = ({ role, spec }: DeliveryFile): string =>
  role === 'cover' ? `${FOLDERS.cover}/${spec ? FORMATS[spec.kind] : 'Other pictures'}` : FOLDERS[role];

type Say = { date: (value: Date | string) => string };

/** Everything of a hand-over but the contract, whose file is made elsewhere. */
export function handoverOf(
  project: Project,
  { files, declared, number, note }: Delivery,
  say: Say,
): Handover {
  const folder = partOf(project.title || 'Untitled');
  const paths = new Set<string>();
  return {
    folder,
    files: files.map((file) => ({
      path: distinct(paths, `${folderOf(file)}/${partOf(file.name)}`),
      ...{ key: file.key, bytes: file.bytes, sha256: file.sha256 },
    })),
    papers: [
      { path: `${PAPERS}/Declaration.txt`, text: declarationText(project, declared, files, say) },
      { path: `${PAPERS}/Credit line.txt`, text: `${declared?.credit ?? project.terms.creditLine}\n` },
      ...(note ? [{ path: `${PAPERS}/Note to version ${number}.txt`, text: `${note}\n` }] : []),
    ],
  };
}

function declarationText(
  project: Project,
  declared: Declared | null,
  files: DeliveryFile[],
  say: Say,
): string {
  const { contract, designer, publisher } = project;
  const { title, author, isbn } = contract.book;
  const said = (heading: string, text: string) => `${heading}\n${'-'.repeat(heading.length)}\n${text || 'Nothing declared.'}\n`; // prettier-ignore
  const covers = files.filter(({ role }) => role === 'cover').map(coverLine);
  return [
    `Cover of ${title}${author ? ` by ${author}` : ''}${isbn ? `, ISBN ${isbn}` : ''}`,
    `Made by ${designer.name} for ${publisher.organisation || publisher.name}, agreed on ${say.date(contract.agreedAt)}.\n`,
    said('Covers', covers.join('\n')),
    said('Fonts', declared?.fonts ?? ''),
    said('Stock', declared?.stock ?? ''),
    said('AI', declared?.ai ?? ''),
    said('Credit line', declared?.credit ?? ''),
    declared?.isConfirmed ? `${designer.name} has confirmed that this is complete and true.\n` : '',
  ].join('\n');
}

function coverLine(file: DeliveryFile): string {
  const { name, spec, reason } = file;
  const made = spec ? `${FORMATS[spec.kind]}, ${measureWords(spec)}` : 'held against no format';
  return needsReason(file)
    ? `${name}: ${made}. Does not pass every check, because: ${reason}`
    : `${name}: ${made}`;
}
