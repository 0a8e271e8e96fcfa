import { INSTANT_PATTERN } from '#kernel';
import { quoted } from '#store';
import { datePatterns, MONTH_STARTS, WEEKDAY_STARTS, type DatePattern } from './uk-date.ts';

/** A DATE from a clean value, or null. The rule is that of `findUkDate`; one test runs both. */
export function ukDateSql(value: string, pivot: number, timeOfDay: 'allowed' | 'none' = 'allowed'): string {
  const plain = `regexp_full_match(${value}, '[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3}')`;
  const others = datePatterns(timeOfDay).map((each) => patternSql(`lower(${value})`, each, pivot));
  // Nearly every date of a UK export is the plain form, and the strict parser is quick.
  return `CASE WHEN ${plain} THEN try_strptime(${value}, '%d/%m/%Y')::DATE ELSE coalesce(${others.join(', ')}) END`;
}

function patternSql(value: string, { pattern, names }: DatePattern, pivot: number): string {
  const parts = `regexp_extract(${value}, ${quoted(`^(?:${pattern})$`)}, [${names.map(quoted).join(', ')}])`;
  const month = `CASE WHEN regexp_full_match(p.m, '[0-9]+') THEN p.m ELSE list_position([${MONTH_STARTS.map(quoted).join(', ')}], left(p.m, 3))::VARCHAR END`;
  const year = `CASE WHEN length(p.y) = 4 THEN p.y WHEN try_cast(p.y AS INTEGER) <= ${pivot} THEN '20' || p.y ELSE '19' || p.y END`;
  const date = `try_cast((${year}) || '-' || lpad(${month}, 2, '0') || '-' || lpad(p.d, 2, '0') AS DATE)`;
  const printed = names.includes('weekday')
    ? `p.weekday = '' OR left(p.weekday, 3) = [${WEEKDAY_STARTS.map(quoted).join(', ')}][isodow(${date})]`
    : 'true';
  return `[CASE WHEN p.d <> '' AND (${printed}) THEN ${date} END FOR p IN [${parts}]][1]`;
}

const CLOCK = '([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})([.][0-9]+)?)?(?: ?(am|pm))?';

/**
 * RFC 3339 text from a clean value, or null. What already is RFC 3339 stays. Anything else is UK local time:
 * summer time (+01:00) from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October, else
 * +00:00 (Summer Time Act 1972 as amended by the Summer Time Order 2002). The hour that comes twice in October is
 * taken as the first, summer-time one; the hour that never was in March is not read. A date alone is the last second
 * of its day, so that nothing counts as known before it was.
 */
export function ukInstantSql(value: string, pivot: number): string {
  const parts = `regexp_extract(lower(${value}), ${quoted(`^(.*[^ ,t])(?:,? +|t)${CLOCK}$`)}, ['day', 'h', 'm', 's', 'f', 'half'])`;
  const hour = `CASE t.half WHEN 'am' THEN t.h::INTEGER % 12 WHEN 'pm' THEN t.h::INTEGER % 12 + 12 ELSE t.h::INTEGER END`;
  const fits = `t.h <> '' AND (t.half = '' AND t.h::INTEGER < 24 OR t.half <> '' AND t.h::INTEGER BETWEEN 1 AND 12)`;
  const clock = `lpad((${hour})::VARCHAR, 2, '0') || ':' || t.m || ':' || CASE WHEN t.s = '' THEN '00' ELSE t.s END`;
  const local = `try_cast((${ukDateSql('t.day', pivot, 'none')})::VARCHAR || ' ' || ${clock} AS TIMESTAMP)`;
  const slow = `[CASE WHEN ${fits} THEN ${offsetSql(local, 't.f')} END FOR t IN [${parts}]][1]`;
  const plain = `regexp_full_match(${value}, '[0-9]{1,2}/[0-9]{1,2}/[12][0-9]{3} [0-9]{2}:[0-9]{2}(:[0-9]{2})?')`;
  const quick = offsetSql(`try_strptime(${value}, ['%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S'])`, "''");
  const untimed = offsetSql(`(${ukDateSql(value, pivot, 'none')}) + INTERVAL '86399' SECOND`, "''");
  return `CASE WHEN regexp_full_match(${value}, ${quoted(INSTANT_PATTERN)}) THEN ${value} WHEN ${plain} THEN ${quick} ELSE coalesce(${untimed}, ${slow}) END`;
}

// `[… FOR l IN [x]][1]` names a value once inside an expression; SQL has no LET.
function offsetSql(local: string, fraction: string): string {
  const sunday = (month: number): string =>
    `[e - CAST(isodow(e) % 7 AS INTEGER) FOR e IN [make_date(year(l)::INTEGER, ${month}, 31)]][1]`;
  const text = (offset: string): string => `strftime(l, '%Y-%m-%dT%H:%M:%S') || ${fraction} || '${offset}'`;
  const from = `${sunday(3)} + INTERVAL 1 HOUR`;
  const summer = `CASE WHEN month(l) IN (11, 12, 1, 2) THEN false WHEN month(l) BETWEEN 4 AND 9 THEN true WHEN month(l) = 3 THEN CASE WHEN l < ${from} THEN false WHEN l >= ${sunday(3)} + INTERVAL 2 HOUR THEN true END ELSE l < ${sunday(10)} + INTERVAL 2 HOUR END`;
  return `[CASE ${summer} WHEN true THEN ${text('+01:00')} WHEN false THEN ${text('+00:00')} END FOR l IN [${local}]][1]`;
}
