/** What a brief's covers are made to, on its page: numbers, a drawing to scale, templates, and what it was before. */
import type { FormatSheet } from '#app/domain/briefs/spec-sheet.ts';
import { CoverDrawing } from './cover-drawing.tsx';
import { Definition, MetaLine, Prose } from './text.tsx';

type BriefSpecsProps = { formats: readonly FormatSheet[]; productionNotes: string };

/** Every format with its print specification, and what else the printer has to know. */
export function BriefSpecs({ formats, productionNotes }: BriefSpecsProps) {
  return (
    <section className="stack">
      <h2>Print specification</h2>
      {formats.length === 0 && <p className="soft">No format chosen yet.</p>}
      {formats.map((format, at) => (
        <FormatSpec key={at} format={format} />
      ))}
      {productionNotes && <Prose text={productionNotes} />}
    </section>
  );
}

function FormatSpec({ format }: { format: FormatSheet }) {
  const { kind, notes, standing, since, changed, asked, numbers, note, drawing, ask } = format;
  return (
    <section className="stack tight">
      <h3>{kind}</h3>
      {(standing ?? since) && (
        <MetaLine>
          {standing}
          {since}
        </MetaLine>
      )}
      {changed && (
        <p>
          <strong>Changed:</strong> {changed}.
        </p>
      )}
      {notes && <p className="meta">{notes}</p>}
      <Definition items={[...asked, ...numbers]} />
      {note && <p className="soft">{note}</p>}
      {drawing && <CoverDrawing drawing={drawing} />}
      {ask && <Templates kind={kind} ask={ask} />}
      <Earlier format={format} />
    </section>
  );
}

const TEMPLATES = ['pdf', 'svg', 'png'];

/** The files a designer starts from, made for these numbers, and the way to try others. */
function Templates({ kind, ask }: { kind: string; ask: string }) {
  return (
    <MetaLine>
      {TEMPLATES.map((type) => (
        <a key={type} href={`/tools/cover-size/template.${type}?${ask}`} rel="nofollow">
          {type.toUpperCase()} template<span className="vh"> of the {kind.toLowerCase()}</span>
        </a>
      ))}
      <a href={`/tools/cover-size?${ask}`}>
        Calculator<span className="vh"> with the numbers of the {kind.toLowerCase()}</span>
      </a>
    </MetaLine>
  );
}

function Earlier({ format: { earlier } }: { format: FormatSheet }) {
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary>Earlier numbers</summary>
      <ul>
        {earlier.map(({ when, what }) => (
          <li key={when} className="small">
            {when}: {what}
          </li>
        ))}
      </ul>
    </details>
  );
}
