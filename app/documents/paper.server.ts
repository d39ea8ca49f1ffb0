/** A paper of several pages: headings, facts in two columns, paragraphs, tables; page numbers and a line at the foot of each. */
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { TYPEFACE } from './typeface.server.ts';

type Doc = InstanceType<typeof PDFDocument>;
type Fact = { term: string; value: string };
type Face = 'plain' | 'bold';
export type Column = { width: number; align: 'left' | 'right' };

const BOLD = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');

/** All in points. Terms stand in the left column; values and paragraphs keep to the right one, so that lines stay short. */
const PAGE = { width: 595.28, height: 841.89, left: 68, right: 68, top: 64, bottom: 92 };
const WIDTH = PAGE.width - PAGE.left - PAGE.right;
const TERMS = 124;
const [LARGE, HEAD, TEXT, SMALL] = [20, 12, 9.5, 7.5];
const LINE_GAP = 3.2;
const FLOOR = PAGE.height - PAGE.bottom;
const [INK, SOFT, RULE] = ['#000000', '#555555', '#b0b0b0'];

export class Paper {
  readonly #doc: Doc;
  readonly #bytes: Promise<Buffer>;
  readonly #foot: string;

  /** The same words and the same date are the same file, byte for byte. */
  constructor({ title, date, foot }: { title: string; date: Date; foot: string }) {
    this.#foot = foot;
    this.#doc = new PDFDocument({
      ...{ size: [PAGE.width, PAGE.height], bufferPages: true, lang: 'en', displayTitle: true },
      margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: PAGE.bottom },
      font: TYPEFACE,
      info: {
        ...{ Title: title, Creator: 'Dustjacket', Producer: 'Dustjacket' },
        ...{ CreationDate: date, ModDate: date },
      },
    });
    this.#doc.registerFont('plain', TYPEFACE).registerFont('bold', BOLD);
    this.#bytes = closed(this.#doc);
  }

  title(text: string, under = ''): void {
    this.#write(text, { size: LARGE });
    if (under) this.#write(under, { size: HEAD, color: SOFT });
    this.#down(10);
  }

  /** Begins a section; what follows it begins on the same page. */
  heading(text: string): void {
    this.#keep(6 * TEXT * 1.5);
    this.#down(10);
    this.#rule();
    this.#write(text, { size: HEAD, face: 'bold' });
    this.#down(3);
  }

  subheading(text: string): void {
    this.#keep(4 * TEXT * 1.5);
    this.#down(3);
    this.#write(text, { face: 'bold', indent: TERMS });
  }

  paragraph(text: string): void {
    this.#keep(2 * TEXT * 1.5);
    this.#write(text, { indent: TERMS });
    this.#down(4);
  }

  facts(facts: readonly Fact[]): void {
    for (const { term, value } of facts) {
      const lines = this.#doc.fontSize(TEXT).heightOfString(term, { width: TERMS - 12, lineGap: LINE_GAP });
      this.#keep(Math.max(lines, 2 * TEXT * 1.5));
      const { y } = this.#doc;
      const page = this.#page;
      this.#write(term, { width: TERMS - 12, color: SOFT });
      const under = this.#doc.y;
      this.#doc.y = y;
      this.#write(value, { indent: TERMS });
      // The longer column says where the next fact begins, unless the value has gone on to another page.
      if (this.#page === page) this.#doc.y = Math.max(under, this.#doc.y);
      this.#down(1.5);
    }
    this.#down(3);
  }

  /** Rows of cells with a line under each; the first row names the columns. Widths are parts of the page's. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    rows.forEach((cells, at) => {
      const boxes = columns.map(({ width, align }, n) => ({
        ...{ text: cells[n] ?? '', align, width: width * WIDTH - 8 },
        indent: columns.slice(0, n).reduce((sum, column) => sum + column.width * WIDTH, 0),
      }));
      const height = (text: string, width: number) =>
        this.#doc.fontSize(TEXT).heightOfString(text, { width, lineGap: LINE_GAP });
      const tall = Math.max(...boxes.map(({ text, width }) => height(text, width)));
      this.#keep(tall + 6);
      const { y } = this.#doc;
      for (const { text, ...box } of boxes) {
        this.#doc.y = y;
        this.#write(text, { ...box, color: at === 0 ? SOFT : INK });
      }
      this.#doc.y = y + tall + 2;
      this.#rule();
    });
    this.#down(6);
  }

  /** Writes the foot of every page, and closes the file. */
  async finish(): Promise<Buffer> {
    const { count } = this.#doc.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.#doc.switchToPage(at);
      // Words below the margin would begin another page.
      this.#doc.page.margins.bottom = 0;
      const line = { width: WIDTH, height: SMALL * 2, lineBreak: false };
      this.#doc.font('plain').fontSize(SMALL).fillColor(SOFT);
      this.#doc.text(this.#foot, PAGE.left, PAGE.height - 56, line);
      this.#doc.text(`${at + 1} of ${count}`, PAGE.left, PAGE.height - 56, { ...line, align: 'right' });
    }
    this.#doc.end();
    return this.#bytes;
  }

  get #page(): number {
    return this.#doc.bufferedPageRange().count;
  }

  #write(
    text: string,
    { size = TEXT, face = 'plain', color = INK, indent = 0, width = WIDTH - indent, align = 'left' }: Style,
  ): void {
    this.#doc.font(face).fontSize(size).fillColor(color);
    this.#doc.text(text, PAGE.left + indent, this.#doc.y, { width, align, lineGap: LINE_GAP });
  }

  #down(points: number): void {
    this.#doc.y += points;
  }

  /** Goes on to the next page when there is less room than this. */
  #keep(points: number): void {
    if (this.#doc.y + points > FLOOR) this.#doc.addPage();
  }

  #rule(): void {
    const { y } = this.#doc;
    this.#doc.lineWidth(0.5).strokeColor(RULE);
    this.#doc
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.left + WIDTH, y)
      .stroke();
    this.#down(6);
  }
}
type Style = {
  size?: number;
  face?: Face;
  color?: string;
  indent?: number;
  width?: number;
  align?: 'left' | 'right';
};

/** Everything a document writes, when it is over. */
export function closed(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
