import type { JSX } from 'hono/jsx/jsx-runtime';
import { stateFill } from './state-patterns.tsx';
import { stateLook, stateTitle, type StateId } from './state-look.ts';

/** The key of a chart: a tile as it is drawn, the state's name, and what is counted of it. */
export function Key({
  chart,
  items,
}: {
  chart: string;
  items: readonly { state: StateId; note?: string }[];
}): JSX.Element {
  return (
    <ul class="kith-key">
      {items.map(({ state, note }) => (
        <li class="kith-key__item">
          <svg
            class="kith-key__tile"
            viewBox="0 0 22 22"
            aria-hidden="true"
            focusable="false"
            font-family="system-ui, sans-serif"
          >
            <Tile chart={chart} state={state} size={22} />
          </svg>
          <span>
            {stateTitle(state)}
            {note === undefined ? null : <span class="kith-key__note">{` ${note}`}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A state's square: fill, pattern, edge and letter (attended: a tick). The letter has a halo of the fill. */
export function Tile({ chart, state, size }: { chart: string; state: StateId; size: number }): JSX.Element {
  const { letter, ink, edge, fill } = stateLook[state];
  const middle = size / 2;
  return (
    <>
      <rect x="0.5" y="0.5" width={size - 1} height={size - 1} rx="2" fill={stateFill(chart, state)} stroke={edge} />
      {state === 'attended' ? (
        <path
          d={`M${middle - 4} ${middle}l3 3.5l5 -7`}
          fill="none"
          stroke={ink}
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      ) : (
        <text
          x={middle}
          y={middle + 4.7}
          font-size="13"
          font-weight="700"
          text-anchor="middle"
          fill={ink}
          stroke={fill}
          stroke-width="3"
          paint-order="stroke"
        >
          {letter}
        </text>
      )}
    </>
  );
}
