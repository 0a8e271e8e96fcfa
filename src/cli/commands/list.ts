import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { openArea } from '#exchange/area-files';
import { findFormat, writeBook, type SpreadsheetFormat } from '#exchange/spreadsheets';
import { messageOf, Refusal, type CalendarDate, type Instant } from '#kernel';
import { buildAccount, type Answered } from '#lost-learning';
import {
  buildLists,
  findList,
  listEntries,
  lists,
  listTable,
  PERSONAL_DATA,
  type List,
  type TableEntry,
} from '#worklists';
import { asOfOption, formatOption, knownAtOption } from '../options.ts';
import { printed, type OutputFormat, type Table } from '../print-table.ts';
import { countOf } from '../report-findings.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';
import { schoolOption, yearGroupOption } from './list-options.ts';

type ListOptions = {
  readonly list?: string;
  readonly school?: number;
  readonly yearGroup?: number;
  readonly asOf?: CalendarDate;
  readonly knownAt?: Instant;
  readonly format: OutputFormat;
  readonly output?: string;
};

type OpenArea = Awaited<ReturnType<typeof openArea>>;

export function listCommand(terminal: Terminal): Command {
  return new Command('list')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .addOption(
      new Option('--list <id>', 'one list, whole (default: how many stand in each)').choices(lists.map(({ id }) => id)),
    )
    .addOption(schoolOption())
    .addOption(yearGroupOption())
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(formatOption())
    .option(
      '--output <file>',
      'write it to this file: .csv, .xlsx or .ods (with --list); one that is there is replaced',
    )
    .summary('the lists of the working day: who stands in each, and what is due')
    .description(
      'Prints the lists of the working day of an area: children and schools for whom something is to be done, by time or by what is due.\nLists are of the latest academic year that has a mark.',
    )
    .addHelpText(
      'after',
      examples([
        'list my-area',
        'list my-area --list reason-not-known --school 900101',
        'list my-area --list off-roll --as-of 2024-12-20 --known-at 2025-02-01 --format csv',
        'list my-area --list returns-due --output returns-due.xlsx',
      ]),
    )
    .action((folder: string, options: ListOptions, command: Command) => {
      if (options.output !== undefined && command.getOptionValueSource('format') !== 'default') throw twoFormats();
      return answer(terminal, folder, options);
    });
}

async function answer(terminal: Terminal, folder: string, options: ListOptions): Promise<void> {
  const list = options.list === undefined ? undefined : findList(options.list);
  const format = outputFormat(options, list);
  const { progress, stop } = progressOn(terminal);
  const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
  try {
    const { asOf, knownAt } = options;
    const question = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) };
    const answered = await buildAccount(area.warehouse, question, terminal.clock, area.packed);
    const names = await schoolNames(area);
    if (options.school !== undefined && !names.has(options.school)) throw noSchool(options.school);
    // Without a marked day there is no now that a list could be of.
    const wanted = answered.asOf === null ? [] : list ? [list] : lists;
    await buildLists(area.warehouse, wanted);
    const noMarks = (await isMarked(area, answered)) ? undefined : nothingToGoBy(answered);
    if (list) await tellList(terminal, { area, answered, names, list, format, options, noMarks });
    else await tellAll(terminal, { area, answered, options, noMarks });
    terminal.err(aboutAnswer(answered));
  } finally {
    await area.close();
  }
}

type Told = {
  readonly area: OpenArea;
  readonly answered: Answered;
  readonly names: ReadonlyMap<number, string>;
  readonly list: List;
  readonly format: SpreadsheetFormat | undefined;
  readonly options: ListOptions;
  /** Said in place of a list’s own words for nobody, where there is no mark. */
  readonly noMarks: string | undefined;
};

async function tellList(terminal: Terminal, told: Told): Promise<void> {
  const { list, options, names, format, noMarks } = told;
  const entries = await entriesOf(told.area, told.answered, list, options);
  const table = listTable(list, entries, (urn) => names.get(urn));
  const book = { sheet: list.title, ...table, about: aboutList(told) };
  if (options.output !== undefined && format) {
    await writeTo(options.output, await writeBook(book, format));
    terminal.err(`${countOf(entries.length, 'row', 'rows')} written to ${options.output}\n`);
  } else if (options.format === 'csv') {
    terminal.out(new TextDecoder().decode(await writeBook(book, 'csv')));
  } else {
    terminal.out(
      entries.length === 0
        ? `${noMarks ?? list.empty}\n`
        : printed(tableOf(table, options.format), options.format, terminal.width),
    );
  }
  if (noMarks !== undefined && (entries.length > 0 || format !== undefined || options.format !== 'table'))
    terminal.err(`${noMarks}\n`);
  if (list.about === 'child' && (format !== undefined || options.format !== 'table'))
    terminal.err(`${PERSONAL_DATA}\n`);
}

