import type { AcademicYear } from '#kernel';
import type { Aggregates } from '#lost-learning';
import { groupedBy, listSchools, type SchoolRow } from './read-account.ts';

/** A trust and its schools, as schools.csv names it. */
export type Trust = { readonly name: string; readonly slug: string; readonly schools: readonly SchoolRow[] };

/** The area’s trusts by name. Schools in none are no trust. */
export async function listTrusts(aggregates: Aggregates, year: AcademicYear): Promise<readonly Trust[]> {
  const byName = groupedBy(
    (await listSchools(aggregates, year)).filter((school) => (school.trust ?? '') !== ''),
    (school) => school.trust ?? '',
  );
  const taken = new Set<string>();
  return [...byName]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en-GB') || (a < b ? -1 : 1))
    .map(([name, schools]) => {
      const slug = unusedSlug(name, taken);
      taken.add(slug);
      return { name, slug, schools };
    });
}

/** `Églantine & Oak Trust` is `eglantine-oak-trust` in an address; the second of that name ends in `-2`. */
function unusedSlug(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const stem = plain === '' ? 'trust' : plain;
  let slug = stem;
  for (let no = 2; taken.has(slug); no += 1) slug = `${stem}-${no}`;
  return slug;
}

export function trustScope(name: string): string {
  return `trust-${name}`;
}
