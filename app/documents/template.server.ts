/**
 * Documents are files made for people to keep: templates of covers. This room hides pdfkit, the typeface and how a
 * page is put together; whoever asks says what is in it and gets bytes. It knows no request and no database.
 */
import { templateName, type Sheet } from '../domain/covers/sheet.ts';
import { templateSvg } from '../domain/covers/template-svg.ts';
import { templatePdf } from './template-pdf.server.ts';
import { templatePng } from './template-png.server.ts';

export { mostDpi } from './template-png.server.ts';

/** A file with its name for whoever keeps it: letters, digits, dots and hyphens. */
export type DocumentFile = { name: string; contentType: string; bytes: Buffer };

const KINDS = {
  svg: { contentType: 'image/svg+xml', draw: async (sheet: Sheet) => Buffer.from(templateSvg(sheet)) },
  pdf: { contentType: 'application/pdf', draw: templatePdf },
  png: { contentType: 'image/png', draw: templatePng },
};
export type TemplateKind = keyof typeof KINDS;

/** Of a file's name, such as `template.pdf`; null for what is not made. */
export const kindOfTemplate = (file: string | undefined): TemplateKind | null =>
  (Object.keys(KINDS) as TemplateKind[]).find((kind) => file === `template.${kind}`) ?? null;

/** A cover's template. The same sheet is the same bytes. */
export async function templateFile(sheet: Sheet, kind: TemplateKind): Promise<DocumentFile> {
  const { contentType, draw } = KINDS[kind];
  return { name: `${templateName(sheet)}.${kind}`, contentType, bytes: await draw(sheet) };
}
