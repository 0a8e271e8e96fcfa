import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { quoted } from '#store';

/**
 * `npx tsx bench/england/peers/clickhouse.ts FOLDER DIGEST CODES OUT PEERS [steps]`: all outputs by ClickHouse, in this
 * process (chdb, in the folder PEERS that `setup.sh` made). A register becomes a text of 730 bytes in which every place
 * that is closed, or outside the stay, is zero: one `bitAnd` with a mask. Its states are counted as substrings, and its
 * weeks by their texts, of which there are few. What follows is the SQL of the other peers, changed where ClickHouse
 * divides or joins in its own way.
 */
const [from = '', digest = '', codes = '', to = '', peers = '', ...flags] = process.argv.slice(2);
if (peers === '') throw new Error('Say what to read and where to write: clickhouse.ts FOLDER DIGEST CODES OUT PEERS');

type Session = { query(sql: string): string };

/** Registers worked on at once, as bytes of their files: some 300,000 children, 200 MB once unpacked. */
const SLICE_BYTES = 24_000_000;
const PLACES = 730;
/** The first place of June. */
const JUNE = 546;
const RULES = [2, 3, 4, 5, 6, 8, 9] as const;

/** Steps of the other peers that are done here in ClickHouse’s own way, while a slice is in memory. */
const DONE_BY_SLICE = new Set([
  'last marks',
  'as of',
  'registers of stays',
  'minutes late',
  'removals',
  'contested sessions',
]);

const began = performance.now();
const spent: (readonly [step: string, wall: number, cpu: number])[] = [];
const session = openSession();
const made = new Set<string>();
mkdirSync(to, { recursive: true });
for (const sql of [
  'create database account',
  'use account',
  'set max_threads = 2',
  // Joins stay in the order they are written: reordered, the two sums before a day would be joined with each other first.
  'set query_plan_optimize_join_order_limit = 0',
  'set join_use_nulls = 1',
  'set prefer_column_name_to_alias = 1',
  'set allow_suspicious_fixed_string_types = 1',
  'set engine_file_truncate_on_insert = 1',
])
  session.query(sql);
readDigest();
const slices = listSlices();
findLastDay();
for (const slice of slices) countSlice(slice);
countTexts();
for (const [, name, sql] of [...statements('registers.sql'), ...statements('account.sql')]) {
  if (!DONE_BY_SLICE.has(name)) step(name, inClickHouse(sql));
}
for (const [, name, sql] of statements('outputs.sql')) {
  step(
    `written: ${name}`,
    `insert into function file(${quoted(join(to, `${name}.parquet`))}, 'Parquet') ${inClickHouse(sql)}`,
  );
}
report();

function openSession(): Session {
  const found: unknown = createRequire(join(peers, 'package.json'))('chdb');
  if (isChdb(found)) return new found.Session();
  throw new Error(`${peers} has no chdb: make it with bench/england/peers/setup.sh`);
}

function isChdb(found: unknown): found is { readonly Session: new () => Session } {
  return typeof found === 'object' && found !== null && 'Session' in found && typeof found.Session === 'function';
}

function readDigest(): void {
  const file = (name: string): string => `file(${quoted(join(digest, `${name}.parquet`))}, 'Parquet')`;
  const text = (column: string): string => `ifNull(toString(${column}), '') as ${column}`;
  const flag = (column: string): string => `toUInt8(${column}) as ${column}`;
  // prettier-ignore
  const tables: Readonly<Record<string, string>> = {
    calendar: `select toInt32(calendar_no) as calendar_no, open, replaceAll(replaceAll(open, '0', '\\0'), '1', '\\xFF') as mask from ${file('calendar')}`,
    open_place: `select calendar_no, toInt32(place - 1) as pos from calendar array join arrayEnumerate(splitByString('', open)) as place where substring(open, place, 1) = '1'`,
    before: `select calendar_no, toInt32(place) as place, toInt32(countSubstrings(substring(open, 1, place), '1')) as n,
      toInt32(arrayCount((is_open, at) -> is_open = '1' and at % 2 = 1, splitByString('', substring(open, 1, place)), arrayEnumerate(splitByString('', substring(open, 1, place))))) as am
      from calendar array join range(${PLACES + 1}) as place`,
    week_place: `select toInt32(number) as week_no, toInt32(greatest(0, number * 14 - 12)) as first_place, toInt32(least(${PLACES}, number * 14 + 2)) as end_place,
      toString(toDate('2024-08-26') + number * 7) as week from numbers(53)`,
    day_no: 'select toInt32(number) as day from numbers(366)',
    school: `select urn, la, phase, ${text('trust')} from ${file('school')}`,
    attribute: `select attribute_no, ${text('year_group')}, ${text('sex')}, ${text('ethnicity')}, multiIf(fsm, 'Y', not fsm, 'N', '') as fsm, ${text('sen')} from ${file('attribute')}`,
    gap: `select * replace (${flag('contested')}) from ${file('gap')}`,
    removal: `select child_no, urn, pos, kind, minutes from ${file('removal')}`,
    code_rule: `select letter, code, code_no, rule from file(${quoted(codes)}, 'CSVWithNames', 'letter String, code String, code_no Int32, rule Int32')`,
  };
  for (const [name, sql] of Object.entries(tables)) create('digest read', name, sql);
}

