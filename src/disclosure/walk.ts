/**
 * Sums as crossings and cells as roads between them, where no cell stands in more than two sums. A cell in one sum only
 * leads outside (crossing 0), where nothing has to balance.
 */
export type Graph = {
  readonly crossings: number;
  /** Two for each road: where it ends, and with which sign it stands there (0 outside). */
  readonly ends: Int32Array;
  readonly signs: Int8Array;
  /** Road ends by crossing: those of crossing c are `incident[first[c]]` up to `incident[first[c + 1]]`. */
  readonly first: Int32Array;
  readonly incident: Int32Array;
  readonly scratch: Scratch;
};

/** What of a graph may be walked: by default every road. */
export type Walkable = {
  /** Road ends by crossing of the roads that cost nothing, where only these may be walked. */
  readonly lanes: readonly (readonly number[])[] | undefined;
  /** What a road costs that way, negative where it may not be moved so. */
  readonly price: (road: number, sign: 1 | -1) => number;
  readonly limit: number;
};

type Scratch = {
  readonly cost: Float64Array;
  readonly before: Int32Array;
  readonly road: Int32Array;
  /** The last road before the goal, from states that have one; −1 from others. */
  readonly last: Int32Array;
};

export type Step = { readonly road: number; readonly sign: 1 | -1 };

/** No road may cost this much: costs go round in a ring of buckets. One ring serves every search, since each ends empty. */
const RING = 32_768;
const buckets: readonly number[][] = Array.from({ length: RING }, () => []);

export function graphOf(crossings: number, ends: Int32Array, signs: Int8Array): Graph {
  const first = new Int32Array(crossings + 1);
  for (const end of ends) first[end + 1] = (first[end + 1] ?? 0) + 1;
  for (let crossing = 0; crossing < crossings; crossing += 1)
    first[crossing + 1] = (first[crossing + 1] ?? 0) + (first[crossing] ?? 0);
  const next = first.slice();
  const incident = new Int32Array(ends.length);
  for (const [end, crossing] of ends.entries()) {
    incident[next[crossing] ?? 0] = end;
    next[crossing] = (next[crossing] ?? 0) + 1;
  }
  const scratch: Scratch = {
    cost: new Float64Array(2 * crossings),
    before: new Int32Array(2 * crossings),
    road: new Int32Array(2 * crossings),
    last: new Int32Array(2 * crossings).fill(-1),
  };
  return { crossings, ends, signs, first, incident, scratch };
}

// A state is a crossing with what is too much (odd) or too little (even) there; outside is state 0 either way.
function stateAt(crossing: number, left: number): number {
  return crossing === 0 ? 0 : 2 * crossing + (left > 0 ? 1 : 0);
}

/**
 * The cheapest closed walk that moves `road` by `sign` and every other road by ±1 so that all crossings balance, or
 * undefined where there is none below the limit. Dijkstra’s algorithm with Dial’s buckets (Communications of the ACM 12, 1969).
 */
export function findWalk(
  graph: Graph,
  road: number,
  sign: 1 | -1,
  walkable: Walkable,
): { readonly steps: readonly Step[]; readonly cost: number } | undefined {
  const [near, far] = (graph.ends[2 * road] ?? 0) === 0 ? [2 * road + 1, 2 * road] : [2 * road, 2 * road + 1];
  const own: Step = { road, sign };
  if ((graph.ends[near] ?? 0) === 0) return { steps: [own], cost: 0 };
  const start = stateAt(graph.ends[near] ?? 0, (graph.signs[near] ?? 0) * sign);
  const goal = stateAt(graph.ends[far] ?? 0, -(graph.signs[far] ?? 0) * sign);
  const cost = walkable.lanes
    ? searchLanes(graph, road, start, goal, walkable.lanes, walkable.price)
    : search(graph, road, start, goal, walkable);
  if (cost === undefined) return undefined;
  const steps: Step[] = [own];
  for (let state = goal; state !== start; state = graph.scratch.before[state] ?? 0) {
    const taken = graph.scratch.road[state] ?? 0;
    steps.push({ road: taken >> 1, sign: (taken & 1) === 1 ? 1 : -1 });
  }
  return { steps, cost };
}

