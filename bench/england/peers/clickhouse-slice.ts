import type { ClickHouse } from './clickhouse-engine.ts';
import { quoted, readStatements } from './statements.ts';

export const PLACES = 730;
/** The first place of June. */
const JUNE = 546;
const RULES = [2, 3, 4, 5, 6, 8, 9] as const;

/** The stays and registers of some authorities, as relations. */
export type Slice = { readonly stays: string; readonly registers: string };

/** Steps of the other peers that are done here in ClickHouse’s own way, while a slice is in memory. */
export const DONE_BY_SLICE: ReadonlySet<string> = new Set([
  'last marks',
  'as of',
  'registers of stays',
  'minutes late',
  'removals',
  'contested sessions',
]);

/** Counts the registers of some authorities, and keeps of them what is added up later. */
export function countSlice(engine: ClickHouse, { stays, registers }: Slice): void {
  const rest =
    'child_no, upn, urn, calendar_no, first_day, last_day, own, main, contested, alone, attribute_no, cohort, again';
  const masked = `bitAnd(toFixedString(rightPad(marks, ${PLACES}, ' '), ${PLACES}),
    toFixedString(if(first_day = 0 and last_day = 364, mask, concat(repeat('\\0', first_day * 2),
      substring(mask, first_day * 2 + 1, (last_day - first_day + 1) * 2), repeat('\\0', ${PLACES} - (last_day + 1) * 2))), ${PLACES}))`;
  engine.create(
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
  engine.add('registers of stays', 'reg', `select stay_no, ${rest} from slice`);
  // A space inside the mask is a register that was not taken.
  const letters = engine.value(
    `select arrayStringConcat(groupArray(letter)) from (select letter from code_rule where rule > 1 order by code_no)`,
  );
  const states = engine.value(
    `select arrayStringConcat(groupArray(toString(if(rule = 11, 8, rule)))) from (select rule from code_rule where rule > 1 order by code_no)`,
  );
  const classes = `translate(toString(marks), ${quoted(`${letters} `)}, ${quoted(`${states}9`)})`;
  engine.add(
    'counts of stays',
    'stay_sum',
    `select stay_no, ${RULES.map((rule) => `toInt64(countSubstrings(states, '${rule}')) as s${rule}`).join(', ')},
       ${RULES.map((rule) => `toInt64(if(cohort = 1, countSubstrings(substring(states, ${JUNE + 1}), '${rule}'), 0)) as j${rule}`).join(', ')}
     from (select stay_no, cohort, ${classes} as states from slice where own = 1)`,
  );
  const weeks = Array.from({ length: 52 }, (_, week) => `substring(marks, ${3 + 14 * week}, 14)`);
  engine.add(
    'texts by week',
    'text_count',
    `select toInt32(week_no) as week_no, text, toInt64(count()) as n from slice
     array join range(0, 53) as week_no, [substring(marks, 1, 2), ${weeks.join(', ')}] as text
     where own = 1 and contested = 0 and text <> repeat('\\0', 14) group by week_no, text`,
  );
  const entries = `select stay_no, contested, own, toInt32(splitByChar(':', entry)[1]) as pos,
      toInt32(splitByChar(':', entry)[2]) as minutes, substring(marks, pos + 1, 1) as letter
     from slice array join splitByChar(' ', trimBoth(concat(am_late, ' ', pm_late))) as entry where am_late <> '' or pm_late <> ''`;
  // Closed places are zero: what is said of them is nothing.
  engine.create('minutes late', 'told_late', `select * from (${entries}) where letter = 'L' and minutes > 0`);
  engine.add('minutes late', 'late_entry', 'select stay_no, pos, minutes from told_late where contested = 1');
  engine.create(
    'minutes late',
    'late_of_slice',
    'select stay_no, contested, pos, least(minutes, 180) as minutes from told_late where own = 1',
  );
  engine.add('minutes late', 'late', 'select * from late_of_slice');
  engine.add(
    'contested sessions',
    'heard',
    `select child_no, urn, toInt32(place - 1) as pos, own, main, letter
     from slice array join splitByString('', toString(marks)) as letter, arrayEnumerate(splitByString('', toString(marks))) as place
     where contested = 1 and letter <> '\\0'`,
  );
  for (const [, name, sql] of readStatements('account.sql')) {
    // Places outside the mask have no letter, so that the days and sessions need not be asked again.
    if (name === 'removals')
      engine.add(
        name,
        'removed',
        bodyOf(inClickHouse(sql))
          .replaceAll(/\breg\b/g, 'slice')
          .replaceAll(/\blate\b(?!-)/g, 'late_of_slice'),
      );
  }
}

/** Each different text of a week once: its states, and its letters in place of the marks of a child who was there. */
export function countTexts(engine: ClickHouse): void {
  engine.create(
    'every text counted',
    'text_cell',
    `select week_no, n, said = ' ' as is_unmarked, if(said = ' ', '?', said) as letter, place % 2 as is_morning
     from text_count array join splitByString('', toString(text)) as said, arrayEnumerate(splitByString('', toString(text))) as place
     where said <> '\\0'`,
  );
  engine.create(
    'weeks of texts',
    'week_part',
    `select week_no, ${RULES.map((rule) => `toInt64(sumIf(n, rule = ${rule})) as s${rule}`).join(', ')}
     from (
       select week_no, n, if(is_unmarked, 9, if(code_rule.rule = 11, 8, code_rule.rule)) as rule
       from (select week_no, letter, is_unmarked, sum(n) as n from text_cell group by week_no, letter, is_unmarked) as cell
       left join code_rule on code_rule.letter = cell.letter
     ) group by week_no`,
  );
  engine.create(
    'letters of texts',
    'letter_part',
    `select letter, toInt64(sum(n)) as n from text_cell group by letter
     union all select if(is_morning, '/', '.') as letter, -toInt64(sum(n)) as n from text_cell group by is_morning`,
  );
}

/** SQL of the other peers as ClickHouse takes it: it divides whole numbers in its own way, and keeps those below zero apart. */
export function inClickHouse(sql: string): string {
  return sql
    .replaceAll('then 1 else 0 end', 'then toInt64(1) else toInt64(0) end')
    .replaceAll(/\b1 as n\b/g, 'toInt64(1) as n')
    .replaceAll(/\bcount\((\*|distinct \w+)\)/g, 'toInt64(count($1))')
    .replaceAll(/(\([^()]*\)|[\w.]+\([^()]*\)|[\w.]+) \/ (\d+)/g, 'intDiv($1, $2)')
    .replace(/create temp table (\w+) as/, 'create or replace table $1 engine = Memory as');
}

function bodyOf(sql: string): string {
  return sql.replace(/^[^]*?engine = Memory as/, '');
}
