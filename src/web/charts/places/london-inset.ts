import { listHexes, readBoundaries } from '#place';

const LONDON = 'E12000007';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let london: { readonly codes: ReadonlySet<string>; readonly box: Box } | undefined;

/** London’s 33 authorities, too small to tell apart on a map of England, and where they lie on the grid of outlines. */
export function londonOnGrid(): { readonly codes: ReadonlySet<string>; readonly box: Box } {
  london ??= measured();
  return london;
}

function measured(): { readonly codes: ReadonlySet<string>; readonly box: Box } {
  const { areas } = readBoundaries();
  const codes = listHexes().flatMap((hex) => (hex.region === LONDON ? [hex.code] : []));
  const points = codes.flatMap((code) => cornersOf(areas[code]?.path ?? ''));
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [top, foot] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  return { codes: new Set(codes), box: { x: left, y: top, width: right - left, height: foot - top } };
}

/** The corners of a path of `M`, relative `l` and `z`. */
function cornersOf(path: string): readonly (readonly [number, number])[] {
  return path.split('z').flatMap((part) => {
    const numbers = [...part.matchAll(/-?\d+/g)].map(([number]) => Number(number));
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, at): readonly [number, number] => {
      [x, y] = [x + (numbers[2 * at] ?? 0), y + (numbers[2 * at + 1] ?? 0)];
      return [x, y];
    });
  });
}
