import type { CurvePoint } from './curve-runs.ts';

export type Line = {
  /** Printed at its end; a faint line without a name only guides the eye. */
  readonly name: string;
  readonly points: readonly CurvePoint[];
  readonly faint?: boolean;
};

export type Panel = {
  readonly title: string;
  readonly x: 'log' | 'linear';
  readonly y: 'log' | 'linear';
  readonly lines: readonly Line[];
};

export const PANEL = { width: 460, height: 310 } as const;
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 116, 40, 34];
const COLOURS = ['#14505c', '#b8540f', '#4c2c92', '#505a5f', '#00703c'] as const;
const [SOFT, GRID] = ['#505a5f', '#dfe4e6'];
const LINE_OF_WORDS = 15;

type Scale = { readonly ticks: readonly number[]; readonly place: (value: number) => number };

/** One chart: lines through the middles of runs, with a stroke from the least to the most run at each point. */
export function drawPanel({ title, x, y, lines }: Panel): string {
  const points = lines.flatMap((line) => line.points);
  const heading = `<text x="12" y="22" font-size="15" font-weight="bold">${title}</text>`;
  if (points.length === 0) return `${heading}<text x="12" y="48" fill="${SOFT}">Not measured yet</text>`;
  const values = points.flatMap(({ least, most }) => [least, most]);
  const across = scaleOf(
    x,
    points.map(({ at }) => at),
    LEFT,
    PANEL.width - RIGHT,
  );
  const up = scaleOf(y, y === 'linear' ? [0, ...values] : values, PANEL.height - BOTTOM, TOP);
  const foot = PANEL.height - BOTTOM;
  return [
    heading,
    ...up.ticks.map(
      (tick) =>
        `<path d="M${LEFT} ${round(up.place(tick))}H${PANEL.width - RIGHT}" stroke="${GRID}"/>` +
        `<text x="${LEFT - 6}" y="${round(up.place(tick) + 4.5)}" text-anchor="end" fill="${SOFT}">${printed(tick)}</text>`,
    ),
    ...across.ticks.map(
      (tick) =>
        `<path d="M${round(across.place(tick))} ${foot}v5" stroke="${SOFT}"/>` +
        `<text x="${round(across.place(tick))}" y="${foot + 20}" text-anchor="middle" fill="${SOFT}">${printed(tick)}</text>`,
    ),
    ...lines.map((line, at) => drawLine(line, COLOURS[at % COLOURS.length] ?? SOFT, across, up)),
    ...drawNames(lines, up),
  ].join('\n');
}

function drawLine({ points, faint }: Line, colour: string, across: Scale, up: Scale): string {
  const path = points
    .map(({ at, value }, index) => `${index === 0 ? 'M' : 'L'}${round(across.place(at))} ${round(up.place(value))}`)
    .join('');
  if (faint) return `<path d="${path}" fill="none" stroke="${SOFT}" stroke-dasharray="2 4"/>`;
  const marks = points.map(
    ({ at, value, least, most }) =>
      `<path d="M${round(across.place(at))} ${round(up.place(least))}V${round(up.place(most))}" stroke="${colour}"/>` +
      `<circle cx="${round(across.place(at))}" cy="${round(up.place(value))}" r="3.5" fill="${colour}"/>`,
  );
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${marks.join('')}`;
}

/** Names at the ends of their lines, moved apart where they would lie on each other. */
function drawNames(lines: readonly Line[], up: Scale): readonly string[] {
  const named = lines
    .flatMap(({ name, points }, at) => {
      const last = points.at(-1);
      return name === '' || !last
        ? []
        : [{ name, y: up.place(last.value), colour: COLOURS[at % COLOURS.length] ?? SOFT }];
    })
    .toSorted((a, b) => a.y - b.y);
  let above = -LINE_OF_WORDS;
  return named.map(({ name, y, colour }) => {
    above = Math.max(y, above + LINE_OF_WORDS);
    return `<text x="${PANEL.width - RIGHT + 10}" y="${round(above + 4.5)}" fill="${colour}">${name}</text>`;
  });
}

function scaleOf(kind: 'log' | 'linear', values: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (kind === 'linear') {
    const step = stepFor(most - Math.min(0, least));
    const top = Math.max(step, Math.ceil(most / step) * step);
    const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
    return { ticks, place: (value) => from + (value / top) * (to - from) };
  }
  const low = Math.floor(Math.log10(least) * 2) / 2;
  const high = Math.max(low + 0.5, Math.ceil(Math.log10(most) * 2) / 2);
  const powers = Array.from({ length: Math.ceil(high) - Math.floor(low) + 1 }, (_, at) => Math.floor(low) + at);
  return {
    ticks: powers.filter((power) => power >= low && power <= high).map((power) => 10 ** power),
    place: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
  };
}

/** About five steps of 1, 2 or 5. */
function stepFor(range: number): number {
  const rough = Math.max(range, 1e-9) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (([1, 2, 5, 10] as const).find((one) => one * power >= rough) ?? 10) * power;
}

function printed(value: number): string {
  if (value >= 1e6) return `${value / 1e6}m`;
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
