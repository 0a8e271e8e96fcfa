import type { JSX } from 'hono/jsx/jsx-runtime';
import { ink } from '../frame.tsx';
import type { MapParts } from './map-cells.ts';
import { lookFill } from './map-look.tsx';
import { printed } from '../scale.ts';

/** The key of a map: every look with its words and how many authorities it is true of, and the place marked. */
export function MapKey({ chart, parts }: { chart: string; parts: MapParts }): JSX.Element {
  return (
    <ul class="kith-key">
      {parts.key.map((entry) => (
        <li class="kith-key__item">
          <KeyTile>
            <rect
              x="1"
              y="1"
              width="20"
              height="20"
              fill={lookFill(chart, entry.name)}
              stroke={edge(entry.name, entry.look.ink)}
              stroke-dasharray={dashes(entry.name)}
            />
          </KeyTile>
          <span>
            {entry.words}
            <span class="kith-key__note">{` ${printed(entry.count)}`}</span>
          </span>
        </li>
      ))}
      {parts.chosen && (
        <li class="kith-key__item">
          <KeyTile>
            <rect x="3" y="3" width="16" height="16" fill="#ffffff" stroke={ink} stroke-width="4" />
          </KeyTile>
          <span>{`${parts.chosen.name}: ${parts.chosen.figure}`}</span>
        </li>
      )}
    </ul>
  );
}

function KeyTile({ children }: { children?: JSX.Element | JSX.Element[] }): JSX.Element {
  return (
    <svg class="kith-key__tile" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** An authority without a published figure has a broken edge and nothing inside. */
export function dashes(look: string): string | undefined {
  return look === 'missing' ? '3 2' : undefined;
}

/** A line between two places of one class: dark on light fills, light on dark ones. */
export function edge(look: string, on = ink): string {
  if (look === 'missing') return '#3b4245';
  return on === ink ? '#59686e' : '#b4c6c9';
}
