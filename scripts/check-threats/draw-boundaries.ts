import { DATA_FLOWS, type DataPlace } from '#rights';

type Point = readonly [x: number, y: number];
const [WIDTH, HEIGHT] = [1000, 590];
const BOX = { width: 196, height: 60 } as const;
const LONGEST_LINE = 20;

/** The middle of each box. A place without one does not compile. */
const PLACES: Readonly<Record<DataPlace, Point>> = {
  'Schools, trusts and other systems': [130, 84],
  'Whoever brings files in': [130, 180],
  'A browser': [130, 300],
  'A person’s own machine': [130, 430],
  Everyone: [130, 530],
  'The proxy': [385, 300],
  Kith: [615, 300],
  'The area’s folder (received files, warehouse)': [615, 425],
  'A sign-in provider': [615, 90],
  'The seals, outside': [875, 180],
  'The records (PostgreSQL)': [875, 300],
  Backups: [875, 430],
};

/** Each is held by somebody else: what crosses an edge crosses a boundary of trust. */
const ZONES: readonly (readonly [title: string, y: number, x: number, top: number, width: number, height: number])[] = [
  ['People and other organisations', 38, 16, 16, 228, 558],
  ['The machine that runs Kith', 482, 272, 232, 456, 264],
  ['Providers', 48, 502, 26, 226, 108],
  ['Best on other machines', 134, 762, 112, 226, 362],
];

/** The boundaries of trust as an SVG that needs no script, style sheet or font of its own. */
export function drawBoundaries(): string {
  const said = DATA_FLOWS.map(({ from, to }, index) => `${index + 1}: ${from} to ${to}.`).join(' ');
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif">`,
    '<title id="title">Who has data, and what crosses between them</title>',
    `<desc id="description">${said}</desc>`,
    '<!-- Made by scripts/generate-assurance.ts from src/rights/data-flows.ts. Do not edit. -->',
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="#505a5f"/></marker></defs>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...ZONES.map(zone),
    ...DATA_FLOWS.map(({ from, to }) => arrow(PLACES[from], PLACES[to])),
    ...Object.entries(PLACES).map(([name, middle]) => box(name, middle)),
    ...DATA_FLOWS.map(({ from, to }, index) => number(String(index + 1), PLACES[from], PLACES[to])),
    '</svg>',
  ].join('\n')}\n`;
}

function zone([title, y, x, top, width, height]: (typeof ZONES)[number]): string {
  return `<rect x="${x}" y="${top}" width="${width}" height="${height}" rx="6" fill="#f3f2f1" stroke="#505a5f" stroke-dasharray="6 4"/><text x="${x + width / 2}" y="${y}" text-anchor="middle" font-size="14" fill="#0b0c0c">${title}</text>`;
}

function box(name: string, [x, y]: Point): string {
  const lines = inLines(name);
  const first = y + 5 - (lines.length - 1) * 9;
  return [
    `<rect x="${x - BOX.width / 2}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="#ffffff" stroke="#1d70b8" stroke-width="2"/>`,
    ...lines.map(
      (line, index) =>
        `<text x="${x}" y="${first + index * 18}" text-anchor="middle" font-size="14.5" font-weight="bold" fill="#0b0c0c">${line}</text>`,
    ),
  ].join('');
}

function inLines(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && longer.length <= LONGEST_LINE) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

/** From edge to edge, on the line between the middles. */
function ends(from: Point, to: Point): readonly [Point, Point] {
  return [edge(from, to), edge(to, from)];
}

function edge([x, y]: Point, [toX, toY]: Point): Point {
  const [dx, dy] = [toX - x, toY - y];
  const share = Math.min(BOX.width / 2 / Math.abs(dx || 1e-9), BOX.height / 2 / Math.abs(dy || 1e-9));
  return [Math.round(x + dx * share), Math.round(y + dy * share)];
}

function arrow(from: Point, to: Point): string {
  const [[x1, y1], [x2, y2]] = ends(from, to);
  return `<path d="M${x1} ${y1}L${x2} ${y2}" fill="none" stroke="#505a5f" stroke-width="1.5" marker-end="url(#tip)"/>`;
}

function number(words: string, from: Point, to: Point): string {
  const [[x1, y1], [x2, y2]] = ends(from, to);
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return `<circle cx="${x}" cy="${y}" r="11" fill="#ffffff" stroke="#505a5f"/><text x="${x}" y="${y + 4.5}" text-anchor="middle" font-size="12.5" fill="#0b0c0c">${words}</text>`;
}
