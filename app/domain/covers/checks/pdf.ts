/** What is asked of a PDF besides its size: that it opens, is one page, and brings its fonts. */
import { fail, listed, ofPdf, pass, warn, type Check } from './check.ts';

const encryption: Check = {
  ...{ id: 'encryption', covers: 'any', files: 'pdf' },
  judge({ file }) {
    if (file.kind !== 'pdf') return null;
    if (!file.encrypted) return pass('It is not locked', 'No encryption');
    return fail({
      what: file.content ? 'The PDF is locked against changes' : 'The PDF needs a password',
      why: 'Printers must open and rework it; they refuse what is encrypted.',
      mend: 'Export it again without any security setting.',
      measured: 'Encrypted',
      wanted: 'No encryption',
    });
  },
};

const pages = ofPdf('pages', 'any', (content) => {
  if (content.pages === 1) return pass('It is one page', '1 page');
  return fail({
    what: `The PDF has ${content.pages} pages`,
    why: 'A cover is one page with back, spine and front side by side.',
    mend: 'Export one page: the whole cover as one sheet.',
    measured: `${content.pages} pages`,
    wanted: '1 page',
  });
});

const fonts = ofPdf('fonts', 'any', (content) => {
  if (!content.fonts) return null;
  const missing = [...new Set(content.fonts.filter(({ embedded }) => !embedded).map(({ name }) => name))];
  if (missing.length === 0)
    return pass('Its fonts are inside', content.fonts.length === 0 ? 'No live text' : 'All embedded', 'All embedded'); // prettier-ignore
  return warn({
    what: `Fonts are not embedded: ${listed(missing.slice(0, 5))}${missing.length > 5 ? ' and more' : ''}`,
    why: 'The printer sets the text in some other typeface.',
    mend: 'Export with all fonts embedded, or convert the text to outlines.',
    measured: `${missing.length} not embedded`,
    wanted: 'All embedded',
  });
});

const annotations = ofPdf('annotations', 'any', (content) => {
  if (content.annotations === null) return null;
  if (content.annotations === 0) return pass('It carries no notes', 'No annotations');
  return warn({
    what: 'The PDF carries annotations: notes, links or form fields',
    why: 'Some presses print them, some refuse the file.',
    mend: 'Remove all comments and links before you export.',
    measured: content.annotations === 1 ? '1 annotation' : `${content.annotations} annotations`,
    wanted: 'No annotations',
  });
});

const complete = ofPdf('complete', 'any', (content) => {
  if (content.complete) return null;
  return warn({
    what: 'The PDF is too large to be looked at whole',
    why: content.fonts
      ? 'Its page, fonts and resolution were measured; its colours, edges and barcode box were not, or not all.'
      : 'Its page was measured; its fonts, pictures, edges and barcode box were not.',
    mend: 'Flatten it and export at 300 pixels per inch, or look at those yourself.',
    measured: 'Measured in part',
    wanted: 'Measured whole',
  });
});

export const PDF_CHECKS: readonly Check[] = [encryption, pages, fonts, annotations, complete];
