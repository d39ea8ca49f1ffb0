/** What is delivered in the sample's projects, and what is said about it: by book and milestone, version by version. */
import type { FileRole, MilestoneKind } from '#app/domain/projects/rules.ts';

/** What a file shows. A thumbnail is too small to sell, a narrow wrap has the spine of a thinner book. */
export type SeedLook = 'concept' | 'front' | 'thumbnail' | 'wrap' | 'narrow' | 'fonts' | 'stock';
export type SeedFile = { look: SeedLook; role: FileRole; name: string; variant?: string; reason?: string };
export type SeedPin = { x: number; y: number; body: string };
export type SeedVersion = {
  files: readonly SeedFile[];
  note: string;
  /** Put together, and not delivered yet. */
  isDraft?: boolean;
  request?: { body: string; pins?: readonly SeedPin[] };
  question?: { body: string; answer?: string };
};

const concept = (variant: string): SeedFile => ({
  ...{ look: 'concept', role: 'sketch', variant, name: `concept-${variant}.jpg` },
});
const FRONT: SeedFile = { look: 'front', role: 'cover', name: 'front.jpg' };
const WRAP: SeedFile = { look: 'wrap', role: 'cover', name: 'wrap.pdf' };
const FONTS: SeedFile = { look: 'fonts', role: 'licence', name: 'fonts.txt' };
const STOCK: SeedFile = { look: 'stock', role: 'licence', name: 'paper-texture-licence.txt' };

/** What each milestone brings, where nothing else is said. */
const USUAL: Record<MilestoneKind, SeedVersion> = {
  concepts: {
    files: [concept('a')],
    note: 'The one we settled on by telephone, cleaned up. The two others are in the drawer, if you want them back.',
  },
  front: {
    files: [FRONT],
    note: 'At 1600 × 2560 for the shops. The title still reads at the size of a stamp; I have checked it in grey, too.',
  },
  wrap: {
    files: [WRAP],
    note: 'Built on the printer’s own numbers. The box for the barcode is left white, and nothing stands on the folds.',
  },
  handover: {
    files: [WRAP, FRONT, { look: 'wrap', role: 'source', name: 'wrap-working-file.ai' }, FONTS, STOCK],
    note: 'Everything there is: print file, ebook front, the file I worked in, and both licences.',
  },
};

const SPECIAL: Partial<Record<string, Partial<Record<MilestoneKind, readonly SeedVersion[]>>>> = {
  'The Ferryman’s Arithmetic': {
    concepts: [
      {
        files: [concept('a'), concept('b'), concept('c')],
        note: 'Three directions, from the quietest to the loudest. I should choose the second: it is the only one in which somebody is counting.',
        question: {
          body: 'Could the second one live without the lettering running over the water? Our author is afraid that nobody will see it is a river.',
        },
      },
    ],
  },
  Weathering: {
    front: [
      {
        files: [
          {
            ...{ look: 'thumbnail', role: 'cover', name: 'front-first-look.jpg' },
            reason:
              'A first look at the colours, at the size of a thumbnail. The real one follows at full size.',
          },
        ],
        note: 'Only to see whether the grey is the grey you meant.',
        request: { body: 'It is the right grey. Please go on, with the author’s name a little larger.' },
      },
      {
        files: [FRONT],
        note: 'At full size now, with the name one step larger and a little more air above the title.',
        request: {
          body: 'Nearly there. Two small things, and then it is ours.',
          pins: [
            { x: 0.5, y: 0.16, body: 'The title sits too near the edge: about half a line lower, please.' },
            {
              x: 0.5,
              y: 0.9,
              body: 'With both surnames, Thackeray-Bose. The hyphen has to stay on this line.',
            },
          ],
        },
      },
    ],
  },
  'A Field Guide to Other People’s Kitchens': {
    wrap: [
      {
        files: [{ ...WRAP, name: 'case-proof.pdf' }],
        note: 'A proof for your meeting, so that everybody has seen the back before it is final.',
        request: {
          body: 'Everybody has, and likes it. One thing about the price.',
          pins: [{ x: 0.2, y: 0.85, body: 'The price goes to the left of the barcode, not above it.' }],
        },
      },
      {
        files: [{ ...WRAP, name: 'case.pdf' }],
        note: 'The price has moved. The spine is measured twice: 24.2 mm.',
        question: {
          body: 'Is the white box large enough for a barcode with a price in two currencies?',
          answer: 'It is: the one with two currencies needs 48 mm, and the box has 50.',
        },
      },
    ],
  },
  'Everything Borrowed': {
    wrap: [
      {
        files: [
          {
            ...{ look: 'narrow', role: 'cover', name: 'wrap-proof.pdf' },
            reason:
              'The spine is that of the first proof, which was thinner. This is for the colours and the back alone.',
          },
        ],
        note: 'A proof for your meeting; the spine follows when the page count is final.',
        request: { body: 'The colours are right. Now with the real spine, please.' },
      },
      { files: [WRAP], note: 'With the real spine, measured twice.' },
    ],
  },
  'Orchard Law': {
    front: [
      {
        files: [FRONT],
        note: 'The front, with the tree standing where your note put it.',
        request: { body: 'Could the tree be cut down? It is in the title, so to speak.' },
      },
      { files: [{ ...FRONT, variant: 'b' }], note: 'The tree is gone. You were right.' },
    ],
    handover: [
      {
        files: [WRAP, { look: 'thumbnail', role: 'cover', name: 'front-for-the-newsletter.jpg' }, FONTS],
        note: '',
        isDraft: true,
      },
    ],
  },
};

/** The versions of a milestone, oldest first. */
export const versionsOf = (title: string, kind: MilestoneKind): readonly SeedVersion[] =>
  SPECIAL[title]?.[kind] ?? [USUAL[kind]];

export const TEXTS = {
  fonts:
    'Fonts used\n\nEB Garamond, by Georg Duffner and Octavio Pardo (SIL Open Font License 1.1)\nArchivo, by Omnibus-Type (SIL Open Font License 1.1)\n\nBoth may be embedded, printed and passed on.\n',
  stock:
    'Paper texture\n\nScanned by me from a sheet of laid paper of 1911. No rights of others are in it; use it as you like.\n',
} as const satisfies Partial<Record<SeedLook, string>>;

/** What a hand-over says of itself. */
export const DECLARED_HANDOVER = {
  fonts: 'EB Garamond and Archivo, both under the SIL Open Font License 1.1: you may go on using them.',
  stock: 'None. The paper texture is my own scan.',
  ai: 'None',
};
