import { importGraph } from '../import-law/check-cycles.ts';
import { readFacts, type House } from '../import-law/check-house.ts';
import { BASE, findRoom, isTest, LAW, listRooms } from '../import-law/law.ts';

export type RoomGraph = {
  /** From the top of the house to its base; in each row in the order of the law. */
  readonly rows: readonly (readonly string[])[];
  /** Who really imports whom, without what follows from the rest: of a → b → c and a → c, only the first two. */
  readonly edges: readonly (readonly [from: string, to: string])[];
  readonly base: readonly string[];
};

/** The rooms that exist and their real imports, tests apart. */
export function readRoomGraph({ tree, doors }: Pick<House, 'tree' | 'doors'>): RoomGraph {
  const product = new Map([...tree].filter(([file]) => file.startsWith('src/') && !isTest(file)));
  const made = listRooms().filter((room) => [...product.keys()].some((file) => findRoom(file) === room));
  const base = made.filter((room) => BASE.some((one) => one === room));
  const rooms = made.filter((room) => !base.includes(room));
  const reached = new Map(rooms.map((room) => [room, new Set<string>()]));
  for (const [file, edges] of importGraph(readFacts(product), product, doors)) {
    const from = findRoom(file);
    for (const { to } of edges) {
      const room = findRoom(to);
      if (from !== undefined && room !== undefined && room !== from && rooms.includes(room))
        reached.get(from)?.add(room);
    }
  }
  return { rows: listRows(rooms, reached), edges: withoutShortcuts(reached), base };
}

type Reached = ReadonlyMap<string, ReadonlySet<string>>;

function listRows(rooms: readonly string[], reached: Reached): readonly (readonly string[])[] {
  const height = (room: string): number => Math.max(0, ...[...(reached.get(room) ?? [])].map((to) => height(to) + 1));
  const top = Math.max(0, ...rooms.map(height));
  return Array.from({ length: top + 1 }, (_, row) => rooms.filter((room) => height(room) === top - row));
}

function withoutShortcuts(reached: Reached): readonly (readonly [string, string])[] {
  const leadsTo = (from: string, to: string): boolean =>
    [...(reached.get(from) ?? [])].some((next) => next === to || leadsTo(next, to));
  return [...reached].flatMap(([from, all]) =>
    [...all]
      .filter((to) => ![...all].some((other) => other !== to && leadsTo(other, to)))
      .toSorted()
      .map((to) => [from, to] as const),
  );
}

/** What a room is, in a few words. */
export function describeRoom(room: string): string {
  return LAW[room]?.is ?? '';
}
