import type { Warehouse } from '#store';

/** Later than every row that was received: what is mended has the last word. */
const LAST_WORD = '9000000000000000';

const RECEIVED = ['received_spell', 'received_mark', 'received_session'] as const;

/**
 * What was received of some children (`copied_child`), once for each scenario and under UPNs of its own, with what the
 * scenario puts in its place. It stands where the received relations stood until `putBack`.
 */
export async function putAside(warehouse: Warehouse): Promise<void> {
  await warehouse.run('create or replace temp table now_school_day as from school_day');
  for (const name of RECEIVED) await warehouse.run(`alter view ${name} rename to own_${name}`);
}

export async function putBack(warehouse: Warehouse): Promise<void> {
  for (const name of RECEIVED) {
    await warehouse.run(`drop view if exists ${name}`);
    await warehouse.run(`alter view own_${name} rename to ${name}`);
  }
}

export async function putCopies(warehouse: Warehouse, openDays: boolean): Promise<void> {
  await warehouse.run(`create or replace temp table copied_spell as ${COPIED_SPELL}`);
  await warehouse.run(`create or replace temp table copied_mark as ${COPIED_MARK}`);
  await warehouse.run(`create or replace temp table put_copied_spell as ${PUT_SPELL}`);
  await warehouse.run(`create or replace temp table put_copied_mark as ${PUT_MARK}`);
  await warehouse.run(`create or replace temp table renamed as ${RENAMED}`);
  await warehouse.run(`create or replace temp table mended_spell as ${renaming('copied_spell', 'put_copied_spell')}`);
  await warehouse.run(`create or replace temp table mended_mark as ${renaming('copied_mark', 'put_copied_mark')}`);
  await warehouse.run('create temp view received_spell as from mended_spell');
  await warehouse.run('create temp view received_mark as from mended_mark');
  const opened = openDays ? ` union all by name ${OPENED_DAYS}` : '';
  await warehouse.run(`create temp view received_session as from own_received_session${opened}`);
}

const nameOf = (table: string, column = 'upn'): string => `${table}.scenario || '|' || ${table}.${column}`;

const COPIED_SPELL = `
  select spell.* replace (${nameOf('copy')} as upn)
  from copied_child as copy join own_received_spell as spell on spell.upn = copy.upn
  where spell.recorded_at <= (select known_at from question)`;

const COPIED_MARK = `
  select mark.* replace (${nameOf('copy')} as upn)
  from copied_child as copy join own_received_mark as mark on mark.upn = copy.upn cross join question
  where mark.recorded_at <= question.known_at and mark.date between question.first_day and question.last_day`;

// A spell that is put keeps what else is known of the child at that school; else, of the child.
const PUT_SPELL = `
  select copied.* exclude (nth) replace (
    ${nameOf('put')} as upn, put.urn as urn, put.entry_date as entry_date, put.status as status,
    put.leaving_date as leaving_date, put.leaving_ground as leaving_ground, put.destination_urn as destination_urn,
    put.withdrawn as withdrawn, (select known_at from question) as recorded_at, ${LAST_WORD} as seq)
  from every_put_spell as put
  join copied_child as copy on copy.scenario = put.scenario and copy.upn = put.upn
  left join (
    select *, row_number() over (partition by upn order by entry_date desc, urn desc, recorded_at desc, seq desc) as nth
    from copied_spell where not withdrawn
  ) as copied on copied.upn = ${nameOf('put')}
  qualify row_number() over (
    partition by put.scenario, put.upn, put.urn, put.entry_date
    order by case when copied.urn = put.urn and copied.entry_date = put.entry_date then 0 when copied.urn = put.urn then 1
      else 2 end, copied.nth) = 1`;

const PUT_MARK = `
  select ${nameOf('put')} as upn, put.urn, put.date, case put.session when 'AM' then put.code end as am,
    case put.session when 'PM' then put.code end as pm, false as withdrawn,
    (select known_at from question) as recorded_at, ${LAST_WORD} as seq
  from every_put_mark as put join copied_child as copy on copy.scenario = put.scenario and copy.upn = put.upn`;

const RENAMED = `select ${nameOf('put')} as upn, put.urn, ${nameOf('put', 'new_upn')} as new_upn from every_put_child as put`;

/** Last of all, whose they are: what else is mended names children as they are named now. */
function renaming(copied: string, put: string): string {
  return `select rows.* replace (coalesce(renamed.new_upn, rows.upn) as upn)
    from (from ${copied} union all by name from ${put}) as rows
    left join renamed on renamed.upn = rows.upn and renamed.urn = rows.urn`;
}

// The later row of a school’s day wins, so it says of the other session what stood before.
const OPENED_DAYS = `
  select opened.urn, opened.date, greatest(coalesce(day.am, false)::integer, opened.am) as am,
    greatest(coalesce(day.pm, false)::integer, opened.pm) as pm, ${LAST_WORD} as seq, 0 as file_no, 0::bigint as line
  from (
    select urn, date, max((session = 'AM')::integer) as am, max((session = 'PM')::integer) as pm from put_day group by urn, date
  ) as opened
  left join now_school_day as day on day.urn = opened.urn and day.date = opened.date`;
