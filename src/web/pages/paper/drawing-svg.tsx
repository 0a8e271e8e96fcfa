import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawing, Shape } from '#paper';

/** The picture of the PDF, shape by shape. It is as wide as it must be to be read, and scrolls on a phone. */
export function DrawingSvg(props: { readonly drawing: Drawing; readonly heading: string }): JSX.Element {
  const { width, height, words, shapes } = props.drawing;
  return (
    <section class="kith-table" aria-label={props.heading} tabindex={0}>
      <svg class="kith-svg kith-paper__picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        {shapes.map((shape) => (
          <ShapeSvg shape={shape} />
        ))}
      </svg>
    </section>
  );
}

function ShapeSvg({ shape }: { readonly shape: Shape }): JSX.Element {
  switch (shape.kind) {
    case 'area':
      return (
        <rect
          x={round(shape.x)}
          y={round(shape.y)}
          width={round(shape.width)}
          height={round(shape.height)}
          fill={shape.fill}
        />
      );
    case 'line':
      return (
        <path
          d={`M${round(shape.x)} ${round(shape.y)}H${round(shape.x + shape.width)}`}
          stroke={shape.stroke}
          stroke-width="0.5"
        />
      );
    case 'text':
      return (
        <text x={round(shape.x)} y={round(shape.y)} font-size={shape.size} text-anchor={shape.anchor}>
          {shape.text}
        </text>
      );
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