type Slice = { readonly stays: string; readonly registers: string };

/** Authorities together, so that a slice is of some size. An authority may have stays and no register. */
function listSlices(): readonly Slice[] {
  const registers = join(from, 'register', 'year=2024');
  const marked = new Set(readdirSync(registers));
  const slices: string[][] = [];
  let room = 0;
  for (const name of readdirSync(join(digest, 'stay')).toSorted()) {
    const size = marked.has(name) ? statSync(join(registers, name)).size : 0;
    if (room < size || slices.length === 0) {
      slices.push([]);
      room = SLICE_BYTES;
    }
    room -= size;
    slices.at(-1)?.push(name);
  }
  const files = (folder: string, names: readonly string[]): string =>
    `file(${quoted(join(folder, `{${names.join(',')}}`))}, 'Parquet')`;
  return slices.map((names) => ({
    stays: files(join(digest, 'stay'), names),
    registers: `(select upn, urn, ifNull(marks, '') as marks, ifNull(am_late, '') as am_late, ifNull(pm_late, '') as pm_late from ${files(
      registers,
      names.filter((name) => marked.has(name)),
    )})`,
  }));
}

/** The last day with a mark other than `#` that counts: registers end with it, or with marks that are nowhere placed. */
function findLastDay(): void {
  const all = slices
    .map(
      ({ stays, registers }) =>
        `select calendar.open as open, stay.first_day as first_day, stay.last_day as last_day, register.marks as marks
         from ${registers} as register join (select upn, urn, first_day, last_day, calendar_no from ${stays}) as stay using (upn, urn)
         join calendar using (calendar_no)`,
    )
    .map(
      (sql) => `select max(if(
          last >= first_day * 2 and last <= last_day * 2 + 1 and substring(open, last + 1, 1) = '1', last,
          arrayMax(arrayMap((letter, is_open, at) ->
            if(is_open = '1' and letter not in (' ', '#') and at > first_day * 2 and at <= last_day * 2 + 2, at - 1, 0),
            splitByString('', if(good, '', rightPad(marks, ${PLACES}, ' '))), splitByString('', if(good, '', open)),
            arrayEnumerate(splitByString('', if(good, '', open)))))))
        from (select *, length(trimRight(replaceAll(marks, '#', ' '))) - 1 as last,
          last >= first_day * 2 and last <= last_day * 2 + 1 and substring(open, last + 1, 1) = '1' as good from (${sql}))`,
    );
  create(
    'as of',
    'as_of',
    `select toInt32(intDiv(max(day), 2)) as day from (${all.map((sql) => `select (${sql}) as day`).join(' union all ')})`,
  );
}

