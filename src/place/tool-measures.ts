import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { DATA_FOLDER } from './data-folder.ts';
import type { ToolMeasureId } from './measure-id.ts';
import { MEASURES } from './measure-table.ts';
import type { Measure } from './measure.ts';
import type { TopicId } from './topic.ts';
import type { Unit } from './unit.ts';

/** The dictionary of DfE’s Local Authority Interactive Tool: what its 140 names mean, in the tool’s own words. */
const DICTIONARY = 'interactive-tool-dictionary.csv.gz';

const ENTRY = z.object({
  Measure_short: z.string().min(1),
  Topic: z.string(),
  Measure: z.string().min(1),
  Polarity: z.enum(['Low', 'High', '-', 'NA']),
  y_axis_name: z.string().min(1),
  Year_Type: z.enum(['Academic Year', 'Calendar Year', 'Financial Year', 'Annual - January']),
  Description: z.string().min(1),
  'Data Owner (DO) /Supplier and Contact Details': z.string(),
});
export type ToolEntry = Readonly<z.infer<typeof ENTRY>>;

const TOPICS: Readonly<Record<string, TopicId>> = {
  'All Pupil Absence & Exclusions': 'absence',
  'Children with SEN': 'sen',
  'Contextual\\Other': 'pupils',
  'Early Years': 'early-years',
  'Economic Factors': 'economy',
  'Health and Wellbeing': 'health',
};

const POLARITIES: Readonly<Record<ToolEntry['Polarity'], Measure['polarity']>> = {
  Low: 'lower-is-better',
  High: 'higher-is-better',
  '-': 'neither',
  NA: 'neither',
};

const YEARS: Readonly<Record<ToolEntry['Year_Type'], string>> = {
  'Academic Year': 'School years',
  'Calendar Year': 'Calendar years',
  'Financial Year': 'Financial years (the tool writes the year in which one ends)',
  'Annual - January': 'School years, as counted in January',
};

/** Every entry of the carried dictionary, in its order. */
export function listToolEntries(): readonly ToolEntry[] {
  entries ??= z
    .array(ENTRY)
    .parse(parse(gunzipSync(readFileSync(join(DATA_FOLDER, DICTIONARY))), { columns: true, bom: true }));
  return entries;
}
let entries: readonly ToolEntry[] | undefined;

/** The name in an address and a file: `tool-hosp-adm-alc-18yrs`. */
export function toolMeasureId(name: string): ToolMeasureId {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  // Two names that differ in a sign alone: the percentage and the number of the same children.
  return name.startsWith('%') ? `tool-share-${slug}` : `tool-${slug}`;
}

// By the name of the tool’s axis. “Entries” are percentages (its values for England are 45.7 and the like); deaths
// with “% of deaths” are numbers (859 in England).
const COUNTED: readonly RegExp[] = [/^number /i, /^total cases/i];

const DEFINED = new Set(MEASURES.flatMap((measure) => Object.values(measure.interactiveTool ?? {})));

/** Measures of the tool that no table here defines: made from its dictionary, in its words. */
export const TOOL_MEASURES: readonly Measure[] = listToolEntries()
  .filter((entry) => !DEFINED.has(entry.Measure_short))
  .map(toolMeasure);

function toolMeasure(entry: ToolEntry): Measure {
  const unit = unitOf(entry);
  const owner = entry['Data Owner (DO) /Supplier and Contact Details'];
  return {
    id: toolMeasureId(entry.Measure_short),
    name: entry.Measure.trim(),
    topic: topicOf(entry),
    definition: entry.Description.trim(),
    numerator: entry.y_axis_name,
    denominator:
      unit === 'count' || unit === 'score'
        ? 'Nothing: it is not a rate'
        : 'As the definition says; the tool gives the rate alone',
    unit,
    polarity: POLARITIES[entry.Polarity],
    publication: 'interactive-tool',
    periods: YEARS[entry.Year_Type],
    geography: 'England, regions, authorities',
    exclusions: [],
    source: `DfE, Local Authority Interactive Tool, dictionary (data of ${owner})`,
    breaks: [],
    compiled: true,
    interactiveTool: { all: entry.Measure_short },
  };
}

function topicOf(entry: ToolEntry): TopicId {
  if (/exclusion|suspension/i.test(entry.Measure)) return 'suspension';
  const topic = TOPICS[entry.Topic];
  if (!topic) throw new Error(`place/tool-topic: ${entry.Topic}`);
  return topic;
}

function unitOf(entry: ToolEntry): Unit {
  const axis = entry.y_axis_name;
  if (entry.Measure_short === 'PreChildDea' || COUNTED.some((one) => one.test(axis))) return 'count';
  if (axis.startsWith('%') || axis === 'Entries') return 'percent';
  if (/score/i.test(axis)) return 'score';
  if (axis === 'Rate per 100,000') return 'per-100000';
  if (axis === 'Rate per 10,000') return 'per-10000';
  if (axis === 'Rate per 1000 live births') return 'per-1000-births';
  if (axis.startsWith('Rate per 1000 15 - 17')) return 'per-1000-girls';
  throw new Error(`place/tool-unit: ${axis}`);
}
