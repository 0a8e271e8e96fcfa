import { Refusal } from '#kernel';
import type { OpenArea } from '#exchange/area-files';
import { buildAccount, type Answered } from '#lost-learning';
import {
  assessQuality,
  countedAs,
  countFindings,
  findingWords,
  findPicture,
  getRule,
  listFirstFindings,
  placeWords,
  qualityRules,
  type Finding,
  type FindingsCount,
  type NameOfSchool,
  type Picture,
  type Quality,
  type RuleId,
} from '#quality';
import type { Terminal } from './terminal.ts';

/** What to mend in one year of an area, as far as it was asked for. */
export type Assessed = {
  readonly answered: Answered;
  readonly quality: Quality;
  readonly counts: readonly FindingsCount[];
  readonly first: readonly Finding[];
  readonly nameOf: NameOfSchool;
};

export type Asked = { readonly school?: number; readonly rule?: RuleId };

/** Judges an area’s latest year; undefined where it has no mark to go by. Replaces the account in the warehouse. */
export async function findAssessed(area: OpenArea, asked: Asked, terminal: Terminal): Promise<Assessed | undefined> {
  const answered = await buildAccount(area.warehouse, {}, terminal.clock, area.packed);
  const schools = await area.warehouse.rows<{ urn: number; name: string }>('select urn, name from school');
  if (asked.school !== undefined && !schools.some(({ urn }) => urn === asked.school)) {
    throw new Refusal('check/no-school', `No school with the URN ${asked.school} is in schools.csv. Check the URN.`);
  }
  if (answered.asOf === null) return undefined;
  const names = new Map(schools.map(({ urn, name }) => [urn, name]));
  const quality = await assessQuality(area, answered, terminal.clock);
  const wanted = ({ rule, urn }: { readonly rule: RuleId; readonly urn: number | null }): boolean =>
    (asked.rule === undefined || rule === asked.rule) && (asked.school === undefined || urn === asked.school);
  return {
    answered,
    quality,
    counts: (await countFindings(area.warehouse)).filter(wanted),
    first: (await listFirstFindings(area.warehouse)).filter(wanted),
    nameOf: (urn) => names.get(urn) ?? `school ${urn}`,
  };
}

/**
 * Rule by rule: how many, at which schools, one of them, how to correct it, and what that would change. `saidSo`: that
 * there is nothing has been said already.
 */
export function tellQuality(assessed: Assessed, asked: Asked, saidSo: boolean, terminal: Terminal): void {
  const { answered, quality, counts } = assessed;
  if (!saidSo) terminal.out(`\nTo mend in ${answered.year}, up to ${answered.asOf ?? ''}:\n`);
  for (const { id } of qualityRules) {
    const some = counts.filter(({ rule }) => rule === id);
    if (some.length > 0) terminal.out(ruleText(assessed, id, some));
  }
  if (counts.length === 0 && !saidSo) terminal.out('Nothing found.\n');
  for (const { rule, why } of quality.notJudged) {
    if (asked.rule === undefined || asked.rule === rule) {
      terminal.out(`\nNot judged: ${getRule(rule).title.toLowerCase()}. ${why}\n`);
    }
  }
  if (counts.length > 0 && asked.rule === undefined && asked.school === undefined) {
    terminal.out(`\nIf all of it were mended\n${pictureText(findPicture(quality.effects, 'all'))}`);
  }
}

function ruleText({ quality, first, nameOf }: Assessed, id: RuleId, counts: readonly FindingsCount[]): string {
  const rule = getRule(id);
  const findings = counts.reduce((total, one) => total + one.findings, 0);
  const schools = counts.map(
    ({ urn, findings: n }) =>
      `  ${urn === null ? 'School not named in the row' : `${nameOf(urn)} (${urn})`}: ${countedAs(id, n)}\n`,
  );
  const example = first.find((one) => one.rule === id);
  return [
    `\n${rule.title}: ${countedAs(id, findings)} (${id})\n`,
    ...schools,
    ...(example ? [`  For example: ${exampleText(example, nameOf)}\n`] : []),
    `  To correct:\n`,
    ...rule.steps.map((step, at) => `    ${at + 1}. ${step}\n`),
    pictureText(findPicture(quality.effects, id)),
    `  ${rule.unknown}\n`,
  ].join('');
}

export function exampleText(finding: Finding, nameOf: NameOfSchool): string {
  const school = finding.urn === null ? '' : `${nameOf(finding.urn)}.`;
  return [school, findingWords(finding, nameOf), placeWords(finding)].filter((part) => part !== '').join(' ');
}

function pictureText(picture: Picture | undefined): string {
  if (!picture) return '';
  const lines = picture.ways.map((way, at) => {
    const changes = picture.changes
      .filter((change) => change.ways[at] !== change.now)
      .map((change) => `${change.title.toLowerCase()} ${change.ways[at] ?? ''} (now ${change.now})`);
    return `  ${way}: ${changes.length === 0 ? 'no figure of the area changes' : changes.join(', ')}.\n`;
  });
  return lines.join('');
}

/** What mending one rule would change, in one line, for a table. */
export function effectText(quality: Quality, rule: RuleId): string {
  return pictureText(findPicture(quality.effects, rule)).replaceAll('\n', '').trim();
}