function countSlice({ stays, registers }: Slice): void {
  const rest =
    'child_no, upn, urn, calendar_no, first_day, last_day, own, main, contested, alone, attribute_no, cohort, again';
  const masked = `bitAnd(toFixedString(rightPad(marks, ${PLACES}, ' '), ${PLACES}),
    toFixedString(if(first_day = 0 and last_day = 364, mask, concat(repeat('\\0', first_day * 2),
      substring(mask, first_day * 2 + 1, (last_day - first_day + 1) * 2), repeat('\\0', ${PLACES} - (last_day + 1) * 2))), ${PLACES}))`;
  step('registers of stays', 'drop table if exists slice');
  create(
    'registers of stays',
    'slice',
    `select stay_no, ${rest}, ${masked} as marks, am_late, pm_late
     from (
       select stay.stay_no as stay_no, stay.child_no as child_no, stay.upn as upn, stay.urn as urn, stay.calendar_no as calendar_no,
         toInt32(stay.first_day) as first_day, toInt32(least(stay.last_day, (select day from as_of))) as last_day,
         toUInt8(stay.own) as own, toUInt8(stay.main) as main, toUInt8(stay.contested) as contested, toUInt8(stay.alone) as alone,
         stay.attribute_no as attribute_no, stay.cohort as cohort, toUInt8(stay.again) as again, calendar.mask as mask,
         ifNull(register.marks, '') as marks, ifNull(register.am_late, '') as am_late, ifNull(register.pm_late, '') as pm_late
       from ${registers} as register right join ${stays} as stay on register.upn = stay.upn and register.urn = stay.urn
       join calendar on calendar.calendar_no = stay.calendar_no
       where stay.first_day <= (select day from as_of)
     )`,
  );
  add('registers of stays', 'reg', `select stay_no, ${rest} from slice`);
  const letters = (rules: (rule: number) => boolean): string =>
    session
      .query(
        `select arrayStringConcat(groupArray(letter)) from (select letter from code_rule where rule in (${[...Array(12).keys()].filter(rules).join(', ')}) order by code_no)`,
      )
      .trim()
      .replaceAll("'", "''");
  const others = letters((rule) => rule > 1);
  const states = session
    .query(
      `select arrayStringConcat(groupArray(toString(if(rule = 11, 8, rule)))) from (select rule from code_rule where rule > 1 order by code_no)`,
    )
    .trim();
  // A space inside the mask is a register that was not taken.
  const classes = `translate(toString(marks), ${quoted(`${others} `)}, ${quoted(`${states}9`)})`;
  add(
    'counts of stays',
    'stay_sum',
    `select stay_no, ${RULES.map((rule) => `toInt64(countSubstrings(states, '${rule}')) as s${rule}`).join(', ')},
       ${RULES.map((rule) => `toInt64(if(cohort = 1, countSubstrings(substring(states, ${JUNE + 1}), '${rule}'), 0)) as j${rule}`).join(', ')}
     from (select stay_no, cohort, ${classes} as states from slice where own = 1)`,
  );
  const weeks = Array.from({ length: 52 }, (_, week) => `substring(marks, ${3 + 14 * week}, 14)`);
  add(
    'texts by week',
    'text_count',
    `select toInt32(week_no) as week_no, text, toInt64(count()) as n from slice
     array join range(0, 53) as week_no, [substring(marks, 1, 2), ${weeks.join(', ')}] as text
     where own = 1 and contested = 0 group by week_no, text`,
  );
  add(
    'late',
    'late_entry',
    `select stay_no, toInt32(splitByChar(':', entry)[1]) as pos, toInt32(splitByChar(':', entry)[2]) as minutes
     from slice array join splitByChar(' ', trimBoth(concat(am_late, ' ', pm_late))) as entry where am_late <> '' or pm_late <> ''`,
  );
  // Closed places are zero: what is said of them is nothing.
  add(
    'minutes late',
    'late',
    `select stay_no, contested, pos, least(minutes, 180) as minutes from late_entry join slice using (stay_no)
     where own = 1 and minutes > 0 and substring(marks, pos + 1, 1) = 'L'`,
  );
  add(
    'contested sessions',
    'heard',
    `select child_no, urn, toInt32(place - 1) as pos, own, main, letter
     from slice array join splitByString('', toString(marks)) as letter, arrayEnumerate(splitByString('', toString(marks))) as place
     where contested = 1 and letter <> '\\0'`,
  );
  for (const [, name, sql] of statements('account.sql')) {
    // Places outside the mask have no letter, so that the days and sessions need not be asked again.
    if (name === 'removals') add(name, 'removed', bodyOf(inClickHouse(sql)).replaceAll(/\breg\b/g, 'slice'));
  }
}

