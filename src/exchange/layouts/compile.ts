import { findDatedHeader, type DatedHeader } from './dated-header.ts';
import { headerLabel } from './header.ts';
import type { Layout, Reader } from './layout.ts';
import { readerOf, readSql } from './readers.ts';
import { answeredYear, refused, resolveSlots, unmappedHeaders, type Filled, type Refused } from './resolve.ts';
import {
  rowPerMarkPlan,
  rowPlan,
  weekColumnsPlan,
  weekStringPlan,
  wideByDatePlan,
  type ShapePlan,
} from './shape-sql.ts';
import { canonicalColumns, slotsOf, WEEK_CELLS } from './slots.ts';
import { cleanSql } from './text.ts';
import { wordTables } from './words.ts';

export type CompiledLayout = {
  readonly kind: 'compiled';
  /**
   * One SELECT over `raw(line, c1, c2, …)`: `line` and every canonical column of the layout’s kind, as text. A line
   * of the file gives one row or more, all with its number.
   */
  readonly select: string;
  /** Canonical column → what the person’s file calls it, for messages. */
  readonly columnInFile: Readonly<Record<string, string>>;
  /** Headers that are neither read nor named in the layout’s `ignore`, to be reported once. */
  readonly keptOut: readonly string[];
};

/** A layout for one file’s header, as SQL; or what stands in the way, said to the person. */
export function compileLayout(layout: Layout, header: readonly string[]): CompiledLayout | Refused {
  const slots = resolveSlots(layout, header);
  if ('kind' in slots) return slots;
  const dated = layout.shape === 'wide-by-date' ? datedColumns(layout, header, slots) : new Map<number, DatedHeader>();
  if ('kind' in dated) return dated;
  const plan = planOf(layout, slots, dated);
  const used = new Set([...[...slots.values()].flatMap(({ position }) => position ?? []), ...dated.keys()]);
  return {
    kind: 'compiled',
    select: selectOf(layout, plan),
    columnInFile: labelsOf(layout, header, slots, [...dated.keys()]),
    keptOut: unmappedHeaders(layout, header, used),
  };
}

function planOf(
  layout: Layout,
  slots: ReadonlyMap<string, Filled>,
  dated: ReadonlyMap<number, DatedHeader>,
): ShapePlan {
  switch (layout.shape) {
    case 'row':
      return rowPlan(slots);
    case 'row-per-mark':
      return rowPerMarkPlan(slots);
    case 'week-string':
      return weekStringPlan(slots);
    case 'week-columns':
      return weekColumnsPlan(slots);
    case 'wide-by-date':
      return wideByDatePlan(slots, dated, SINGLE_MARKS);
  }
}

/** Marks of one character: what a day’s column must hold two of. */
const SINGLE_MARKS = [...(wordTables.get('attendance-codes')?.words ?? [])]
  .filter(([word, code]) => word.length === 1 && (code === '' || code.length === 1))
  .flatMap(([word]) => [word, word.toUpperCase()]);

// Three steps: lay the rows out, take spreadsheets’ leavings off each value, read it.
function selectOf(layout: Layout, plan: ShapePlan): string {
  const readers = plan.read.map((slot) => ({ slot, sql: readSql(readerFor(layout, slot), slot) }));
  const beside = plan.beside.map((name) => `${name}, `).join('');
  const cleaned = plan.read.map((slot) => `${slot} AS r_${slot}, ${cleanSql(slot)} AS v_${slot}`).join(', ');
  const read = readers.map(({ slot, sql }) => `${sql.value} AS ${slot}`).join(', ');
  const joins = readers.flatMap(({ sql }) => (sql.join === undefined ? [] : [sql.join])).join(' ');
  const made = canonicalColumns[layout.kind].map(
    ({ name }) => `CAST(${plan.made[name] ?? 'NULL'} AS VARCHAR) AS ${name}`,
  );
  return [
    `WITH laid_out AS (${plan.source}),`,
    `cleaned AS (SELECT line, ${beside}${cleaned} FROM laid_out),`,
    `read_out AS (SELECT line, ${beside}${read} FROM cleaned ${joins})`,
    `SELECT line, ${made.join(', ')} FROM read_out${plan.where === undefined ? '' : ` WHERE ${plan.where}`}`,
  ].join('\n');
}

const MARK_SLOTS: Readonly<Record<string, string>> = {
  'week-string': 'marks',
  'week-columns': 'mon_am',
  'wide-by-date': 'cells',
};

function readerFor(layout: Layout, slot: string): Reader {
  // The cells of a week or of many days are read as one column `am` and one `pm`, by the reader given to the first.
  const cells = MARK_SLOTS[layout.shape];
  const name = cells !== undefined && (slot === 'am' || slot === 'pm') ? cells : slot;
  const usual = slotsOf(layout.kind, layout.shape).find((each) => each.name === name)?.read ?? 'text';
  return readerOf(layout.columns[name], usual);
}

function datedColumns(
  layout: Layout,
  header: readonly string[],
  slots: ReadonlyMap<string, Filled>,
): ReadonlyMap<number, DatedHeader> | Refused {
  const taken = new Set([...slots.values()].map(({ position }) => position));
  const year = answeredYear(layout);
  const answer = layout.columns['academic_year']?.value ?? '';
  if (answer !== '' && year === undefined) return refused('Enter the academic year like 2024/25.');
  const found = new Map<number, DatedHeader>();
  const seen = new Map<string, number>();
  for (const [position, text] of header.entries()) {
    const dated = taken.has(position) ? undefined : findDatedHeader(text, year);
    if (!dated) continue;
    const label = headerLabel(header, position);
    if (!dated.date) {
      return refused(
        year
          ? `“${label}” is no day in ${year}. Enter the academic year of this file, or correct the header.`
          : `Answer first: which academic year is “${label}” in? Enter it like 2024/25.`,
      );
    }
    for (const session of dated.session ? [dated.session] : ['AM', 'PM']) {
      const before = seen.get(`${dated.date} ${session}`);
      if (before !== undefined) {
        return refused(
          `Columns ${before + 1} and ${position + 1} (“${label}”) are for the same session. Keep one of them.`,
        );
      }
      seen.set(`${dated.date} ${session}`, position);
    }
    found.set(position, dated);
  }
  return found.size > 0
    ? found
    : refused('No header of this file is a date, like “02/09/2024 AM”. Choose another layout.');
}

function labelsOf(
  layout: Layout,
  header: readonly string[],
  slots: ReadonlyMap<string, Filled>,
  dated: readonly number[],
): Readonly<Record<string, string>> {
  const label = (slot: string): string | undefined => slots.get(slot)?.label;
  const span = (labels: readonly (string | undefined)[]): string =>
    [...new Set([labels[0], labels.at(-1)])].join(' … ');
  const cells = {
    row: undefined,
    'row-per-mark': label('mark'),
    'week-string': label('marks'),
    'week-columns': span(WEEK_CELLS.map(label)),
    'wide-by-date': span(dated.map((position) => headerLabel(header, position))),
  }[layout.shape];
  const made: Readonly<Record<string, string | undefined>> =
    cells === undefined
      ? {}
      : {
          date: label('date') ?? label('week') ?? cells,
          am: cells,
          pm: cells,
          am_minutes_late: label('minutes_late'),
          pm_minutes_late: label('minutes_late'),
        };
  return Object.fromEntries(
    canonicalColumns[layout.kind].flatMap(({ name }) => {
      const found = made[name] ?? label(name);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}
