/**
 * Who a published figure is about: all pupils, or those in every one of some parts (`fsm+sen-support+female`). Parts
 * stand in the order of the table’s dimensions, so that one group has one text.
 */
export type Group = string & { readonly __brand: 'Group' };

/** What an observation and a question are about where nothing else is said. */
export const ALL_PUPILS = brand('all');

export const GROUP_DIMENSIONS = [
  'free school meals',
  'free school meals in six years',
  'special educational needs',
  'primary need',
  'sex',
  'ethnicity',
  'first language',
  'age',
  'year group',
] as const;
export type GroupDimension = (typeof GROUP_DIMENSIONS)[number];

export type GroupPart = {
  readonly id: string;
  readonly dimension: GroupDimension;
  /** In a sentence or a row: `eligible for free school meals`. */
  readonly words: string;
};

const NEEDS: readonly (readonly [string, string])[] = [
  ['asd', 'autistic spectrum disorder'],
  ['ds', 'Down syndrome'],
  ['hi', 'hearing impairment'],
  ['mld', 'moderate learning difficulty'],
  ['msi', 'multi-sensory impairment'],
  ['oth', 'other difficulty or disability'],
  ['pd', 'physical disability'],
  ['pmld', 'profound and multiple learning difficulty'],
  ['semh', 'social, emotional and mental health'],
  ['sld', 'severe learning difficulty'],
  ['slcn', 'speech, language and communication needs'],
  ['spld', 'specific learning difficulty'],
  ['vi', 'visual impairment'],
  ['nsa', 'no specialist assessment of the need'],
  ['missing', 'need not recorded'],
  ['besd', 'behaviour, emotional and social difficulties (before 2014)'],
  ['unclassified', 'need not classified'],
];

// DfE’s own names (“Open Data Standards”, ethnicity_minor); the ids are made from them.
const ETHNIC_GROUPS: readonly string[] = [
  'Asian',
  'Black',
  'Mixed',
  'White',
  'Any other ethnic group',
  'Minority ethnic',
  'Asian - Bangladeshi',
  'Asian - Chinese',
  'Asian - Indian',
  'Asian - Pakistani',
  'Asian - Any other Asian background',
  'Black - Black African',
  'Black - Black Caribbean',
  'Black - Any other Black background',
  'Mixed - White and Asian',
  'Mixed - White and Black African',
  'Mixed - White and Black Caribbean',
  'Mixed - Any other Mixed background',
  'White - White British',
  'White - Irish',
  'White - Gypsy/Roma',
  'White - Traveller of Irish heritage',
  'White - Any other White background',
  'Chinese',
];

const AGES = Array.from({ length: 23 }, (_, at) => at + 3);

export const GROUP_PARTS: readonly GroupPart[] = [
  part('fsm', 'free school meals', 'eligible for free school meals'),
  part('not-fsm', 'free school meals', 'not eligible for free school meals'),
  part('fsm-unclassified', 'free school meals', 'free school meals not recorded'),
  part('fsm6', 'free school meals in six years', 'eligible for free school meals in the last six years'),
  part('not-fsm6', 'free school meals in six years', 'not eligible for free school meals in the last six years'),
  part('fsm6-unclassified', 'free school meals in six years', 'free school meals in the last six years not recorded'),
  part('sen', 'special educational needs', 'with special educational needs'),
  part('sen-support', 'special educational needs', 'SEN support'),
  part('ehc-plan', 'special educational needs', 'EHC plan'),
  part('sen-without-statement', 'special educational needs', 'SEN without a statement (before 2014)'),
  part('school-action', 'special educational needs', 'School Action (before 2014)'),
  part('school-action-plus', 'special educational needs', 'School Action Plus (before 2014)'),
  part('no-sen', 'special educational needs', 'no identified special educational needs'),
  part('sen-unclassified', 'special educational needs', 'special educational needs not recorded'),
  ...NEEDS.map(([id, words]) => part(`need-${id}`, 'primary need', `primary need: ${words}`)),
  part('female', 'sex', 'female'),
  part('male', 'sex', 'male'),
  part('sex-unclassified', 'sex', 'sex not recorded'),
  ...ETHNIC_GROUPS.map((name) => part(slugOf(name), 'ethnicity', name)),
  part('ethnicity-unclassified', 'ethnicity', 'ethnicity not recorded'),
  part('english', 'first language', 'first language known or believed to be English'),
  part('not-english', 'first language', 'first language known or believed to be other than English'),
  part('language-unclassified', 'first language', 'first language not recorded'),
  ...AGES.map((age) => part(`age-${age}`, 'age', `aged ${age}`)),
  part('age-4-and-under', 'age', 'aged 4 and under'),
  part('age-2-and-under', 'age', 'aged 2 and under'),
  part('age-19-and-over', 'age', 'aged 19 and over'),
  part('age-20-and-over', 'age', 'aged 20 and over'),
  part('reception', 'year group', 'Reception'),
  ...Array.from({ length: 14 }, (_, at) => part(`year-${at + 1}`, 'year group', `Year ${at + 1}`)),
];

const BY_ID = new Map(GROUP_PARTS.map((one) => [one.id, one]));

/** The group of pupils in all of these parts; `all` where none is given. Throws on a part no table has. */
export function groupOf(...ids: readonly string[]): Group {
  const group = findGroup(ids.length === 0 ? 'all' : ids.join('+'));
  if (!group) throw new Error(`place/no-group: ${ids.join('+')}`);
  return group;
}

/** A group from its text, parts in any order; undefined where a part is unknown or two say the same thing. */
export function findGroup(text: string): Group | undefined {
  if (text === 'all') return ALL_PUPILS;
  const parts = text.split('+').map((id) => BY_ID.get(id));
  const known = parts.flatMap((one) => one ?? []);
  const dimensions = new Set(known.map((one) => one.dimension));
  if (known.length !== parts.length || dimensions.size !== known.length) return undefined;
  return brand(
    known
      .toSorted((a, b) => GROUP_DIMENSIONS.indexOf(a.dimension) - GROUP_DIMENSIONS.indexOf(b.dimension))
      .map((one) => one.id)
      .join('+'),
  );
}

export function partsOf(group: Group): readonly GroupPart[] {
  return group === 'all' ? [] : group.split('+').flatMap((id) => BY_ID.get(id) ?? []);
}

/** `All pupils`, `Eligible for free school meals, SEN support, female`: as a row or a heading. */
export function groupWords(group: Group): string {
  const words = partsOf(group)
    .map((one) => one.words)
    .join(', ');
  return words === '' ? 'All pupils' : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** All pupils first, then by number of parts, then as the table of parts stands. */
export function byGroup(a: Group, b: Group): number {
  const [ours, theirs] = [placesIn(a), placesIn(b)];
  if (ours.length !== theirs.length) return ours.length - theirs.length;
  return ours.map((place, at) => place - (theirs[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function placesIn(group: Group): readonly number[] {
  return partsOf(group).map((one) => GROUP_PARTS.indexOf(one));
}

function part(id: string, dimension: GroupDimension, words: string): GroupPart {
  return { id, dimension, words };
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function brand(text: string): Group {
  return text as Group;
}