/** Each different text of a week once: its states, and its letters in place of the marks of a child who was there. */
function countTexts(): void {
  create(
    'every text counted',
    'text_cell',
    `select week_no, n, said = ' ' as is_unmarked, if(said = ' ', '?', said) as letter, place % 2 as is_morning
     from text_count array join splitByString('', toString(text)) as said, arrayEnumerate(splitByString('', toString(text))) as place
     where said <> '\\0'`,
  );
  create(
    'weeks of texts',
    'week_part',
    `select week_no, ${RULES.map((rule) => `toInt64(sumIf(n, rule = ${rule})) as s${rule}`).join(', ')}
     from (
       select week_no, n, if(is_unmarked, 9, if(code_rule.rule = 11, 8, code_rule.rule)) as rule
       from (select week_no, letter, is_unmarked, sum(n) as n from text_cell group by week_no, letter, is_unmarked) as cell
       left join code_rule on code_rule.letter = cell.letter
     ) group by week_no`,
  );
  create(
    'letters of texts',
    'letter_part',
    `select letter, toInt64(sum(n)) as n from text_cell group by letter
     union all select if(is_morning, '/', '.') as letter, -toInt64(sum(n)) as n from text_cell group by is_morning`,
  );
}

/** SQL of the other peers as ClickHouse takes it: it divides whole numbers in its own way, and keeps those below zero apart. */
function inClickHouse(sql: string): string {
  return sql
    .replaceAll('then 1 else 0 end', 'then toInt64(1) else toInt64(0) end')
    .replaceAll(/\b1 as n\b/g, 'toInt64(1) as n')
    .replaceAll(/\bcount\((\*|distinct \w+)\)/g, 'toInt64(count($1))')
    .replaceAll(/(\([^()]*\)|[\w.]+\([^()]*\)|[\w.]+) \/ (\d+)/g, 'intDiv($1, $2)')
    .replace(/create temp table (\w+) as/, 'create table $1 engine = Memory as');
}

function bodyOf(sql: string): string {
  return sql.replace(/^[^]*?engine = Memory as/, '');
}

function create(name: string, table: string, sql: string): void {
  step(name, `create table ${table} engine = Memory as ${sql}`);
}

/** Makes a table of the first slice, and adds what the next have to it. */
function add(name: string, table: string, sql: string): void {
  if (made.has(table)) step(name, `insert into ${table} ${sql}`);
  else create(name, table, sql);
  made.add(table);
}

function step(name: string, sql: string): void {
  const [at, before] = [performance.now(), process.cpuUsage()];
  session.query(sql);
  const { user, system } = process.cpuUsage(before);
  spent.push([name, (performance.now() - at) / 1000, (user + system) / 1e6]);
}

function statements(file: string): readonly (readonly [kind: string, name: string, sql: string])[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const macros = new Map([...text.matchAll(/^-- macro (\w+): (.*)$/gm)].map((found) => [found[1], found[2] ?? '']));
  const parts = text
    .replaceAll(/^-- macro .*$/gm, '')
    .replaceAll(/\{(\w+)\}/g, (_, macro: string) => macros.get(macro) ?? '')
    .split(/^-- (step|output): (.*)$/m);
  return Array.from({ length: (parts.length - 1) / 3 }, (_, at) => [
    parts[at * 3 + 1] ?? '',
    parts[at * 3 + 2] ?? '',
    (parts[at * 3 + 3] ?? '').trim().replace(/;$/, ''),
  ]);
}

function report(): void {
  if (flags.includes('steps')) {
    const sums = new Map<string, readonly [number, number]>();
    for (const [name, wall, cpu] of spent) {
      const [wallBefore, cpuBefore] = sums.get(name) ?? [0, 0];
      sums.set(name, [wallBefore + wall, cpuBefore + cpu]);
    }
    for (const [name, [wall, cpu]] of sums)
      process.stdout.write(`  ${name}: ${wall.toFixed(2)} s, processor ${cpu.toFixed(2)} s\n`);
  }
  const { user, system } = process.cpuUsage();
  process.stdout.write(
    `ClickHouse ${session.query('select version()').trim()}: ${((performance.now() - began) / 1000).toFixed(2)} s, ` +
      `processor ${((user + system) / 1e6).toFixed(2)} s, most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
  );
}