async function tellAll(
  terminal: Terminal,
  { area, answered, options, noMarks }: Omit<Told, 'list' | 'format' | 'names'>,
): Promise<void> {
  const rows: { readonly list: string; readonly title: string; readonly entries: number; readonly overdue: number }[] =
    [];
  for (const list of lists) {
    const entries = await entriesOf(area, answered, list, options);
    // Without a mark nobody is not none.
    if (noMarks !== undefined && entries.length === 0) continue;
    const overdue = entries.filter((entry) => entry.overdue).length;
    rows.push({ list: list.id, title: list.title, entries: entries.length, overdue });
  }
  const table = printed({ columns: ['list', 'title', 'entries', 'overdue'], rows }, options.format, terminal.width);
  const isSaid = noMarks !== undefined && rows.length === 0 && options.format === 'table';
  terminal.out(isSaid ? `${noMarks}\n` : table);
  if (noMarks !== undefined && !isSaid) terminal.err(`${noMarks}\n`);
}

async function isMarked(area: OpenArea, { asOf }: Answered): Promise<boolean> {
  if (asOf === null) return false;
  const marks = await area.warehouse.rows('select 1 as one from register_session where letter is not null limit 1');
  return marks.length > 0;
}

function nothingToGoBy({ year, asOf }: Answered): string {
  const until = asOf === null ? '' : ` up to ${asOf}`;
  return `There are no marks to go by in ${year}${until}, so nothing can be said of a list without entries: whether anybody should stand in it is not known.`;
}

async function entriesOf(
  area: OpenArea,
  answered: Answered,
  list: List,
  { school, yearGroup }: ListOptions,
): Promise<readonly TableEntry[]> {
  if (answered.asOf === null) return [];
  const entries: TableEntry[] = [];
  for await (const some of listEntries(area.warehouse, list, answered.year)) {
    entries.push(
      ...some.filter(
        (entry) =>
          (school === undefined || entry.urn === school) && (yearGroup === undefined || entry.year_group === yearGroup),
      ),
    );
  }
  return entries;
}

async function schoolNames(area: OpenArea): Promise<ReadonlyMap<number, string>> {
  const rows = await area.warehouse.rows<{ urn: number; name: string }>('select urn, name from school');
  return new Map(rows.map(({ urn, name }) => [urn, name]));
}

// A number that names a school is no quantity: in a printed table it has no commas.
function tableOf({ columns, rows }: ReturnType<typeof listTable>, format: OutputFormat): Table {
  const named = (heading: string, cell: string | number | boolean | null) =>
    format === 'table' && heading.endsWith('(URN)') && cell !== null ? String(cell) : cell;
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map(({ name, heading }, at) => [name, named(heading, row[at] ?? null)])),
    ),
  };
}

function aboutList({ list, answered }: Told): readonly (readonly [string, string])[] {
  return [
    ...(list.about === 'child' ? ([['Personal data', PERSONAL_DATA]] as const) : []),
    ['List', list.title],
    ['Who stands in it', list.asks],
    ['What to do next', list.next],
    ['Worked out', aboutAnswer(answered).trim()],
    ...list.sources.map(({ says, where, standing }) => ['Source', `${says} ${where} (${standing})`] as const),
  ];
}

function aboutAnswer({ year, asOf, knownAt }: Answered): string {
  const until = asOf === null ? 'no marks to go by' : `up to ${asOf}`;
  return `Academic year ${year}, ${until}, as known at ${knownAt.slice(0, 19)}Z.\n`;
}

/** What cannot be meant is said before the files are read. */
function outputFormat({ output, yearGroup }: ListOptions, list: List | undefined): SpreadsheetFormat | undefined {
  if (list?.about === 'school' && yearGroup !== undefined) {
    throw new Refusal('usage/list-of-schools', `${list.id} is about schools: leave out --year-group.`);
  }
  if (output === undefined) return undefined;
  const format = findFormat(output);
  if (!list) throw new Refusal('usage/list-missing', 'Name the list to write: --list reason-not-known --output FILE.');
  if (!format) {
    throw new Refusal('usage/output-format', `Name a file that ends in .csv, .xlsx or .ods, not ${output}.`);
  }
  return format;
}

function twoFormats(): Refusal {
  return new Refusal(
    'usage/format-and-output',
    'Leave out --format: what is written to a file goes by the ending of its name, .csv, .xlsx or .ods.',
  );
}

function noSchool(urn: number): Refusal {
  return new Refusal('list/no-school', `No school in schools.csv has the URN ${urn}. Check the number.`);
}

async function writeTo(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes).catch((error: unknown) => {
    throw new Refusal(
      'output/unwritable',
      `${file} cannot be written: ${messageOf(error)}. Choose another file for --output.`,
    );
  });
}
