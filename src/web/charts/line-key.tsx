import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export interface KeyLine {
  /** As it is drawn, on 34 by 22 units. */
  readonly sample: Child;
  readonly words: string;
}

/** A key of lines and marks, above a picture. */
export function LineKey({ lines }: { lines: readonly KeyLine[] }): JSX.Element {
  return (
    <ul class="kith-key">
      {lines.map(({ sample, words }) => (
        <li class="kith-key__item">
          <svg class="kith-key__tile kith-key__tile--line" viewBox="0 0 34 22" aria-hidden="true" focusable="false">
            {sample}
          </svg>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** A line across a key’s sample. */
export function sampleLine(stroke: string, width: number, dashes?: string): JSX.Element {
  return <path d="M1 11H33" fill="none" stroke={stroke} stroke-width={width} stroke-dasharray={dashes} />;
}
