/** A cover to scale: what `drawingOf` laid out, as a picture that follows the colours of the page. */
import type { Drawing, Mark } from '#app/domain/covers/drawing.ts';

/** The drawing with the key to its lines below. */
export function CoverDrawing({ drawing }: { drawing: Drawing }) {
  const { width, height, title, description, key, marks } = drawing;
  return (
    <figure className="drawing">
      <svg viewBox={`0 0 ${width} ${height}`} role="img">
        <title>{title}</title>
        <desc>{description}</desc>
        {marks.map((mark, at) => (
          <Drawn key={at} mark={mark} />
        ))}
      </svg>
      <figcaption className="meta">{key}</figcaption>
    </figure>
  );
}

function Drawn({ mark }: { mark: Mark }) {
  if (mark.kind === 'path') return <path className={mark.role} d={mark.d} />;
  if (mark.kind === 'rect') {
    const { x, y, w, h } = mark.box;
    return <rect className={mark.role} x={x} y={y} width={w} height={h} />;
  }
  const { x, y, lift, turned, of, text } = mark;
  return (
    <text
      className={of === 'number' ? undefined : of}
      {...{ x, y, dy: `${lift}em` }}
      transform={turned ? `rotate(-90 ${x} ${y})` : undefined}
    >
      {text}
    </text>
  );
}
