import { describeRoom, type RoomGraph } from './room-graph.ts';

const WIDTH = 1000;
const BOX = { width: 228, height: 58 } as const;
const GAP = { x: 16, y: 60 } as const;
const MARGIN = 20;

type Place = { readonly x: number; readonly y: number };

/** The rooms of the house as an SVG that needs no script, style sheet or font of its own. */
export function drawRooms({ rows, edges, base }: RoomGraph): string {
  const places = new Map<string, Place>();
  const lines = rows.flatMap((row) => split(row));
  for (const [index, row] of lines.entries()) placeRow(row, MARGIN + index * (BOX.height + GAP.y), places);
  const floor = MARGIN + lines.length * (BOX.height + GAP.y);
  placeRow(base, floor + 34, places);
  const height = floor + 34 + BOX.height + 20 + MARGIN;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif">`,
    '<title id="title">The rooms of Kith and who imports whom</title>',
    `<desc id="description">${describe(rows, edges, base)}</desc>`,
    '<!-- Made by npm run diagram from scripts/import-law/law.ts and the imports of src. Do not edit. -->',
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 10 5 0 10z" fill="#505a5f"/></marker></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...edges.map(([from, to]) => arrow(places.get(from), places.get(to))),
    `<rect x="${MARGIN / 2}" y="${floor}" width="${WIDTH - MARGIN}" height="${BOX.height + 54}" fill="#f3f2f1" stroke="#b1b4b6"/>`,
    `<text x="${WIDTH / 2}" y="${floor + 22}" text-anchor="middle" font-size="15" fill="#0b0c0c">base: what the rooms above stand on (web and cli may not use store)</text>`,
    ...[...places].map(([room, place]) => box(room, place)),
    '</svg>',
  ].join('\n')}\n`;
}

/** A row too wide for the page becomes two. */
function split(row: readonly string[]): readonly (readonly string[])[] {
  const most = Math.floor((WIDTH - 2 * MARGIN + GAP.x) / (BOX.width + GAP.x));
  return Array.from({ length: Math.ceil(row.length / most) }, (_, index) =>
    row.slice(index * most, (index + 1) * most),
  );
}

function placeRow(row: readonly string[], y: number, places: Map<string, Place>): void {
  const used = row.length * BOX.width + (row.length - 1) * GAP.x;
  for (const [index, room] of row.entries()) {
    places.set(room, { x: (WIDTH - used) / 2 + index * (BOX.width + GAP.x), y });
  }
}

function box(room: string, { x, y }: Place): string {
  const middle = x + BOX.width / 2;
  return [
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="#ffffff" stroke="#1d70b8" stroke-width="2"/>`,
    `<text x="${middle}" y="${y + 24}" text-anchor="middle" font-size="17" font-weight="bold" fill="#0b0c0c">${escape(room)}</text>`,
    `<text x="${middle}" y="${y + 44}" text-anchor="middle" font-size="11.5" fill="#0b0c0c">${escape(describeRoom(room))}</text>`,
  ].join('');
}

function arrow(from: Place | undefined, to: Place | undefined): string {
  if (!from || !to) return '';
  const [x1, y1, x2, y2] = [from.x + BOX.width / 2, from.y + BOX.height, to.x + BOX.width / 2, to.y];
  const bend = Math.max(GAP.y / 2, (y2 - y1) / 2);
  return `<path d="M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2 - 2}" fill="none" stroke="#505a5f" stroke-width="1.5" marker-end="url(#tip)"/>`;
}

/** The picture in words, for those who do not see it. */
function describe(rows: RoomGraph['rows'], edges: RoomGraph['edges'], base: readonly string[]): string {
  const said = rows.flat().map((room) => {
    const to = edges.filter(([from]) => from === room).map(([, other]) => other);
    return `${room} imports ${to.length > 0 ? to.join(', ') : 'only the base'}.`;
  });
  return escape(`The base is ${base.join(', ')}. ${said.join(' ')}`);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
