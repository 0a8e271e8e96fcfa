import { broken, Refusal } from '#kernel';
import {
  contentOf,
  figuresOfTable,
  percentOf,
  POLICIES,
  protectTable,
  publishCount,
  publishRate,
  type Figure,
  type Publishable,
  withhold,
} from '#disclosure';
import type { DataSet, Indicator, Mark } from './data-sets.ts';
import type { Person } from './people.ts';
import { schoolReason } from './school-shares.ts';
import { groupPeople, mayStandAlone, type Grouped, type PrintedGroup, type Topic } from './topics.ts';

/** A row as it is printed: one group, and a figure for every indicator of the data set, in its order. */
export type PrintedRow = { readonly topic: string; readonly name: string; readonly figures: readonly SafeFigure[] };

/** A figure that only the disclosure room can have made. */
export type SafeFigure = Publishable<Figure>;

export type ProtectedSet = {
  readonly rows: readonly PrintedRow[];
  readonly leftOut: readonly Topic[];
  /** The true numbers behind all that is printed, for the next release to be held against. Kept in the store only. */
  readonly exact: ExactNumbers;
};

/** By what they are of: `Sex/Female:persistent`. `people` holds who is left without a mark too. */
export type ExactNumbers = {
  readonly people: Readonly<Record<string, number>>;
  readonly sessions: Readonly<Record<string, number>>;
};

const TOTAL = 'Total';

/**
 * Protects a data set as one system: people by every group, mark and absence of a mark in one table, so that what is
 * hidden in one column cannot be worked out from another. Sessions are hidden with the people they belong to. Everyone
 * counted has at least one session of what is summed, so any other table of people that a reader must allow for is one
 * of sessions too: the proof for the people holds for their sessions. What is one school’s own is hidden after that, with
 * its topic: hiding more leaves every proof standing.
 */
export async function protectSet(set: DataSet, people: readonly Person[]): Promise<ProtectedSet> {
  if (!mayStandAlone(people)) {
    throw new Refusal(
      'open-data/too-small',
      `The area has too few children, or nearly all at one or two schools, for open data about “${set.title}”. Nothing was published.`,
    );
  }
  const grouped = groupPeople(people, set.topics);
  const counts = await protectPeople(set, grouped);
  const columns = new Map<string, readonly SafeFigure[]>();
  for (const indicator of set.indicators)
    columns.set(indicator.name, columnOf(set, indicator, grouped, counts, columns));
  return {
    rows: grouped.groups.map(({ topic, name }, row) => ({
      topic: topic?.label ?? TOTAL,
      name,
      figures: set.indicators.map((indicator) => getFigure(columns.get(indicator.name)?.[row])),
    })),
    leftOut: grouped.leftOut,
    exact: exactOf(set, grouped.groups),
  };
}

type Counts = ReadonlyMap<string, SafeFigure>;

function keyOf(group: PrintedGroup, mark = ''): string {
  return `${group.topic?.label ?? TOTAL}/${group.name}:${mark}`;
}

function withMark(set: DataSet, { people }: PrintedGroup, mark: string | undefined): readonly Person[] {
  const column = set.marks.find(({ id }) => id === mark)?.column;
  return column === undefined ? people : people.filter(({ numbers }) => (numbers[column] ?? 0) > 0);
}

async function protectPeople(set: DataSet, { groups }: Grouped): Promise<Counts> {
  const figures = new Map<string, SafeFigure>();
  const together = set.marks.filter(({ apart }) => apart !== true);
  await protectInto(figures, systemOf(set, groups));
  for (const mark of set.marks.filter((one) => !together.includes(one))) {
    const rows = groups.map((group) => ({
      key: keyOf(group, mark.id),
      categories: topicCategories(groups, group),
      count: withMark(set, group, mark.id).length,
    }));
    await protectInto(figures, rows);
  }
  for (const mark of set.marks) {
    const column = groups.map((group) => bySchool(set, group, mark) ?? getFigure(figures.get(keyOf(group, mark.id))));
    for (const [row, figure] of hideTopics(groups, column).entries()) {
      const group = groups[row];
      if (group) figures.set(keyOf(group, mark.id), figure);
    }
  }
  return figures;
}

/**
 * The hidden figure of a mark that one or two schools make up, or that leaves only those of one or two without it: the
 * rest is one figure taken from another. So few that they are hidden anyway always come from few schools, and are
 * protected by themselves.
 */
function bySchool(set: DataSet, group: PrintedGroup, { id, within, apart }: Mark): SafeFigure | undefined {
  const having = new Set(withMark(set, group, id));
  const without = apart === true ? [] : withMark(set, group, within).filter((person) => !having.has(person));
  for (const people of [[...having], without]) {
    const reason = people.length > POLICIES.public.largestHidden ? schoolReason(people) : undefined;
    if (reason) return withhold(reason, 'public');
  }
  return undefined;
}

type SystemRow = { readonly key: string; readonly categories: readonly string[]; readonly count: number };

/** Every count of people that is printed or follows from two that are: all, with a mark, and without it. */
export function systemOf(set: DataSet, groups: readonly PrintedGroup[]): readonly SystemRow[] {
  const marks = set.marks.filter(({ apart }) => apart !== true);
  const rows: SystemRow[] = [];
  for (const group of groups) {
    const own = topicCategories(groups, group);
    const add = (key: string, chosen: Readonly<Record<string, string>>, count: number): void => {
      rows.push({ key, categories: [...own, ...marks.map(({ id }) => chosen[id] ?? TOTAL)], count });
    };
    add(keyOf(group), {}, group.people.length);
    for (const { id, within } of marks) {
      const having = withMark(set, group, id).length;
      const around = within === undefined ? {} : { [within]: 'with' };
      add(keyOf(group, id), { ...around, [id]: 'with' }, having);
      add(keyOf(group, `no ${id}`), { ...around, [id]: 'without' }, withMark(set, group, within).length - having);
      // Whoever is without the wider mark is without this one: said, so that the table adds up.
      if (within === undefined) continue;
      const outside = group.people.length - withMark(set, group, within).length;
      add(keyOf(group, `no ${within}, no ${id}`), { [within]: 'without', [id]: 'without' }, outside);
    }
  }
  return rows;
}

