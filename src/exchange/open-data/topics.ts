import { POLICIES } from '#disclosure';
import type { TopicId } from './data-sets.ts';
import type { Person } from './people.ts';
import { schoolReason } from './school-shares.ts';

/** What a data set is broken down by, in the words of DfE’s harmonised standards where they have one. */
export type Topic = {
  readonly id: TopicId;
  readonly label: string;
  readonly words: (value: string) => string;
  /** The name for categories that are too small or too much of one school, put together; none where they cannot be. */
  readonly together?: string;
};

const SEN: Readonly<Record<string, string>> = {
  N: 'No identified SEN or not known',
  K: 'SEN support',
  E: 'EHC plan',
};
const SEX: Readonly<Record<string, string>> = { F: 'Female', M: 'Male' };

const TOPICS: readonly Topic[] = [
  { id: 'phase', label: 'Phase of school', words: phaseWords, together: 'Other kinds of school' },
  { id: 'year_group', label: 'Year group', words: yearWords, together: 'Other year groups' },
  { id: 'sex', label: 'Sex', words: (value) => SEX[value] ?? 'Unknown' },
  {
    id: 'fsm',
    label: 'Free school meals',
    words: (value) => (value === 'Y' ? 'FSM eligible' : 'Not FSM eligible or not known'),
  },
  { id: 'sen', label: 'SEN provision', words: (value) => SEN[value] ?? 'Other SEN provision' },
];

/** A group that is printed: its topic, its name and its people. */
export type PrintedGroup = {
  readonly topic: Topic | undefined;
  readonly name: string;
  readonly people: readonly Person[];
};

export type Grouped = {
  readonly groups: readonly PrintedGroup[];
  /** Topics that cannot be printed without one school, or very few children, being read from them. */
  readonly leftOut: readonly Topic[];
};

/**
 * The groups of a data set: everyone, then each topic’s categories in their order. A category with few people, or nearly
 * all from one or two schools, goes together with others; where that leaves one category the topic is left out.
 * No group then has so few people that “none of them” tells about each.
 */
export function groupPeople(people: readonly Person[], topics: readonly TopicId[]): Grouped {
  const groups: PrintedGroup[] = [{ topic: undefined, name: 'Total', people }];
  const leftOut: Topic[] = [];
  for (const topic of TOPICS.filter(({ id }) => topics.includes(id))) {
    const kept = foldCategories(categoriesOf(people, topic), topic);
    if (kept) groups.push(...kept);
    else leftOut.push(topic);
  }
  return { groups, leftOut };
}

function categoriesOf(people: readonly Person[], topic: Topic): readonly PrintedGroup[] {
  const byValue = new Map<string, Person[]>();
  for (const person of people) {
    const value = person.groups[topic.id] ?? '';
    byValue.set(value, [...(byValue.get(value) ?? []), person]);
  }
  const byName = new Map<string, Person[]>();
  for (const value of [...byValue.keys()].toSorted(inOrder)) {
    const name = topic.words(value);
    byName.set(name, [...(byName.get(name) ?? []), ...(byValue.get(value) ?? [])]);
  }
  return [...byName].map(([name, own]) => ({ topic, name, people: own }));
}

function foldCategories(categories: readonly PrintedGroup[], topic: Topic): readonly PrintedGroup[] | undefined {
  const unfit = categories.filter(({ people }) => !mayStandAlone(people));
  if (unfit.length === 0) return categories.length > 1 ? categories : undefined;
  const { together } = topic;
  if (together === undefined) return undefined;
  const rest = categories.filter((one) => !unfit.includes(one)).toSorted((a, b) => b.people.length - a.people.length);
  const merged = unfit.flatMap(({ people }) => people);
  while (!mayStandAlone(merged)) {
    const smallest = rest.pop();
    if (!smallest) return undefined;
    merged.push(...smallest.people);
  }
  if (rest.length === 0) return undefined;
  return [...categories.filter((one) => rest.includes(one)), { topic, name: together, people: merged }];
}

/** Enough people, from enough schools, that nothing is read about one of either. */
export function mayStandAlone(people: readonly Person[]): boolean {
  return people.length >= POLICIES.public.homogeneousBelow && schoolReason(people) === undefined;
}

function inOrder(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && Number.isFinite(left) && Number.isFinite(right)) return left - right;
  return a < b ? -1 : 1;
}

function yearWords(value: string): string {
  const year = Number(value);
  if (value === '' || !Number.isFinite(year)) return 'Year group not known';
  if (year === 0) return 'Reception';
  return year < 0 ? 'Nursery' : `Year ${year}`;
}

function phaseWords(value: string): string {
  if (value === '') return 'Phase not known';
  const words = value.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
