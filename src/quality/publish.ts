import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startYear, type Clock } from '#kernel';
import type { OpenArea } from '#exchange/area-files';
import type { Answered } from '#lost-learning';
import { formOf, quoted, type Warehouse } from '#store';
import { FIGURE_NAMES, FIGURES_SQL, type Effect } from './effect.ts';
import { countsSql, type FindingsCount } from './findings-count.ts';
import { judgeQuality, listNotJudged, type NotJudged } from './judge.ts';
import { workOutEffects } from './mended.ts';
import { FINDINGS_ORDER, type Finding } from './open-findings.ts';
import { qualityRules } from './rules.ts';

/** What was found in a year’s account; the findings themselves stand in the warehouse as `placed_finding`. */
export type Quality = { readonly notJudged: readonly NotJudged[]; readonly effects: readonly Effect[] };

/** Judges the account that stands in the warehouse, and works out what mending would change. Replaces that account. */
export async function assessQuality(open: OpenArea, answered: Answered, clock: Clock): Promise<Quality> {
  await judgeQuality(open);
  const notJudged = await listNotJudged(open, answered);
  return { notJudged, effects: await workOutEffects(open.warehouse, answered, clock) };
}

const COUNTS_SQL = countsSql('placed_finding');

/** Every finding, with the name of its file. Rows about children. */
const FINDINGS_SQL = `
  select finding.* exclude (file_no, first_day, last_day), cast(finding.first_day as varchar) as since,
    cast(finding.last_day as varchar) as until, file
  from placed_finding as finding left join received_file using (file_no)`;

/** Counts of what was just assessed, for who reads the files without a store. */
export async function countFindings(warehouse: Warehouse): Promise<readonly FindingsCount[]> {
  return warehouse.rows<FindingsCount>(COUNTS_SQL);
}

/** One of each rule and school: the one that touches most sessions. */
export async function listFirstFindings(warehouse: Warehouse): Promise<readonly Finding[]> {
  return warehouse.rows<Finding>(
    `select * from (${FINDINGS_SQL}) qualify row_number() over (partition by rule, urn order by ${FINDINGS_ORDER}) = 1
     order by ${FINDINGS_ORDER}`,
  );
}

/**
 * Writes what pages show of a year: sums beside the account’s (`sums`), and the findings themselves, which are about
 * children, into a folder of their own that is read only with a permit.
 */
export async function writeQuality(
  open: OpenArea,
  answered: Answered,
  quality: Quality,
  folders: { readonly sums: string; readonly findings: string },
): Promise<void> {
  const { warehouse } = open;
  const year = startYear(answered.year);
  await mkdir(folders.sums, { recursive: true });
  await mkdir(folders.findings, { recursive: true });
  await copied(warehouse, COUNTS_SQL, join(folders.sums, `quality_count-${year}.parquet`));
  await copied(warehouse, effectsSql(quality.effects), join(folders.sums, `quality_effect-${year}.parquet`));
  await copied(warehouse, notJudgedSql(quality.notJudged), join(folders.sums, `quality_not_judged-${year}.parquet`));
  await copied(warehouse, FINDINGS_SQL, join(folders.findings, `finding-${year}.parquet`));
}

function copied(warehouse: Warehouse, sql: string, file: string): Promise<void> {
  return warehouse.run(`copy (${sql}) to ${quoted(file)} (format parquet)`);
}

function effectsSql(effects: readonly Effect[]): string {
  const rows = effects.map(({ rule, scenario, figures }) => {
    const numbers = FIGURE_NAMES.map((name) => String(figures[name]));
    return `(${quoted(rule)}, ${quoted(scenario)}, ${numbers.join(', ')})`;
  });
  return `select rule, scenario, ${FIGURE_NAMES.map((name) => `cast(${name} as bigint) as ${name}`).join(', ')}
    from (values ${rows.join(', ')}) as t(rule, scenario, ${FIGURE_NAMES.join(', ')})`;
}

function notJudgedSql(rows: readonly NotJudged[]): string {
  const values = rows.map(({ rule, why }) => `(${quoted(rule)}, ${quoted(why)})`);
  return `select * from (values ${[...values, "('', '')"].join(', ')}) as t(rule, why) where rule <> ''`;
}

/** Names what these sums are made by: another name, and what an older Kith wrote has to be worked out again. */
export async function qualityForm(): Promise<string> {
  const scenarios = JSON.stringify(qualityRules);
  return formOf([new URL('./models/', import.meta.url)], [COUNTS_SQL, FINDINGS_SQL, FIGURES_SQL, scenarios]);
}