function topicCategories(groups: readonly PrintedGroup[], group: PrintedGroup): readonly string[] {
  const topics = [...new Set(groups.flatMap(({ topic }) => (topic ? [topic.id] : [])))];
  return topics.map((topic) => (group.topic?.id === topic ? `${topic} ${group.name}` : TOTAL));
}

async function protectInto(figures: Map<string, SafeFigure>, rows: readonly SystemRow[]): Promise<void> {
  const answer = await protectTable(rows, 'public');
  if (answer.kind === 'misfit') throw broken('open-data/misfit', rows[answer.row]?.key ?? '');
  for (const [row, figure] of figuresOfTable(answer.table, 'public').entries())
    figures.set(rows[row]?.key ?? '', figure);
}

function columnOf(
  set: DataSet,
  indicator: Indicator,
  { groups }: Grouped,
  counts: Counts,
  columns: ReadonlyMap<string, readonly SafeFigure[]>,
): readonly SafeFigure[] {
  switch (indicator.kind) {
    case 'people':
      return groups.map((group) => getFigure(counts.get(keyOf(group, indicator.mark))));
    case 'sessions':
      return hideTopics(
        groups,
        groups.map((group) => sessionsFigure(set, indicator, group, counts)),
      );
    case 'rate':
      return groups.map((group, row) => {
        const parts = [indicator.of, indicator.over].map((name) => getFigure(columns.get(name)?.[row]));
        const hiding = parts.find(isHidden);
        if (hiding) return hiding;
        const [numerator, denominator] = [indicator.of, indicator.over].map((name) => numberOf(set, name, group));
        return percentOf(publishRate({ numerator: numerator ?? 0, denominator: denominator ?? 0 }, 'public'));
      });
  }
}

/** Hidden with its people, and where one or two of them, or of their schools, make up most of it. */
function sessionsFigure(
  set: DataSet,
  { column, mark }: Extract<Indicator, { kind: 'sessions' }>,
  group: PrintedGroup,
  counts: Counts,
): SafeFigure {
  const counted = withMark(set, group, mark);
  const contributions = counted.map(({ numbers }) => numbers[column] ?? 0);
  const count = contributions.reduce((sum, one) => sum + one, 0);
  const reason = schoolReason(counted, ({ numbers }) => numbers[column] ?? 0);
  const figure = reason ? withhold(reason, 'public') : publishCount({ count, contributions }, 'public');
  // Of so few that they are hidden anyway, one or two always make up most: their own protection is enough.
  if (contributions.length > POLICIES.public.largestHidden && isByFew(figure)) return figure;
  const people = [keyOf(group), keyOf(group, mark)].map((key) => getFigure(counts.get(key)));
  return people.find(isHidden) ?? figure;
}

function isHidden(figure: SafeFigure): boolean {
  return contentOf(figure).kind === 'hidden';
}

function isByFew(safe: SafeFigure | undefined): boolean {
  const figure = safe && contentOf(safe);
  return figure?.kind === 'hidden' && (figure.reason === 'dominated' || figure.reason === 'single-contributor');
}

/**
 * Where one or two people or schools make up most of a figure, every such figure of its topic is hidden: no total of the
 * topic then says what it was. Where that is so of everyone together, nothing of the column is printed.
 */
function hideTopics(groups: readonly PrintedGroup[], figures: readonly SafeFigure[]): readonly SafeFigure[] {
  const all = groups.some(({ topic }, row) => topic === undefined && isByFew(figures[row]));
  const topics = new Set(groups.flatMap(({ topic }, row) => (isByFew(figures[row]) ? [topic] : [])));
  return figures.map((figure, row) =>
    !isHidden(figure) && (all || topics.has(groups[row]?.topic)) ? withhold('secondary', 'public') : figure,
  );
}

function numberOf(set: DataSet, name: string, group: PrintedGroup): number {
  const indicator = set.indicators.find((one) => one.name === name);
  if (!indicator || indicator.kind === 'rate') throw broken('open-data/no-indicator', name);
  const people = withMark(set, group, indicator.mark);
  if (indicator.kind === 'people') return people.length;
  return people.reduce((sum, { numbers }) => sum + (numbers[indicator.column] ?? 0), 0);
}

function exactOf(set: DataSet, groups: readonly PrintedGroup[]): ExactNumbers {
  const sums = set.indicators.filter(({ kind }) => kind === 'sessions');
  const apart = set.marks.filter((mark) => mark.apart === true);
  return {
    people: Object.fromEntries([
      ...systemOf(set, groups).map(({ key, count }) => [key, count] as const),
      ...groups.flatMap((group) => apart.map(({ id }) => [keyOf(group, id), withMark(set, group, id).length] as const)),
    ]),
    sessions: Object.fromEntries(
      groups.flatMap((group) => sums.map(({ name }) => [keyOf(group, name), numberOf(set, name, group)] as const)),
    ),
  };
}

function getFigure(figure: SafeFigure | undefined): SafeFigure {
  if (!figure) throw broken('open-data/no-figure', 'every group has a figure of every indicator');
  return figure;
}
