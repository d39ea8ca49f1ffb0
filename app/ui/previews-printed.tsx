/** A whole cover as it comes from the press: what it was printed to, its spine at true size, the guides over it. */
import type { Guide, Printed, PrintField, Sheet } from '#app/domain/covers/printed.ts';
import { Actions, Button } from './buttons.tsx';
import { SelectField, TextField, type FieldState } from './fields.tsx';
import { ErrorSummary, Form } from './form.tsx';
import { Notice } from './text.tsx';

type Picture = { href: `/media/${string}` | `/files/${string}`; alt: string };
type PrintedProps = {
  printed: Printed;
  /** Null when pictures are off: guides are drawn on white. */
  picture: Picture | null;
  /** The address of the page. */
  at: string;
};

/** Asks what the cover was printed to, and shows it so. */
export function PrintedCover({ printed, picture, at }: PrintedProps) {
  const { errors, sheet } = printed;
  return (
    <section className="stack" id="printed" aria-labelledby="printed-title">
      <h2 id="printed-title">From the press</h2>
      <p>
        Say what the picture was made to: you see its spine at true size, and the printer’s guides over it.
      </p>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ id: field, message }))} />
      <PrintForm {...{ printed, at }} />
      {sheet && <Sheets {...{ sheet, picture }} />}
    </section>
  );
}

function Sheets({ sheet, picture }: { sheet: Sheet; picture: Picture | null }) {
  return (
    <>
      <h3>{sheet.name}</h3>
      {sheet.mismatch && <Notice title="The picture does not fit this cover.">{sheet.mismatch}</Notice>}
      <div className="press">
        <Overlay {...{ sheet, picture }} />
        {picture && <TrueSpine {...{ sheet, picture }} />}
      </div>
    </>
  );
}

function PrintForm({ printed: { values, errors, choices }, at }: { printed: Printed; at: string }) {
  const field = (name: PrintField): FieldState => ({
    ...{ id: name, name, value: values[name] },
    errors: errors.filter((error) => error.field === name).map(({ message }) => message),
  });
  return (
    <Form method="get" action={`${at}#printed`}>
      <div className="pair top">
        <SelectField field={field('printer')} label="Printer" options={choices.printers} />
        <TextField field={field('trim')} label="Trim size" hint="6 × 9 in, or 129 × 198 mm" />
        <SelectField field={field('paper')} label="Paper" options={choices.papers} empty="Not said" />
        <TextField field={field('pages')} label="Pages" inputMode="numeric" width="short" />
        <TextField
          field={field('spine')}
          label="Spine width"
          hint="Where the printer’s template says it: 12.5 mm, or 0.49 in"
          width="short"
          optional
        />
        <SelectField field={field('direction')} label="Read from" options={DIRECTIONS} />
      </div>
      <Actions>
        <Button>Show it so</Button>
      </Actions>
    </Form>
  );
}

const DIRECTIONS = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
];

const Laid = ({ sheet: { picture: at }, picture: { href } }: { sheet: Sheet; picture: Picture }) => (
  <image {...{ href, x: at.x, y: at.y, width: at.w, height: at.h }} preserveAspectRatio="none" />
);

/** Dashes of white on black: seen on any picture. In widths of a line. */
const DASHES: Record<Guide['role'], string> = { trim: '6 4', fold: '6 4', safe: '1 3', barcode: '6 4' };

function Overlay({ sheet, picture }: { sheet: Sheet; picture: Picture | null }) {
  const { width, height, guides } = sheet;
  const line = width / 480;
  const dashed = (role: Guide['role']) =>
    DASHES[role]
      .split(' ')
      .map((dash) => Number(dash) * line)
      .join(' ');
  return (
    <figure className="stack tight">
      <svg viewBox={`0 0 ${width} ${height}`} role="img">
        <title>
          {picture
            ? `The guides of ${sheet.name} over the cover: ${picture.alt}`
            : `The guides of ${sheet.name}`}
        </title>
        <rect width={width} height={height} fill="#fff" />
        {picture && <Laid {...{ sheet, picture }} />}
        {['#000', '#fff'].map((stroke) => (
          <g key={stroke} fill="none" stroke={stroke} strokeWidth={line}>
            {guides.map(({ role, box: { x, y, w, h } }) => (
              <rect
                key={`${role} ${x}`}
                {...{ x, y, width: w, height: h }}
                fill={role === 'barcode' ? '#fff' : undefined}
                strokeDasharray={stroke === '#fff' ? dashed(role) : undefined}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="meta">
        Dashes: where it is trimmed and folded. Dots: text stays inside. White: the printer’s barcode. Does
        the art reach past the trim on every side, and does anything that matters lie across a line?{' '}
        <a href={`/tools/cover-size?${sheet.query}`}>All numbers of this cover</a>
      </figcaption>
    </figure>
  );
}

function TrueSpine({ sheet, picture }: { sheet: Sheet; picture: Picture }) {
  const { x, y, w, h } = sheet.spine;
  return (
    <figure className="stack tight">
      <h3>The spine at true size</h3>
      <p className="meta">
        {sheet.spineWords} Printed at 100 % it is as wide as the book’s: can it be read at arm’s length, and
        does it stand in the middle?
      </p>
      <svg width={`${w}in`} height={`${h}in`} viewBox={`${x} ${y} ${w} ${h}`} role="img">
        <title>The spine of the cover</title>
        <Laid {...{ sheet, picture }} />
      </svg>
    </figure>
  );
}
