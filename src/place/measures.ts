import type { MeasureId } from './measure-id.ts';
import { MEASURES } from './measure-table.ts';
import type { Measure } from './measure.ts';
import { TOOL_MEASURES } from './tool-measures.ts';
import type { TopicId } from './topic.ts';

const ALL: readonly Measure[] = [...MEASURES, ...TOOL_MEASURES];
const BY_ID: ReadonlyMap<string, Measure> = new Map(ALL.map((measure) => [measure.id, measure]));

/** The whole catalogue: the tables’ measures in their order, then those of the interactive tool. */
export function listMeasures(): readonly Measure[] {
  return ALL;
}

export function listMeasuresOf(topic: TopicId): readonly Measure[] {
  return ALL.filter((measure) => measure.topic === topic);
}

export function findMeasure(id: string): Measure | undefined {
  return BY_ID.get(id);
}

export function getMeasure(id: MeasureId): Measure {
  const found = findMeasure(id);
  if (!found) throw new Error(`place/no-measure: ${id}`);
  return found;
}
