import { MEASURES } from './measure-table.ts';
import type { Measure, MeasureId } from './measure.ts';

/** In the order of the table: absence, suspension, then the daily collection. */
export function listMeasures(): readonly Measure[] {
  return MEASURES;
}

export function findMeasure(id: string): Measure | undefined {
  return MEASURES.find((measure) => measure.id === id);
}

export function getMeasure(id: MeasureId): Measure {
  const found = findMeasure(id);
  if (!found) throw new Error(`place/no-measure: ${id}`);
  return found;
}

/** The words of a unit after a number: `7.15%`, `11.31 per 100 pupils`. */
export function unitWords(unit: Measure['unit']): string {
  return unit === 'percent' ? '%' : ' per 100 pupils';
}
