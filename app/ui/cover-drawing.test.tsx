/** The picture of a cover on a page: valid, told to those who do not see it, and small. */
import { HtmlValidate } from 'html-validate';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { drawingOf } from '#app/domain/covers/drawing.ts';
import { layOut, onScreen } from '#app/domain/covers/geometry.ts';
import { judgeSpec, type CoverSpec } from '#app/domain/covers/spec.ts';
import { CoverDrawing } from './cover-drawing.tsx';

function markup(format: CoverSpec['format']): string {
  const judged = judgeSpec({
    ...{ format, printer: 'kdp', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
    ...{ spine: null, direction: 'ltr' },
  });
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  const geometry = judged.spec.kind === 'bound' ? layOut(judged.spec) : onScreen(judged.spec);
  return renderToStaticMarkup(<CoverDrawing drawing={drawingOf(geometry, judged.spec)} />);
}

test.each(['paperback_wrap', 'hardcover_case', 'ebook_front'] as const)('%s', async (format) => {
  const svg = markup(format);
  const report = await new HtmlValidate().validateString(svg);
  expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  expect(svg).toMatch(/<svg viewBox="[\d. ]+" role="img"><title>.+ drawn to scale<\/title>/);
  expect(svg).toMatch(/<desc>.{20,}<\/desc>/);
  expect(svg).not.toContain('style=');
  expect(svg.length).toBeLessThan(3000);
});
