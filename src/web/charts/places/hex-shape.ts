import { listHexes, type Hex } from '#place';
import { round } from '../frame.tsx';

/** Pointed-top hexagons on odd-r rows: where each stands in a picture of a given width, north at the top. */
export interface HexGrid {
  /** From flat side to flat side. */
  readonly across: number;
  readonly height: number;
  readonly x: (hex: Pick<Hex, 'q' | 'r'>) => number;
  readonly y: (hex: Pick<Hex, 'q' | 'r'>) => number;
  /** The outline, relative to where it starts: `m` to the top corner from the centre. */
  readonly outline: string;
}

const MARGIN = 3;

export function hexGrid(width: number): HexGrid {
  const hexes = listHexes();
  const columns = Math.max(...hexes.map((hex) => hex.q + (hex.r % 2) / 2)) + 1;
  const top = Math.max(...hexes.map((hex) => hex.r));
  const across = (width - 2 * MARGIN) / columns;
  const side = across / Math.sqrt(3);
  const half = across / 2;
  return {
    across,
    height: MARGIN * 2 + side * (2 + 1.5 * top),
    x: ({ q, r }) => MARGIN + half + (q + (r % 2) / 2) * across,
    y: ({ r }) => MARGIN + side + (top - r) * 1.5 * side,
    outline: `m0 ${two(-side)}l${two(half)} ${two(side / 2)}v${two(side)}l${two(-half)} ${two(side / 2)} ${two(-half)} ${two(-side / 2)}v${two(-side)}z`,
  };
}

/** The sides between cells of different regions, and those at the edge, as one path. */
export function regionOutlines(grid: HexGrid): string {
  const hexes = listHexes();
  const regionAt = new Map(hexes.map((hex) => [`${hex.q} ${hex.r}`, hex.region]));
  const half = grid.across / 2;
  const side = grid.across / Math.sqrt(3);
  return hexes
    .flatMap((hex) => {
      const [x, y, east] = [grid.x(hex), grid.y(hex), hex.r % 2];
      // A neighbour, and the ends of the side towards it. Each side inside England is drawn once, from the west or south.
      const sides = [
        { q: hex.q + 1, r: hex.r, from: [half, -side / 2], to: [half, side / 2], twice: true },
        { q: hex.q + east, r: hex.r + 1, from: [0, -side], to: [half, -side / 2], twice: true },
        { q: hex.q - 1 + east, r: hex.r + 1, from: [-half, -side / 2], to: [0, -side], twice: true },
        { q: hex.q - 1, r: hex.r, from: [-half, side / 2], to: [-half, -side / 2], twice: false },
        { q: hex.q - 1 + east, r: hex.r - 1, from: [0, side], to: [-half, side / 2], twice: false },
        { q: hex.q + east, r: hex.r - 1, from: [half, side / 2], to: [0, side], twice: false },
      ];
      return sides.flatMap(({ q, r, from, to, twice }) => {
        const other = regionAt.get(`${q} ${r}`);
        if (other === hex.region || (other !== undefined && !twice)) return [];
        const [fromX = 0, fromY = 0] = from;
        const [toX = 0, toY = 0] = to;
        return [`M${round(x + fromX)} ${round(y + fromY)}L${round(x + toX)} ${round(y + toY)}`];
      });
    })
    .join('');
}

/** Relative steps add up, so they are kept to a hundredth. */
function two(value: number): number {
  return Math.round(value * 100) / 100;
}
