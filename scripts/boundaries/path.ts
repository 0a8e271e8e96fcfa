export type Point = readonly [number, number];
export type Ring = readonly Point[];

/** An SVG path of relative steps, which are short to write: `m12 30l-2 1 4 0z`. */
export function pathOf(line: Ring, closed: boolean): string {
  const points = closed ? line.slice(0, -1) : line;
  const [first, ...rest] = points;
  if (!first) return '';
  let [x, y] = first;
  const steps = rest.map(([toX, toY]) => {
    const step = `${toX - x} ${toY - y}`;
    [x, y] = [toX, toY];
    return step;
  });
  const along = steps.join(' ').replaceAll(' -', '-');
  return `M${first[0]} ${first[1]}${along === '' ? '' : `l${along}`}${closed ? 'z' : ''}`;
}

/** Twice the area is enough to compare, but the centre needs the sign too. */
export function signedArea(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], at) => {
    const [beforeX, beforeY] = ring[at] ?? [x, y];
    return sum + (beforeX * y - x * beforeY) / 2;
  }, 0);
}

/** The centre of a ring's area; of its points where it has none. */
export function centreOf(ring: Ring): Point {
  const area = signedArea(ring);
  if (area === 0) {
    const mean = (at: 0 | 1): number => ring.reduce((sum, point) => sum + point[at], 0) / Math.max(1, ring.length);
    return [Math.round(mean(0)), Math.round(mean(1))];
  }
  const [sumX, sumY] = ring.slice(1).reduce(
    ([totalX, totalY], [x, y], at) => {
      const [beforeX, beforeY] = ring[at] ?? [x, y];
      const cross = beforeX * y - x * beforeY;
      return [totalX + (beforeX + x) * cross, totalY + (beforeY + y) * cross];
    },
    [0, 0],
  );
  return [Math.round(sumX / (6 * area)), Math.round(sumY / (6 * area))];
}

/** To whole numbers, without a point twice in a row. */
export function wholeRing(ring: readonly (readonly number[])[]): Ring {
  const whole = ring.map(([x = 0, y = 0]): Point => [Math.round(x), Math.round(y)]);
  return whole.filter((point, at) => {
    const before = whole[at - 1];
    return !before || before[0] !== point[0] || before[1] !== point[1];
  });
}
