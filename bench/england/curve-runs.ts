import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { csvLine } from '#kernel';

/** One run of one step at one place of a curve: a row of the committed file. */
export type CurveRun = {
  /** What grows: `children`, `years` or `corrections` (per cent of marks). */
  readonly curve: string;
  readonly step: string;
  /** How much of it there was. */
  readonly at: number;
  /** About how many pupils the area has in a year, where years or corrections grow; 0 where children do. */
  readonly pupils: number;
  readonly wall_s: number;
  readonly processor_s: number;
  readonly memory_mib: number;
  /** How many processes wanted a processor in the minute before: on a quiet machine, none. */
  readonly others: number;
  readonly measured: string;
  readonly machine: string;
};

const COLUMNS = [
  'curve',
  'step',
  'at',
  'pupils',
  'wall_s',
  'processor_s',
  'memory_mib',
  'others',
  'measured',
  'machine',
] as const satisfies readonly (keyof CurveRun)[];

export async function readRuns(file: string): Promise<readonly CurveRun[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, skip_empty_lines: true });
  return rows.map((row) => {
    const number = (name: keyof CurveRun): number => {
      const value = Number(row[name]);
      if (row[name] === undefined || row[name] === '' || !Number.isFinite(value))
        throw new Error(`${file}: ${name} is not a number in the row of ${row['step'] ?? ''} at ${row['at'] ?? ''}`);
      return value;
    };
    return {
      curve: row['curve'] ?? '',
      step: row['step'] ?? '',
      at: number('at'),
      pupils: number('pupils'),
      wall_s: number('wall_s'),
      processor_s: number('processor_s'),
      memory_mib: number('memory_mib'),
      others: number('others'),
      measured: row['measured'] ?? '',
      machine: row['machine'] ?? '',
    };
  });
}

/**
 * New runs take the place of all that were there of the same step at the same place, and of all of a curve that were of an
 * area of another size: a curve is of one area.
 */
export function replaceRuns(before: readonly CurveRun[], made: readonly CurveRun[]): readonly CurveRun[] {
  const place = ({ curve, step, at }: CurveRun): string => `${curve} ${step} ${at}`;
  const measured = new Set(made.map(place));
  const sizes = new Map(made.map(({ curve, pupils }) => [curve, pupils]));
  const stays = (run: CurveRun): boolean =>
    !measured.has(place(run)) && (sizes.get(run.curve) ?? run.pupils) === run.pupils;
  return [...before.filter(stays), ...made].toSorted(
    (a, b) => a.curve.localeCompare(b.curve) || a.step.localeCompare(b.step) || a.at - b.at,
  );
}

export async function writeRuns(file: string, runs: readonly CurveRun[]): Promise<void> {
  await writeFile(file, [csvLine(COLUMNS), ...runs.map((run) => csvLine(COLUMNS.map((name) => run[name])))].join(''));
}

export type Measure = 'wall_s' | 'processor_s' | 'memory_mib';
export type CurvePoint = { readonly at: number; readonly value: number; readonly least: number; readonly most: number };

/** The middle of a step’s runs at each place, in order, with the least and the most. */
export function pointsOf(
  runs: readonly CurveRun[],
  curve: string,
  step: string,
  measure: Measure,
): readonly CurvePoint[] {
  const own = runs.filter((run) => run.curve === curve && run.step === step);
  return [...new Set(own.map(({ at }) => at))]
    .toSorted((a, b) => a - b)
    .map((at) => {
      const values = own.filter((run) => run.at === at).map((run) => run[measure]);
      return { at, value: middle(values), least: Math.min(...values), most: Math.max(...values) };
    });
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
