import { attendanceCodes, CODES_CHANGED_ON } from '#register';
import { INSTANT_PATTERN, UPN_ALPHABET } from '#kernel';
import type { Column, Format } from './formats.ts';

/**
 * SQL that turns relation `raw` into typed rows and rejections, from the table of formats.
 * A column source is SQL for its text (or its own type, from Parquet), or undefined where the file has no such column.
 */
export type Source = { readonly sql: string; readonly type: string };
export type Sources = Readonly<Record<string, Source | undefined>>;

const TYPE_OF: Readonly<Record<Column['type']['is'], string>> = {
  upn: 'VARCHAR',
  urn: 'INTEGER',
  la: 'VARCHAR',
  date: 'DATE',
  instant: 'TIMESTAMP',
  text: 'VARCHAR',
  code: 'VARCHAR',
  'minutes-late': 'INTEGER',
  'nhs-number': 'VARCHAR',
  flag: 'BOOLEAN',
  list: 'VARCHAR',
  whole: 'INTEGER',
};

/** The columns of a format with the SQL type of their values. */
export function typedColumns(format: Format): readonly { readonly name: string; readonly type: string }[] {
  return format.columns.map((column) => ({ name: column.name, type: TYPE_OF[column.type.is] }));
}

/** Relation `judged`: line, text and value of each column, and which column (by number, from 1) rejects the row. */
export function judgedSql(format: Format, sources: Sources): string {
  const texts = format.columns.map((column) => `${textOf(sources[column.name])} as ${column.name}_text`);
  const valuesOf = (columns: readonly Column[]): string =>
    columns.map((column) => `, ${valueOf(column, sources)} as ${column.name}`).join('');
  // After the others: a code is judged by the date of its row, which is read once.
  const codes = format.columns.filter((column) => column.type.is === 'code');
  const others = format.columns.filter((column) => column.type.is !== 'code');
  const rowFault = format.columns.flatMap((column, index) => {
    const bad = badSql(column);
    if (column.required) return [`when ${column.name} is null then ${index + 1}`];
    return column.strict ? [`when ${bad} then ${index + 1}`] : [];
  });
  return `select *, case ${rowFault.join(' ')} else 0 end as bad_column
    from (select *${valuesOf(codes)} from (
      select *${valuesOf(others)} from (select line, ${texts.join(', ')}, ${natives(format, sources)} from raw)${upnJoin(format)}))`;
}

/**
 * Relation `upn_checked`: each different UPN of the file, checked once. A register names each pupil hundreds of times.
 */
export function upnsSql(sources: Sources): string {
  const { upn } = sources;
  const text = upn ? textOf(upn) : 'null::varchar';
  return `select upn_text, is_upn(upn_text) as is_right from (select distinct ${text} as upn_text from raw)`;
}

function upnJoin(format: Format): string {
  return format.columns.some((column) => column.type.is === 'upn') ? ' left join upn_checked using (upn_text)' : '';
}

/** The rows that can be used, in the format’s own column names; `had_fault` where a value was rejected and the row kept. */
export function acceptedSql(format: Format): string {
  const columns = format.columns.map((column) => column.name).join(', ');
  return `select line, ${columns}, ${anyBadSql(format)} as had_fault from judged where bad_column = 0`;
}

function anyBadSql(format: Format): string {
  return format.columns
    .filter((column) => !(column.required ?? column.strict))
    .map(badSql)
    .concat('false')
    .join(' or ');
}

/** Relation `faulty`: the rows of `judged` in which something was rejected. A second pass, for files that have any. */
export function faultySql(format: Format): string {
  return `select * from judged where bad_column > 0 or ${anyBadSql(format)}`;
}

/** One row a rejected value: line, column, value, fault, and the pupil, school and dates where they could be read. */
export function rejectedSql(format: Format): string {
  const has = (name: string): boolean => format.columns.some((column) => column.name === name);
  const who = [
    ['upn', 'varchar'],
    ['urn', 'integer'],
    ['entry_date', 'date'],
    ['leaving_date', 'date'],
    ['date', 'date'],
  ]
    .map(([name = '', type]) => `${has(name) ? name : `null::${type}`} as ${name}`)
    .join(', ');
  const parts = format.columns.flatMap((column, index) => {
    const from = (where: string, whole: boolean): string =>
      `select line, '${column.name}' as column_name, coalesce(${column.name}_text, '') as value, ${faultSql(column)} as fault,
        ${whole} as whole_row, ${who} from faulty where ${where}`;
    if (column.required ?? column.strict) return [from(`bad_column = ${index + 1}`, true)];
    return [from(`bad_column = 0 and ${badSql(column)}`, false)];
  });
  return parts.join(' union all ');
}

function faultSql(column: Column): string {
  const byType: Partial<Record<Column['type']['is'], string>> = { instant: 'recorded-at', 'minutes-late': 'minutes' };
  if (column.type.is === 'code') {
    const all = attendanceCodes.map((fact) => sqlText(fact.code)).join(', ');
    return `case when ${column.name}_text in (${all}) then 'not-in-force' else 'unknown-code' end`;
  }
  const fault = column.name === 'leaving_date' ? 'leaving-date' : (byType[column.type.is] ?? column.type.is);
  return column.required ? `case when ${column.name}_text is null then 'required' else '${fault}' end` : `'${fault}'`;
}

