import { join } from 'node:path';
import { academicYearStarting, type AcademicYear } from '#kernel';

/** The one year that an England folder holds. */
export const YEAR: AcademicYear = academicYearStarting(2024);

/** Where the tables of an England folder stand: what an import leaves behind, for as many authorities as there are. */
export type EnglandFolder = {
  readonly school: string;
  readonly schoolDay: string;
  readonly spells: string;
  readonly registers: string;
  readonly removal: string;
};

export function englandAt(path: string): EnglandFolder {
  return {
    school: join(path, 'school.parquet'),
    schoolDay: join(path, 'school-day.parquet'),
    spells: join(path, 'spell', '*.parquet'),
    registers: join(path, 'register', 'year=2024', '*.parquet'),
    removal: join(path, 'removal.parquet'),
  };
}
