import { calendarDate, findAcademicYear, type AcademicYear, type TermDates } from '#kernel';
import { commitManifest, readManifest, sweep, takeImporterLease, type AreaFolder, type Manifest } from '#store';
import { carryRegister } from './derive-register.ts';
import { keepBefore } from './derived-before.ts';

/** The half terms that an area set itself, by academic year. A year that is not here has those found from its schools’ days. */
export type OwnTerms = ReadonlyMap<AcademicYear, readonly TermDates[]>;

export async function readOwnTerms(area: AreaFolder): Promise<OwnTerms> {
  const { terms } = await readManifest(area);
  return new Map(
    Object.entries(terms).flatMap(([text, halves]) => {
      const year = findAcademicYear(text);
      const dates = halves.map(({ first, last }) => ({ first: calendarDate(first), last: calendarDate(last) }));
      return year ? [[year, dates] as const] : [];
    }),
  );
}

/** Keeps an area’s own half terms of some years. What was worked out with others is worked out again. */
export async function keepOwnTerms(area: AreaFolder, own: OwnTerms): Promise<void> {
  await change(area, (before) => ({
    ...before,
    ...Object.fromEntries([...own].map(([year, halves]) => [year, halves.map(({ first, last }) => ({ first, last }))])),
  }));
}

/** Goes back to the half terms found from the schools’ days: in one year, or in all. True where any had been set. */
export async function resetOwnTerms(area: AreaFolder, year: AcademicYear | undefined): Promise<boolean> {
  return change(area, (before) =>
    year === undefined ? {} : Object.fromEntries(Object.entries(before).filter(([set]) => set !== year)),
  );
}

type Terms = Manifest['terms'];

// A new version: pages and records notice it as they notice new files, and what is computed is never half old.
async function change(area: AreaFolder, to: (before: Terms) => Terms): Promise<boolean> {
  const lease = await takeImporterLease(area);
  try {
    const before = await readManifest(area);
    const terms = to(before.terms);
    if (JSON.stringify(terms) === JSON.stringify(before.terms)) return false;
    const next: Manifest = { ...before, version: before.version + 1, terms };
    await carryRegister(area, before, next);
    await keepBefore(area, before, next);
    await commitManifest(area, next);
    await sweep(area, next);
    return true;
  } finally {
    await lease.release();
  }
}