function badSql(column: Column): string {
  return `(${column.name}_text is not null and ${column.name} is null)`;
}

function textOf(source: Source | undefined): string {
  if (!source) return 'null::varchar';
  return source.type === 'VARCHAR' ? `nullif(${source.sql}, '')` : `(${source.sql})::varchar`;
}

// A Parquet column that has the right type already is used as it is; its text is made only for messages.
function natives(format: Format, sources: Sources): string {
  const list = format.columns.map((column) => {
    const source = sources[column.name];
    return `${source && isNative(column, source) ? nativeValue(source) : 'null'} as ${column.name}_native`;
  });
  return list.join(', ');
}

function isNative(column: Column, source: Source): boolean {
  if (column.type.is === 'date') return source.type === 'DATE';
  if (column.type.is === 'instant') return source.type.startsWith('TIMESTAMP');
  if (column.type.is === 'flag') return source.type === 'BOOLEAN';
  return false;
}

function nativeValue(source: Source): string {
  return source.type === 'TIMESTAMP WITH TIME ZONE' ? `(${source.sql}) at time zone 'UTC'` : source.sql;
}

function valueOf(column: Column, sources: Sources): string {
  const source = sources[column.name];
  const type = TYPE_OF[column.type.is];
  if (!source) return `null::${type}`;
  if (column.name === 'leaving_date') {
    const [left, entered] = [dateIn('leaving_date', source), dateIn('entry_date', sources['entry_date'])];
    return `case when ${left} >= ${entered} or ${entered} is null then ${left} end`;
  }
  if (isNative(column, source)) return `${column.name}_native::${type}`;
  const text = `${column.name}_text`;
  const { type: kind } = column;
  switch (kind.is) {
    case 'upn':
      return `case when is_right then ${text} end`;
    case 'urn':
      return matching(text, '\\d{6}', `${text}::integer`);
    case 'la':
      return matching(text, '\\d{3}', text);
    case 'date':
      return dateOf(text);
    case 'instant':
      return matchingAny(text, INSTANT_PATTERN, `try_cast(upper(${text}) as timestamptz) at time zone 'UTC'`);
    case 'flag':
      return `case ${text} when 'Y' then true when 'N' then false end`;
    case 'list':
      return `case when ${text} in (${kind.of.map(sqlText).join(', ')}) then ${text} end`;
    case 'whole':
      return matching(
        text,
        '-?(0|[1-9]\\d{0,3})',
        `case when ${text}::integer between ${kind.from} and ${kind.to} then ${text}::integer end`,
      );
    case 'minutes-late':
      return matching(text, '\\d{1,6}', `${text}::integer`);
    case 'nhs-number':
      return `case when is_nhs_number(replace(${text}, ' ', '')) then replace(${text}, ' ', '') end`;
    case 'code':
      return codeOf(text);
    case 'text':
      return text;
  }
}

/** Every format with a code has the date of its row. */
function codeOf(text: string): string {
  const inForce = (facts: typeof attendanceCodes): string =>
    `list_contains([${facts.map((fact) => sqlText(fact.code)).join(', ')}], ${text})`;
  return `case when ${inForce(attendanceCodes.filter((fact) => fact.from === undefined))} and date < date '${CODES_CHANGED_ON}' then ${text}
    when ${inForce(attendanceCodes.filter((fact) => fact.to === undefined))} and date >= date '${CODES_CHANGED_ON}' then ${text} end`;
}

function dateIn(name: string, source: Source | undefined): string {
  return source?.type === 'DATE' ? `${name}_native` : dateOf(`${name}_text`);
}

function dateOf(text: string): string {
  return matching(text, '\\d{4}-\\d{2}-\\d{2}', `try_cast(${text} as date)`);
}

function matching(text: string, pattern: string, value: string): string {
  return matchingAny(text, `^${pattern}$`, value);
}

function matchingAny(text: string, pattern: string, value: string): string {
  return `case when regexp_matches(${text}, '${pattern}') then ${value} end`;
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What a character of a UPN counts: a digit itself, and the last one also its place among the letters. */
function valueAt(place: number): string {
  const digit = `strpos('0123456789', t[${place}])`;
  return place < 13 ? `(${digit} - 1)` : `(${digit} + strpos('${UPN_ALPHABET}', t[${place}]) - 1)`;
}

/** Macros the typed rows use, for DuckDB. The same rules in TypeScript: kernel/upn.ts. */
export const macros: readonly string[] = [
  `create or replace temp macro is_upn(t) as (coalesce(regexp_matches(t, '^[${UPN_ALPHABET}]\\d{11}[\\d${UPN_ALPHABET}]$') and t[1] = '${UPN_ALPHABET}'[(
    ${Array.from({ length: 12 }, (_, index) => `${valueAt(index + 2)} * ${index + 2}`).join(' + ')}) % 23 + 1], false))`,
  `create or replace temp macro is_nhs_number(t) as (coalesce(regexp_matches(t, '^\\d{10}$') and t[10]::integer = (11 - (
    ${Array.from({ length: 9 }, (_, index) => `t[${index + 1}]::integer * ${10 - index}`).join(' + ')}) % 11) % 11, false))`,
];
