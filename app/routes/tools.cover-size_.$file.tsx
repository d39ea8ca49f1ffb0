import type { LoaderFunctionArgs } from '@remix-run/node';
import { kindOfTemplate, mostDpi, templateFile } from '../documents/template.server.ts';
import { readAsk } from '../domain/covers/ask.ts';
import { sheetOf } from '../domain/covers/sheet.ts';
import { NotFound } from '../domain/errors.ts';
import { download, readOnly, Unmakeable } from '../http/download.server.ts';
import { painting } from '../http/gate.server.ts';

/** A cover's template as SVG, PDF or PNG, asked for as its measurements are. It asks for no viewer. */
export const loader = download(async (args: LoaderFunctionArgs) => {
  const kind = kindOfTemplate(args.params['file']);
  if (!kind) throw new NotFound('Templates are template.svg, template.pdf and template.png.');
  const { search, searchParams } = new URL(args.request.url);
  const back = `/tools/cover-size${search}`;
  const ask = readAsk(searchParams);
  if (!ask.ok)
    throw new Unmakeable(
      ask.problems.map(({ reason }) => reason),
      back,
    );
  const sheet = sheetOf(ask);
  if (kind !== 'png') return templateFile(sheet, kind);
  const most = mostDpi(sheet);
  if (ask.dpi > most)
    throw new Unmakeable(
      [
        `At ${ask.dpi} dpi this cover has more than 75 megapixels, the most that is painted. Ask for at most ${most} dpi, or take the PDF or the SVG, which have no pixels.`,
      ],
      back,
    );
  await painting(args);
  return templateFile(sheet, kind);
});

export const action = readOnly;