function search(
  { ends, signs, first, incident, scratch }: Graph,
  without: number,
  start: number,
  goal: number,
  { price, limit }: Walkable,
): number | undefined {
  const { cost, before, road } = scratch;
  cost.fill(Infinity);
  const used: number[][] = [];
  cost[start] = 0;
  const [origin = []] = buckets;
  origin.push(start);
  used.push(origin);
  let waiting = 1;
  const reach = (from: number, taken: number, sign: 1 | -1, to: number, at: number) => {
    if ((cost[to] ?? 0) <= at) return;
    const step = price(taken, sign);
    if (step < 0 || at + step >= limit || at + step >= (cost[to] ?? 0)) return;
    cost[to] = at + step;
    before[to] = from;
    road[to] = 2 * taken + (sign > 0 ? 1 : 0);
    const bucket = buckets[(at + step) % RING] ?? [];
    if (bucket.length === 0) used.push(bucket);
    bucket.push(to);
    waiting += 1;
  };
  const leave = () => {
    for (const bucket of used) bucket.length = 0;
  };
  for (let at = 0; waiting > 0; at += 1) {
    const bucket = buckets[at % RING] ?? [];
    // First in, first out: of walks that cost the same, the one with fewer cells.
    for (let index = 0; index < bucket.length; index += 1) {
      const state = bucket[index] ?? 0;
      waiting -= 1;
      if (cost[state] !== at) continue;
      if (state === goal) {
        leave();
        return at;
      }
      const crossing = state >> 1;
      const left = (state & 1) === 1 ? 1 : -1;
      for (let place = first[crossing] ?? 0; place < (first[crossing + 1] ?? 0); place += 1) {
        const end = incident[place] ?? 0;
        const taken = end >> 1;
        if (taken === without) continue;
        const other = ends[end ^ 1] ?? 0;
        const otherSign = signs[end ^ 1] ?? 0;
        if (crossing === 0) {
          reach(state, taken, 1, stateAt(other, otherSign), at);
          reach(state, taken, -1, stateAt(other, -otherSign), at);
        } else {
          const sign = left * (signs[end] ?? 0) > 0 ? -1 : 1;
          reach(state, taken, sign, stateAt(other, otherSign * sign), at);
        }
      }
    }
    bucket.length = 0;
  }
  leave();
  return undefined;
}

/**
 * The same where roads cost nothing: breadth first, with the last step looked up, since in a table most walks are short
 * and every row meets most columns.
 */
function searchLanes(
  { ends, signs, scratch }: Graph,
  without: number,
  start: number,
  goal: number,
  lanes: readonly (readonly number[])[],
  price: Walkable['price'],
): number | undefined {
  const { cost, before, road, last } = scratch;
  const marked = markLast(scratch, { ends, signs }, without, goal, lanes, price);
  cost.fill(Infinity);
  cost[start] = 0;
  const queue = [start];
  let found = (last[start] ?? -1) >= 0 ? start : -1;
  for (let index = 0; index < queue.length && found < 0; index += 1) {
    const state = queue[index] ?? 0;
    const crossing = state >> 1;
    const left = (state & 1) === 1 ? 1 : -1;
    for (const end of lanes[crossing] ?? []) {
      const taken = end >> 1;
      if (taken === without) continue;
      const other = ends[end ^ 1] ?? 0;
      for (const sign of crossing === 0 ? BOTH : left * (signs[end] ?? 0) > 0 ? DOWN : UP) {
        const to = stateAt(other, (signs[end ^ 1] ?? 0) * sign);
        if (cost[to] === 0 || price(taken, sign) < 0) continue;
        cost[to] = 0;
        before[to] = state;
        road[to] = 2 * taken + (sign > 0 ? 1 : 0);
        queue.push(to);
        if ((last[to] ?? -1) >= 0 && found < 0) found = to;
      }
      if (found >= 0) break;
    }
  }
  if (found >= 0) {
    before[goal] = found;
    road[goal] = last[found] ?? 0;
  }
  for (const state of marked) last[state] = -1;
  return found < 0 ? undefined : 0;
}

const BOTH = [1, -1] as const;
const UP = [1] as const;
const DOWN = [-1] as const;

/** Marks the states from which one road leads to the goal. */
function markLast(
  { last }: Scratch,
  { ends, signs }: Pick<Graph, 'ends' | 'signs'>,
  without: number,
  goal: number,
  lanes: readonly (readonly number[])[],
  price: Walkable['price'],
): readonly number[] {
  const marked: number[] = [];
  const wanted = (goal & 1) === 1 ? 1 : -1;
  for (const end of lanes[goal >> 1] ?? []) {
    const taken = end >> 1;
    if (taken === without) continue;
    for (const sign of goal === 0 ? BOTH : wanted * (signs[end] ?? 0) > 0 ? UP : DOWN) {
      const from = stateAt(ends[end ^ 1] ?? 0, -(signs[end ^ 1] ?? 0) * sign);
      if (from === goal || price(taken, sign) < 0) continue;
      last[from] = 2 * taken + (sign > 0 ? 1 : 0);
      marked.push(from);
    }
  }
  return marked;
}
