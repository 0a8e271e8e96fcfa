import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { htmlOf, type SafeHtml } from '../govuk/index.ts';

export const ink = '#0b0c0c';
/** Secondary text; 7 to 1 on white. */
export const softInk = '#505a5f';
export const gridLine = '#dfe4e6';

/**
 * Widths in user units at which a chart is drawn. A picture that only scales is unreadable on a phone or shouts on a
 * desk, so each chart is drawn for both and the stylesheet shows one (the other is out of the accessibility tree too).
 */
const widths = { narrow: 358, wide: 720 } as const;
export type Fit = keyof typeof widths;

export interface Drawing {
  readonly height: number;
  readonly content: Child;
}

export interface FrameProps {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly width: number;
  readonly height: number;
  readonly class?: string | undefined;
  /** The picture holds links: it is a group, because what is inside an image cannot be reached. */
  readonly linked?: boolean | undefined;
  readonly children?: Child;
}

/** One picture with its name and its description, readable by itself. */
export function Frame(props: FrameProps): JSX.Element {
  const [title, desc] = [`${props.id}-title`, `${props.id}-desc`];
  return (
    <svg
      class={`kith-svg ${props.class ?? ''}`.trim()}
      viewBox={`0 0 ${round(props.width)} ${round(props.height)}`}
      role={props.linked ? 'group' : 'img'}
      aria-labelledby={`${title} ${desc}`}
      font-family="system-ui, sans-serif"
      font-size="14"
      direction="ltr"
      fill={ink}
    >
      <title id={title}>{props.title}</title>
      <desc id={desc}>{props.desc}</desc>
      {props.children}
    </svg>
  );
}

/** A chart drawn for phones and for wider screens. `draw` is given a chart id of its own for each. */
export function inBothFits(
  input: { readonly id: string; readonly title: string },
  desc: string,
  draw: (width: number, fit: Fit, id: string) => Drawing,
  how: { readonly linked?: boolean; readonly widths?: Readonly<Record<Fit, number>> } = {},
): SafeHtml {
  const drawn = how.widths ?? widths;
  const frames = (['narrow', 'wide'] as const).map((fit) => {
    const id = `${input.id}-${fit}`;
    const { height, content } = draw(drawn[fit], fit, id);
    return (
      <Frame
        id={id}
        title={input.title}
        desc={desc}
        width={drawn[fit]}
        height={height}
        class={`kith-svg--${fit}`}
        linked={how.linked}
      >
        {content}
      </Frame>
    );
  });
  return htmlOf(<>{frames}</>);
}

/** Coordinates to a tenth: finer is bytes that nobody sees. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
