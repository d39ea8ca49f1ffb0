import PDFDocument from 'pdfkit';
import { points, type Box } from '../domain/covers/geometry.ts';
import { guidesOf, INKS, type Layer, type Shape, type Words } from '../domain/covers/guides.ts';
import { drawnSize, templateName, type Sheet } from '../domain/covers/sheet.ts';
import { closed } from './paper.server.ts';
import { TYPEFACE } from './typeface.server.ts';

type Doc = InstanceType<typeof PDFDocument>;
type Dictionary = { data: Record<string, unknown> };

/** The same template is the same file, byte for byte, whenever it is asked for: it has no date of its own. */
const NO_DATE = new Date(Date.UTC(2026, 0, 1));

/**
 * A template as a PDF of one page at true size, for InDesign, Illustrator, Acrobat: each layer of guides is an
 * optional content group that can be switched off, and below them lies an empty one for the artwork. The media box
 * is the sheet, the trim box what is left when bleed is cut off or a wrap is folded in. A screen's cover is drawn 300
 * pixels to an inch: exported at 300 dpi it has the pixels it should.
 */
export async function templatePdf(sheet: Sheet): Promise<Buffer> {
  const { w, h } = drawnSize(sheet);
  const { layers } = guidesOf(sheet);
  const doc = new PDFDocument({
    ...{ size: [points(w), points(h)], margin: 0, pdfVersion: '1.5', lang: 'en', displayTitle: true },
    font: TYPEFACE,
    info: {
      ...{ Title: templateName(sheet), Creator: 'Dustjacket', Producer: 'Dustjacket' },
      CreationDate: NO_DATE,
    },
  });
  const whole = closed(doc);
  setBoxes(doc, sheet, h);
  const groups = [{ name: 'Artwork', shapes: [] }, ...layers].map((layer, at) => drawLayer(doc, layer, at));
  offerLayers(doc, groups);
  doc.end();
  return whole;
}

/** PDF counts from the bottom left. */
function setBoxes(doc: Doc, { geometry: { boxes } }: Sheet, height: number): void {
  const page = dictionary(doc.page.dictionary);
  const media = page['MediaBox'];
  const corners = ({ x, y, w, h }: Box) => [x, height - y - h, x + w, height - y].map(points);
  Object.assign(page, { BleedBox: media, TrimBox: boxes.trim ? corners(boxes.trim) : media });
}

/** Draws a layer as marked content of a group of its own. → the group. */
function drawLayer(doc: Doc, { name, shapes }: Pick<Layer, 'name' | 'shapes'>, at: number): Dictionary {
  const group = doc.ref({ Type: 'OCG', Name: new String(name) }) as unknown as Dictionary & { end(): void };
  group.end();
  const resources = dictionary(dictionary(doc.page.dictionary)['Resources']);
  const properties = (resources['Properties'] ??= {}) as Record<string, unknown>;
  properties[`Layer${at}`] = group;
  doc.addContent(`/OC /Layer${at} BDC`);
  for (const shape of shapes) draw(doc, shape);
  doc.addContent('EMC');
  return group;
}

/** Lists the groups in the catalogue, uppermost first as programs show them. Of the catalogue pdfkit's types know nothing. */
function offerLayers(doc: Doc, groups: Dictionary[]): void {
  const { _root: catalogue } = doc as unknown as { _root: Dictionary };
  const shown = { Name: new String('Template'), Order: groups.toReversed(), ON: groups };
  Object.assign(catalogue.data, { OCProperties: { OCGs: groups, D: shown }, PageMode: 'UseOC' });
}

const dictionary = (ref: unknown) => (ref as Dictionary).data;

function draw(doc: Doc, shape: Shape): void {
  if (shape.kind === 'text') return write(doc, shape);
  const ink = INKS[shape.role];
  doc.save();
  doc.lineWidth(points(ink.width));
  if (ink.dash) doc.dash(points(ink.dash[0]), { space: points(ink.dash[1]) });
  if (shape.kind === 'line')
    doc.moveTo(points(shape.from.x), points(shape.from.y)).lineTo(points(shape.to.x), points(shape.to.y));
  else for (const box of shape.kind === 'ring' ? [shape.box, shape.hole] : [shape.box]) rectangle(doc, box);
  if (ink.fill) doc.fillColor(ink.fill, ink.opacity);
  if (ink.line) doc.strokeColor(ink.line);
  if (ink.fill && ink.line) doc.fillAndStroke();
  else if (ink.fill) doc.fill('even-odd');
  else doc.stroke();
  doc.restore();
}

const rectangle = (doc: Doc, { x, y, w, h }: Box) => doc.rect(points(x), points(y), points(w), points(h));

function write(doc: Doc, { text, x, y, size, anchor, turn }: Words): void {
  doc.save().translate(points(x), points(y)).rotate(turn);
  doc.fontSize(points(size)).fillColor(INKS.label.fill ?? 'black');
  const left = anchor === 'middle' ? -doc.widthOfString(text) / 2 : 0;
  doc.text(text, left, 0, { lineBreak: false, baseline: 'alphabetic' });
  doc.restore();
}
