import type { Clock } from '#kernel';
import { buildAccount, type Answered } from '#lost-learning';
import type { Row, Warehouse } from '#store';
import { exchanged, figuresOf, filled, FIGURES_SQL, type Effect, type Figures } from './effect.ts';
import { putAside, putBack, putCopies } from './received-copies.ts';
import { qualityRules } from './rules.ts';

/**
 * How the picture would change: what was received is copied for the children whom a rule touches, once for each way it
 * may turn out, with what is mended in it; the very models that made the area’s account make the account of the copies,
 * and the difference to the same children’s account now is added to the area’s figures. The account in the warehouse is
 * replaced by that of the copies: read what is wanted of it before.
 */
export async function workOutEffects(
  warehouse: Warehouse,
  answered: Answered,
  clock: Clock,
): Promise<readonly Effect[]> {
  if (answered.asOf === null) return [];
  const now = await readNow(warehouse);
  await combinePuts(warehouse);
  const effects: Effect[] = [];
  const { days } = await warehouse.row<{ days: number }>('select count(*) as days from put_day');
  for (const part of days === 0 ? (['all'] as const) : (['closed', 'opened'] as const)) {
    if ((await chooseChildren(warehouse, part)) === 0) continue;
    await putAside(warehouse);
    try {
      await putCopies(warehouse, part === 'opened');
      const { year, asOf, knownAt } = answered;
      await buildAccount(warehouse, { year, asOf, knownAt }, clock);
      effects.push(...(await compareCopies(warehouse, now)));
    } finally {
      await putBack(warehouse);
    }
  }
  return [
    { rule: 'all', scenario: 'now', figures: now },
    ...effects.filter(({ rule }) => rule !== 'all'),
    ...registersTaken(now, effects),
    ...(await suspensionsRecorded(warehouse, now)),
  ];
}

/** Sessions of each child by the rule that decided them, and possible ones in the schools’ own registers. */
const states = (of: string): string => `
  select child.upn, week.rule, sum(week.sessions) as sessions
  from child_week as week join child on child.child_no = week.child_no where ${of} group by all`;
const registers = (of: string): string => `
  select child.upn, count(*) as sessions
  from register_session as register join child on child.child_no = register.child_no
  join code_rule as fact on fact.letter = register.letter where register.own and fact.possible and ${of} group by all`;

/** The area’s figures as the files stand; those of the children concerned are kept for the comparison. */
async function readNow(warehouse: Warehouse): Promise<Figures> {
  await warehouse.run(
    `create or replace temp table now_opened as
     select distinct child.upn, spell.urn, day.date from put_day as day
     join spell on spell.urn = day.urn and day.date between spell.entry_date and spell.last_date
     join child on child.upn = spell.upn
     union
     select child.upn, gap.urn, day.date from put_day as day
     join gap on gap.urn = day.urn and day.date >= gap.first_day and day.date < coalesce(gap.next_entry, date '9999-12-31')
     join child on child.child_no = gap.child_no`,
  );
  const concerned = `child.upn in (select upn from put_mark union all select upn from put_spell union all select upn from now_opened
    union all select upn from put_child union all select new_upn from put_child)`;
  await warehouse.run(`create or replace temp table now_state as ${states(concerned)}`);
  await warehouse.run(`create or replace temp table now_register as ${registers(concerned)}`);
  return figuresNow(warehouse);
}

/** The figures of the account that stands in the warehouse. */
export async function figuresNow(warehouse: Warehouse): Promise<Figures> {
  const row = await warehouse.row(
    `select * from (select ${FIGURES_SQL} from (select child_no as upn, rule, sessions from child_week))
     cross join (select count(*) as registers from register_session as register
       join code_rule as fact on fact.letter = register.letter where register.own and fact.possible)
     cross join (select count(*) as suspensions from suspension where category <> 'LNCH')`,
  );
  return figuresOf(row);
}

/**
 * `every_put_…`: each scenario by itself, and all rules mended at once, by the end that loses least (`all.low`) and the
 * one that loses most. Where two rules would put one thing, the first in the table has it.
 */
