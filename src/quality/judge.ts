import type { AcademicYear } from '#kernel';
import { judgeReceived, type OpenArea } from '#exchange/area-files';
import type { Answered } from '#lost-learning';
import { buildModels, readModels } from '#store';
import type { RuleId } from './rule.ts';

const qualityModels = new URL('./models/', import.meta.url);

/** What `buildAccount` leaves standing, that these models read. */
const OF_THE_ACCOUNT = (
  'question school spell child school_day coverage register_session ' +
  'child_session several_schools gap suspension code_rule code_letter'
).split(' ');
const OF_JUDGING = ['mark_fault', 'spell_fault', 'removal_fault', 'spell_warning'];

const FINDINGS = ['placed_finding', 'put_mark', 'put_spell', 'put_child', 'put_day'];

/**
 * Judges the account that stands in the warehouse: makes `placed_finding`, a row for each thing to mend, and what would
 * stand instead if it were mended (`put_…`). Nothing of the account is changed.
 */
export async function judgeQuality(open: OpenArea): Promise<void> {
  const { warehouse } = open;
  const account = new Set(OF_THE_ACCOUNT);
  await judgeReceived(open, OF_JUDGING, account);
  const models = await readModels(warehouse, [qualityModels]);
  const named = open.manifest.files.map((file) => `(${file.position}, '${file.name.replaceAll("'", "''")}')`);
  await warehouse.run(
    `create or replace temp table received_file as from (values ${named.join(', ')}) as t(file_no, file)`,
  );
  await buildModels(warehouse, models, FINDINGS, new Set([...account, ...OF_JUDGING, 'kept_rejection']));
}

/** Rules that cannot be judged on what came in, with the reason, so that no finding is not taken for none. */
export type NotJudged = { readonly rule: RuleId; readonly why: string };

export async function listNotJudged({ warehouse }: OpenArea, answered: Answered): Promise<readonly NotJudged[]> {
  const { suspensions, names } = await warehouse.row<{ suspensions: number; names: number }>(
    `select (select count(*) from received_suspension) as suspensions,
      (select count(*) from child where given_name is not null and family_name is not null) as names`,
  );
  const unseen = (rule: RuleId): NotJudged => ({ rule, why: whyNotJudged(rule, answered.year) });
  return [
    ...(suspensions === 0 ? [unseen('suspension-without-e'), unseen('e-without-suspension')] : []),
    ...(names === 0 ? [unseen('two-upns-one-child')] : []),
  ];
}

/** Why a rule cannot be judged for want of suspensions, or of names. */
export function whyNotJudged(rule: RuleId, year: AcademicYear): string {
  return rule === 'two-upns-one-child'
    ? 'The roll has no names, so that one child under two UPNs cannot be seen.'
    : `No suspensions.csv has come in, so registers cannot be held against it for ${year}.`;
}
