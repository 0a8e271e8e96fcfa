import { CAST } from '#demo';
import type { Random } from '#kernel';
import { lists } from '#worklists';
import type { Asked } from './arrivals.ts';

/** How often each person opens a page beside the others: those who use Kith every morning most. */
const PEOPLE: Readonly<Record<string, number>> = {
  'cast-inclusion-lead': 4,
  'cast-attendance-officer': 4,
  'cast-class-teacher': 2,
  'cast-senco': 2,
  'cast-head': 2,
  'cast-trust-data-manager': 3,
  'cast-area-officer': 5,
  'cast-virtual-school': 2,
  'cast-area-administrator': 2,
};

/** A kind of page, how often it is opened beside the others, and the addresses that one person opens. */
type Visit = { readonly page: string; readonly weight: number; readonly paths: readonly string[] };
type Person = { readonly id: string; readonly weight: number; readonly visits: readonly Visit[] };

export type Visits = {
  readonly people: readonly string[];
  readonly pages: readonly string[];
  readonly schools: number;
  readonly children: string;
  readonly draw: (random: Random) => Asked;
};

type Get = (person: string, path: string) => Promise<{ readonly status: number; readonly text: string }>;

/** Addresses of a kind that a person opens: few enough that most are opened in every part of a measurement. */
const MOST = 12;

/** Parts of names that Northmoor has and one that it has not, as people type them. */
const PARTS = ['ann', 'khan', 'smi', 'oli', 'ha', 'poppy hesketh', 'zzzz'];

/** What the people of the demonstration open, with schools, classes and children that their own pages name. */
export async function readVisits(get: Get, random: Random, without: readonly string[]): Promise<Visits> {
  const people: Person[] = [];
  const staying = Object.entries(PEOPLE).filter(([id]) => !without.includes(id.replace('cast-', '')));
  for (const [id, weight] of staying) people.push({ id, weight, visits: await visitsOf(get, id, random) });
  const { text } = await get('cast-area-officer', '/schools');
  const every = (await get('cast-area-officer', '/children')).text;
  return {
    people: people.map(({ id }) => CAST.find((one) => one.id === id)?.role ?? id),
    pages: [...new Set(people.flatMap(({ visits }) => visits.map(({ page }) => page)))],
    schools: found(text, /href="\/schools\/(\d{6})/g).length,
    children: /([\d,]+) children/.exec(every)?.[1] ?? 'no',
    draw: (some) => {
      const person = weighed(people, some);
      const visit = weighed(person.visits, some);
      return { person: person.id, page: visit.page, path: oneOf(visit.paths, some) };
    },
  };
}

/** Only what this person may open: each kind of page is asked for once, which also makes sure that it is there. */
async function visitsOf(get: Get, id: string, random: Random): Promise<readonly Visit[]> {
  const schools = some(found((await get(id, '/schools')).text, /href="\/schools\/(\d{6})/g), random);
  const ofSchools = schools.length > 0 ? schools.map((urn) => `/children?school=${urn}`) : ['/children'];
  const upns: string[] = [];
  for (const path of ofSchools) {
    const listed = found((await get(id, path)).text, /href="\/children\/([A-Z]\d{11}[A-Z0-9])/g);
    upns.push(...some(listed, random).slice(0, Math.ceil(MOST / ofSchools.length)));
  }
  const groups: string[] = [];
  for (const urn of schools.slice(0, 4)) groups.push(...groupsIn((await get(id, `/schools/${urn}`)).text));
  if (schools.length === 0) groups.push(...groupsIn((await get(id, '/children')).text));
  const offered: readonly Visit[] = [
    { page: 'area', weight: 4, paths: ['/'] },
    { page: 'schools', weight: 2, paths: ['/schools'] },
    { page: 'trusts', weight: 1, paths: ['/trusts'] },
    { page: 'school', weight: 6, paths: schools.map((urn) => `/schools/${urn}`) },
    {
      page: 'year group',
      weight: 3,
      paths: some(
        groups.filter((path) => path.includes('/year-groups/')),
        random,
      ),
    },
    {
      page: 'class',
      weight: 4,
      paths: some(
        groups.filter((path) => path.includes('/classes/')),
        random,
      ),
    },
    { page: 'children', weight: 2, paths: ['/children'] },
    { page: 'children of a school', weight: 4, paths: schools.map((urn) => `/children?school=${urn}`) },
    { page: 'search', weight: 6, paths: PARTS.map((part) => `/children?find=${encodeURIComponent(part)}`) },
    { page: 'child', weight: 10, paths: upns.map((upn) => `/children/${upn}`) },
    { page: 'sessions of a child, CSV', weight: 1, paths: upns.map((upn) => `/children/${upn}/sessions.csv`) },
    { page: 'children of a school, CSV', weight: 1, paths: schools.map((urn) => `/children.csv?school=${urn}`) },
    { page: 'all lists', weight: 4, paths: ['/lists'] },
    { page: 'lists of a school', weight: 3, paths: schools.map((urn) => `/lists?school=${urn}`) },
    { page: 'list', weight: 8, paths: lists.map((list) => `/lists/${list.id}`) },
    {
      page: 'list of a school',
      weight: 4,
      paths: lists.flatMap((list) => schools.slice(0, 1).map((urn) => `/lists/${list.id}?school=${urn}`)),
    },
    { page: 'list, CSV', weight: 2, paths: lists.map((list) => `/lists/${list.id}.csv`) },
    { page: 'what changed', weight: 2, paths: ['/lists/changes'] },
    {
      page: 'how: area',
      weight: 2,
      paths: ['lost_headline', 'suspended', 'cause-I', 'minutes_lost'].map((measure) => `/how/${measure}/area`),
    },
    { page: 'how: school', weight: 2, paths: schools.map((urn) => `/how/lost_headline/school-${urn}`) },
    { page: 'how: child', weight: 2, paths: upns.map((upn) => `/how/lost_headline/child-${upn}`) },
    { page: 'why different: area', weight: 1, paths: ['/why-different/area'] },
    { page: 'why different: school', weight: 2, paths: schools.map((urn) => `/why-different/school-${urn}`) },
    { page: 'quality', weight: 2, paths: ['/quality'] },
    { page: 'quality of a school', weight: 2, paths: schools.map((urn) => `/quality?school=${urn}`) },
    { page: 'quality, CSV', weight: 1, paths: ['/quality.csv'] },
    { page: 'table of schools, CSV', weight: 1, paths: ['/tables/ledger-by-school.csv'] },
  ];
  const open: Visit[] = [];
  for (const visit of offered) {
    const [first] = visit.paths;
    if (first !== undefined && (await get(id, first)).status === 200) open.push(visit);
  }
  return open;
}

function groupsIn(text: string): readonly string[] {
  return found(text, /href="(\/schools\/\d{6}\/(?:year-groups|classes)\/[^"?]+)/g);
}

function some(all: readonly string[], random: Random): readonly string[] {
  const left = [...all];
  return Array.from({ length: Math.min(MOST, all.length) }, () => left.splice(random.below(left.length), 1)[0] ?? '');
}

function oneOf(all: readonly string[], random: Random): string {
  return all[random.below(all.length)] ?? '';
}

function weighed<T extends { readonly weight: number }>(all: readonly T[], random: Random): T {
  let at = random.next() * all.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = all.find(({ weight }) => (at -= weight) < 0) ?? all[0];
  if (drawn === undefined) throw new Error('bench/no-pages');
  return drawn;
}

function found(page: string, pattern: RegExp): readonly string[] {
  return [...new Set([...page.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