async function combinePuts(warehouse: Warehouse): Promise<void> {
  const ends = qualityRules.flatMap((rule, place) =>
    rule.scenarios.flatMap(({ id, end }) =>
      (['low', 'high'] as const).flatMap((side) =>
        end === 'only' || end === side ? [`('${rule.id}.${id}', 'all.${side}', ${place})`] : [],
      ),
    ),
  );
  await warehouse.run(
    `create or replace temp table one_end as from (values ${ends.join(', ')}) as t(scenario, combined, place)`,
  );
  const keys = { put_mark: 'upn, urn, date, session', put_spell: 'upn, urn, entry_date', put_child: 'upn, urn' };
  for (const [put, key] of Object.entries(keys)) {
    await warehouse.run(
      `create or replace temp table every_${put} as
       select ${put}.* from ${put}
       union all by name
       select ${put}.* replace (combined as scenario) from ${put} join one_end using (scenario)
       qualify row_number() over (partition by combined, ${key} order by place) = 1`,
    );
  }
}

/**
 * Whose account is worked out again. A session that a school would open is opened for every child there, so that what
 * opens sessions is worked out apart from what does not.
 */
async function chooseChildren(warehouse: Warehouse, part: 'all' | 'closed' | 'opened'): Promise<number> {
  const opens = `(scenario like 'all.%' or scenario in (select scenario from put_day))`;
  const only = { all: 'true', closed: `not ${opens}`, opened: opens }[part];
  await warehouse.run(
    `create or replace temp table copied_child as
     select distinct scenario, upn from (
       select scenario, upn from every_put_mark union all select scenario, upn from every_put_spell
       union all select scenario, upn from every_put_child
       union all select scenario, new_upn as upn from every_put_child
       union all select ends.scenario, now_opened.upn from now_opened
         cross join (select distinct scenario from put_day union all values ('all.low'), ('all.high')) as ends
     ) where ${only}`,
  );
  return (await warehouse.row<{ n: number }>('select count(*) as n from copied_child')).n;
}

async function compareCopies(warehouse: Warehouse, now: Figures): Promise<readonly Effect[]> {
  const was = await sums(
    warehouse,
    'select copy.scenario, now_state.* from now_state join copied_child as copy using (upn)',
    'select copy.scenario, now_register.* from now_register join copied_child as copy using (upn)',
  );
  const named = `split_part(upn, '|', 1) as scenario`;
  const is = await sums(
    warehouse,
    `select ${named}, * from (${states('true')})`,
    `select ${named}, * from (${registers('true')})`,
  );
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => {
    const [rule = '', scenario = ''] = key.split('.');
    return { rule, scenario, figures: exchanged(now, was.get(key) ?? figuresOf({}), is.get(key) ?? figuresOf({})) };
  });
}

async function sums(
  warehouse: Warehouse,
  stateRows: string,
  registerRows: string,
): Promise<ReadonlyMap<string, Figures>> {
  const rows = await warehouse.rows<Row & { scenario: string }>(
    `select * from (select scenario, ${FIGURES_SQL} from (${stateRows}) group by scenario)
     full join (select scenario, sum(sessions)::bigint as registers from (${registerRows}) group by scenario) using (scenario)`,
  );
  return new Map(rows.map((row) => [row.scenario, figuresOf(row)]));
}

/**
 * A session without a mark moves nothing else when it gets one, so its two ends are added, not copied. All at once: what
 * the copies leave without a mark is filled the same way.
 */
function registersTaken(now: Figures, effects: readonly Effect[]): readonly Effect[] {
  const mended = (side: string): Figures =>
    effects.find(({ rule, scenario }) => rule === 'all' && scenario === side)?.figures ?? now;
  return [
    { rule: 'register-not-taken', scenario: 'present', figures: filled(now, 'present') },
    { rule: 'register-not-taken', scenario: 'absent', figures: filled(now, 'absent') },
    { rule: 'all', scenario: 'low', figures: filled(mended('low'), 'present') },
    { rule: 'all', scenario: 'high', figures: filled(mended('high'), 'absent') },
  ];
}

async function suspensionsRecorded(warehouse: Warehouse, now: Figures): Promise<readonly Effect[]> {
  const { runs } = await warehouse.row<{ runs: number }>(
    `select count(*) as runs from placed_finding where rule = 'e-without-suspension'`,
  );
  const figures = { ...now, suspensions: now.suspensions + runs };
  return runs === 0 ? [] : [{ rule: 'e-without-suspension', scenario: 'recorded', figures }];
}
