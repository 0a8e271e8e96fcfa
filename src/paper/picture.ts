import { directed } from '#language';
import type { AbsencePart } from '#lost-learning';
import type { Drawing, Shape } from './document.ts';
import { layerWords, LAYERS } from './layers.ts';

const WIDTH = 510;
const HEIGHT = 128;
const LEFT = 26;
const TOP = 30;
const BOTTOM = 16;
const INK = '#14181a';
const GRID = '#c9cfd2';

export type Column = {
  /** Under the column: `4 Nov`. */
  readonly label: string;
  /** Per cent of each part, from the bottom up. */
  readonly shares: readonly number[];
};

/** Columns of absence as per cent of possible sessions, one a week or half term, its parts on each other. */
export function drawColumns(
  parts: readonly AbsencePart[],
  columns: readonly Column[],
  words: string,
  percentText: (value: number) => string,
): Drawing {
  const step = (WIDTH - LEFT) / Math.max(columns.length, 8);
  const top = scaleTop(Math.max(...columns.map(({ shares }) => sum(shares))));
  const y = (value: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const shapes: Shape[] = [...key(parts)];
  for (const tick of [0, top / 2, top]) {
    shapes.push({ kind: 'line', x: LEFT, y: y(tick), width: WIDTH - LEFT, stroke: tick === 0 ? INK : GRID });
    shapes.push({ kind: 'text', x: LEFT - 4, y: y(tick) + 2.5, size: 7, anchor: 'end', text: `${tick}%` });
  }
  for (const [index, { label, shares }] of columns.entries()) {
    const x = LEFT + index * step + step * 0.12;
    const width = step * 0.76;
    let below = 0;
    for (const [layer, share] of shares.entries()) {
      const part = parts[layer];
      if (part === undefined || share === 0) continue;
      const [from, to] = [y(below), y(below + share)];
      below += share;
      shapes.push({ kind: 'area', x, y: to, width, height: Math.max(0.3, from - to - 0.5), fill: LAYERS[part].fill });
    }
    const middle = x + width / 2;
    const total = percentText(sum(shares));
    shapes.push({ kind: 'text', x: middle, y: y(below) - 2.5, size: 7, anchor: 'middle', text: total });
    shapes.push({ kind: 'text', x: middle, y: HEIGHT - 5, size: 7, anchor: 'middle', text: label });
  }
  return { width: WIDTH, height: HEIGHT, words, shapes };
}

/** What the colours mean, in a row above the columns. */
function key(parts: readonly AbsencePart[]): readonly Shape[] {
  let x = LEFT;
  return parts.toReversed().flatMap((part) => {
    const { fill } = LAYERS[part];
    const words = directed(layerWords(part));
    const at = x;
    // About half an em a letter: the key only has to stay apart, not to fill the line.
    x += 22 + words.length * 4.1;
    return [
      { kind: 'area', x: at, y: 2, width: 8, height: 8, fill } as const,
      { kind: 'text', x: at + 11, y: 9, size: 7.5, anchor: 'start', text: words } as const,
    ];
  });
}

/** An even number of per cent at or above the greatest value, so that its half is whole too. */
function scaleTop(greatest: number): number {
  return [2, 4, 8, 10, 12, 16, 20, 30, 40, 60, 80].find((top) => top >= greatest) ?? 100;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
