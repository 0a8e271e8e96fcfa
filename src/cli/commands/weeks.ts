import { Command, Option } from 'commander';
import { academicYearStarting, Refusal, startYear, type AcademicYear, type CalendarDate, type Instant } from '#kernel';
import { openArea, type OpenArea } from '#exchange/area-files';
import {
  buildAccount,
  compareWeeks,
  isOwnRegister,
  listYears,
  percentText,
  weekGroupings,
  weeksSql,
  type Answered,
  type OneWeek,
  type SchoolWeekRow,
  type WeekGrouping,
} from '#lost-learning';
import { asOfOption, formatOption, knownAtOption, yearOption } from '../options.ts';
import { printed, type OutputFormat, type Table } from '../print-table.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { about, examples } from './ledger.ts';

type WeeksOptions = {
  readonly by: WeekGrouping;
  readonly compare?: 'last-year';
  readonly year?: AcademicYear;
  readonly asOf?: CalendarDate;
  readonly knownAt?: Instant;
  readonly format: OutputFormat;
};

export function weeksCommand(terminal: Terminal): Command {
  return new Command('weeks')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .addOption(new Option('--by <group>', 'whose weeks').choices([...weekGroupings]).makeOptionMandatory())
    .addOption(new Option('--compare <with>', 'beside the same school weeks of another year').choices(['last-year']))
    .addOption(yearOption())
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(formatOption())
    .summary('absence in each school week, beside the same weeks of last year')
    .description(
      'Prints possible sessions and those lost to absence in each week of each half term. Weeks of two years are held against each other by their place (week 3 of half term 2), not by date; the row of like weeks adds up only those that both years have whole, and in neither of which more than a tenth of sessions have no mark.',
    )
    .addHelpText(
      'after',
      examples([
        'weeks my-area --by school',
        'weeks my-area --by trust --compare last-year',
        'weeks my-area --by area --compare last-year --as-of 2025-10-10 --format csv',
      ]),
    )
    .action(async (folder: string, options: WeeksOptions) => {
      const { progress, stop } = progressOn(terminal);
      const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
      try {
        const { year, asOf } = options;
        const now = await readWeeks(terminal, area, options, { ...(year ? { year } : {}), ...(asOf ? { asOf } : {}) });
        const before = options.compare && (await readLastYear(terminal, area, options, now.answered.year));
        const table = before ? comparedTable(options.by, now.rows, before.rows) : plainTable(options.by, now.rows);
        terminal.out(printed(table, options.format, terminal.width));
        const note =
          options.by !== 'area' && isOwnRegister(options.by)
            ? 'Each school’s own register: these rows need not add up to the children’s total.\n'
            : '';
        terminal.err(about(area, now.answered, note));
      } finally {
        await area.close();
      }
    });
}

type Weeks = { readonly answered: Answered; readonly rows: readonly SchoolWeekRow[] };

async function readWeeks(
  terminal: Terminal,
  area: OpenArea,
  { by, knownAt }: WeeksOptions,
  question: { readonly year?: AcademicYear; readonly asOf?: CalendarDate },
): Promise<Weeks> {
  const asked = { ...question, ...(knownAt ? { knownAt } : {}) };
  const answered = await buildAccount(area.warehouse, asked, terminal.clock, area.packed);
  return { answered, rows: await area.warehouse.rows<SchoolWeekRow>(weeksSql(by)) };
}

async function readLastYear(
  terminal: Terminal,
  area: OpenArea,
  options: WeeksOptions,
  year: AcademicYear,
): Promise<Weeks> {
  const last = academicYearStarting(startYear(year) - 1);
  const years = await listYears(area.warehouse);
  if (!years.includes(last)) {
    throw new Refusal(
      'weeks/no-last-year',
      `There are no school days of ${last} to hold ${year} against. The years here: ${years.join(', ') || 'none'}.`,
    );
  }
  return readWeeks(terminal, area, options, { year: last });
}

function groupColumn(by: WeekGrouping): string {
  return by === 'school' ? 'urn' : by;
}

const WEEK = [
  'half_term',
  'week',
  'week_of',
  'days',
  'unmarked',
  'possible',
  'lost_absence',
  'absence_percent',
] as const;
const LAST_YEAR = [
  'last_week_of',
  'last_days',
  'last_unmarked',
  'last_possible',
  'last_lost_absence',
  'last_absence_percent',
] as const;

function plainTable(by: WeekGrouping, rows: readonly SchoolWeekRow[]): Table {
  const column = by === 'area' ? [] : [groupColumn(by)];
  return {
    columns: [...column, ...WEEK],
    rows: rows
      .filter(({ possible, unmarked }) => possible + unmarked > 0)
      .map((row) => ({ [groupColumn(by)]: row.grouped, ...placed(row.half_no, row.week_in_half), ...figures(row) })),
  };
}

function comparedTable(by: WeekGrouping, now: readonly SchoolWeekRow[], before: readonly SchoolWeekRow[]): Table {
  const groups = [...new Set([...now, ...before].map(({ grouped }) => grouped))].toSorted((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  const of = (rows: readonly SchoolWeekRow[], group: string) => rows.filter(({ grouped }) => grouped === group);
  return {
    columns: [...(by === 'area' ? [] : [groupColumn(by)]), ...WEEK, ...LAST_YEAR, 'compared'],
    rows: groups.flatMap((group) => {
      const { weeks, toDate } = compareWeeks(of(now, group), of(before, group));
      const named = { [groupColumn(by)]: group };
      return [
        ...weeks.map((week) => ({
          ...named,
          ...placed(week.half, week.week),
          ...(week.now ? figures(week.now) : {}),
          ...(week.before ? lastYears(week.before) : {}),
          compared: week.match,
        })),
        {
          ...named,
          week: 'like weeks',
          ...sums(toDate.now),
          ...lastYears({ week: '', days: null, unmarked: null, ...toDate.before }),
          compared: toDate.weeks,
        },
      ];
    }),
  };
}

type Sums = Pick<OneWeek, 'possible' | 'lost_absence'>;
type Figures = Sums & { readonly week: string; readonly days: number | null; readonly unmarked: number | null };

function placed(half: number, week: number) {
  return { half_term: half, week };
}

function sums({ possible, lost_absence }: Sums) {
  return { possible, lost_absence, absence_percent: percentText(lost_absence, possible) };
}

function figures({ week, days, unmarked, ...rest }: Figures) {
  return { week_of: week, days, unmarked, ...sums(rest) };
}

function lastYears({ week, days, unmarked, possible, lost_absence }: Figures) {
  return {
    last_week_of: week,
    last_days: days,
    last_unmarked: unmarked,
    last_possible: possible,
    last_lost_absence: lost_absence,
    last_absence_percent: percentText(lost_absence, possible),
  };
}
