import { Command, Option } from 'commander';
import { findAcademicYear, HALF_TERMS_A_YEAR, halfTermName, Refusal, type AcademicYear, type TermDates } from '#kernel';
import { findStore, keepOwnTerms, openArea, resetOwnTerms } from '#exchange/area-files';
import { halfTermsOf, judgeTerms, TAKEN_FROM } from '#lost-learning';
import { formatOption, yearOption } from '../options.ts';
import { printed, type OutputFormat } from '../print-table.ts';
import { word, type Cell } from '../statistical/cells.ts';
import { readCsvFile, refuseProblems, type CsvFile } from '../statistical/csv-file.ts';
import { placed, readRows } from '../statistical/rows.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

type TermsOptions = {
  readonly set?: string;
  readonly reset?: true;
  readonly year?: AcademicYear;
  readonly format: OutputFormat;
};

export function termsCommand(terminal: Terminal): Command {
  return new Command('terms')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .option(
      '--set <csv>',
      'set the area’s own half terms from a file: its first line names year, half_term, first_day and last_day, then six rows a year; what --format csv prints is such a file',
    )
    .addOption(new Option('--reset', 'go back to the half terms found from the schools’ days').conflicts('set'))
    .addOption(yearOption())
    .addOption(formatOption())
    .summary('show an area’s half terms, or set its own')
    .description(
      'Shows the six half terms of each year. They are found from the breaks that most schools share; an area may set its own, six rows a year. What was worked out with others is worked out again.',
    )
    .addHelpText(
      'after',
      examples([
        'terms my-area',
        'terms my-area --set half-terms.csv',
        'terms my-area --reset --year 2025/26',
        'terms my-area --format csv > half-terms.csv',
      ]),
    )
    .action(async (folder: string, options: TermsOptions) => {
      if (options.set !== undefined) await setTerms(terminal, folder, options.set);
      if (options.reset) await reset(terminal, folder, options.year);
      await show(terminal, folder, options);
    });
}

async function show(terminal: Terminal, folder: string, options: TermsOptions): Promise<void> {
  const { progress, stop } = progressOn(terminal);
  const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
  try {
    const years = (await halfTermsOf(area.warehouse)).filter(
      ({ year }) => options.year === undefined || options.year === year,
    );
    const rows = years.flatMap(({ year, halves }) =>
      halves.map((half) => ({
        year,
        half_term: half.no,
        first_day: half.first,
        last_day: half.last,
        name: halfTermName(half.no),
        taken_from: options.format === 'table' ? TAKEN_FROM[half.from] : half.from,
      })),
    );
    if (rows.length === 0) terminal.err('There is no school day to find half terms from.\n');
    const columns = ['year', 'half_term', 'first_day', 'last_day', 'name', 'taken_from'];
    terminal.out(printed({ columns, rows }, options.format, terminal.width));
  } finally {
    await area.close();
  }
}

async function reset(terminal: Terminal, folder: string, year: AcademicYear | undefined): Promise<void> {
  const any = await resetOwnTerms(await getStore(folder), year);
  const of = year === undefined ? '' : ` of ${year}`;
  terminal.err(
    any
      ? `The half terms${of} are those found from the schools’ days again.\n`
      : `The area had set no half terms${of} of its own: nothing changed.\n`,
  );
}

async function setTerms(terminal: Terminal, folder: string, path: string): Promise<void> {
  const store = await getStore(folder);
  const own = readTerms(await readCsvFile(path));
  await keepOwnTerms(store, own);
  terminal.err(
    `The area’s own half terms count in ${[...own.keys()].join(', ')}. Pages follow when they are next worked out.\n`,
  );
}

const year: Cell<AcademicYear> = (text) => {
  const found = findAcademicYear(text.trim());
  return found
    ? { kind: 'value', value: found }
    : { kind: 'problem', problem: 'Enter an academic year, like 2024/25.' };
};

const halfTerm: Cell<number> = (text) =>
  /^[1-6]$/.test(text.trim())
    ? { kind: 'value', value: Number(text) }
    : { kind: 'problem', problem: 'Enter a half term from 1 (early autumn) to 6 (late summer).' };

/** The half terms in a file: six rows for each year that it names, or the refusal of all of it. */
function readTerms(csv: CsvFile): ReadonlyMap<AcademicYear, readonly TermDates[]> {
  const columns = { year, half_term: halfTerm, first_day: word, last_day: word };
  const rows = readRows(csv, { columns, once: ['half_term', 'year'] });
  if (rows.length === 0) throw new Refusal('terms/none', `${csv.file} has no half terms. Give six rows for each year.`);
  const own = new Map<AcademicYear, readonly TermDates[]>();
  const problems = [];
  for (const of of new Set(rows.map((row) => row.values.year))) {
    const listed = rows
      .filter((row) => row.values.year === of)
      .toSorted((a, b) => a.values.half_term - b.values.half_term);
    if (listed.length < HALF_TERMS_A_YEAR) {
      const has = listed.map((row) => row.values.half_term).join(', ');
      const problem = `Give ${of} six rows, half terms 1 to 6. It has ${has}.`;
      problems.push(placed(csv, listed[0]?.line ?? 1, 'half_term', String(listed[0]?.values.half_term ?? ''), problem));
      continue;
    }
    const judged = judgeTerms(
      of,
      listed.map(({ values }) => ({ first: values.first_day, last: values.last_day })),
    );
    if (judged.kind === 'good') own.set(of, judged.terms);
    else {
      for (const { no, field, problem } of judged.faults) {
        const row = listed[no - 1];
        const text = row?.values[`${field}_day`] ?? '';
        problems.push(placed(csv, row?.line ?? 1, `${field}_day`, text, problem));
      }
    }
  }
  if (problems.length > 0)
    refuseProblems(
      csv.file,
      problems.toSorted((a, b) => a.line - b.line),
    );
  return own;
}

async function getStore(folder: string): Promise<NonNullable<Awaited<ReturnType<typeof findStore>>>> {
  const store = await findStore(folder);
  if (store) return store;
  throw new Refusal(
    'terms/no-store',
    `There is no area’s store at ${folder}, so there is nowhere to keep its half terms. Bring files in with: kith import <folder>`,
  );
}
