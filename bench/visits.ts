import { seededRandom, type Random } from '#kernel';
import { lists } from '#worklists';

/** A kind of page, how often people open it beside the others, and one of its addresses drawn at random. */
type Visit = { readonly page: string; readonly weight: number; readonly path: (random: Random) => string };

export type Visits = {
  readonly pages: readonly Visit[];
  readonly random: Random;
  readonly schools: number;
  readonly children: number;
  readonly ask: (random: Random) => { readonly page: string; readonly path: string };
};

/** Parts of names that Northmoor has and one that it has not, as people type them. */
const PARTS = ['ann', 'khan', 'smi', 'oli', 'ha', 'poppy hesketh', 'zzzz'];

/** What people of the area open, with schools and children that its own pages name. */
export async function readVisits(origin: string): Promise<Visits> {
  const random = seededRandom(2);
  const schools = found(await text(`${origin}/schools`), /href="\/schools\/(\d{6})/g);
  const upns: string[] = [];
  for (const urn of schools.filter((_, at) => at % Math.ceil(schools.length / 20) === 0)) {
    upns.push(...found(await text(`${origin}/children?school=${urn}`), /href="\/children\/([A-Z]\d{11}[A-Z0-9])/g));
  }
  const count = /([\d,]+) children/.exec(await text(`${origin}/children`))?.[1] ?? '0';
  const one = (all: readonly string[]) => (some: Random) => all[some.below(all.length)] ?? '';
  const [school, child, part] = [one(schools), one(upns), one(PARTS)];
  const pages: readonly Visit[] = [
    { page: 'lists of the area', weight: 4, path: () => '/lists' },
    { page: 'lists of a school', weight: 8, path: (some) => `/lists?school=${school(some)}` },
    ...lists.flatMap(({ id }) => [
      { page: `list ${id}, area`, weight: 1, path: () => `/lists/${id}` },
      { page: `list ${id}, school`, weight: 2, path: (some: Random) => `/lists/${id}?school=${school(some)}` },
    ]),
    { page: 'what changed', weight: 2, path: () => '/lists/changes' },
    { page: 'area', weight: 4, path: () => '/' },
    { page: 'schools', weight: 2, path: () => '/schools' },
    { page: 'school', weight: 8, path: (some) => `/schools/${school(some)}` },
    { page: 'children of a school', weight: 6, path: (some) => `/children?school=${school(some)}` },
    { page: 'children of the area', weight: 2, path: () => '/children' },
    { page: 'search', weight: 8, path: (some) => `/children?find=${encodeURIComponent(part(some))}` },
    { page: 'child', weight: 12, path: (some) => `/children/${child(some)}` },
  ];
  const weights = pages.reduce((sum, { weight }) => sum + weight, 0);
  return {
    pages,
    random,
    schools: schools.length,
    children: Number(count.replaceAll(',', '')),
    ask: (some) => {
      let at = some.next() * weights;
      const visit = pages.find(({ weight }) => (at -= weight) < 0) ?? pages[0];
      if (visit === undefined) throw new Error('bench/no-pages');
      return { page: visit.page, path: visit.path(some) };
    },
  };
}

async function text(address: string): Promise<string> {
  return (await fetch(address)).text();
}

function found(page: string, pattern: RegExp): readonly string[] {
  return [...new Set([...page.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
