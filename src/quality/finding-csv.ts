import { csvLine, spreadsheetSafe, textInTurns } from '#kernel';
import { findingWords, type NameOfSchool } from './finding-words.ts';
import type { Finding } from './open-findings.ts';
import { getRule } from './rules.ts';

const COLUMNS = (
  'rule what_is_wrong urn school upn class first_day last_day session ' +
  'sessions other_urn file line column value found how_to_correct'
).split(' ');

/** A list of things to mend to send to the school that can mend them, safe to open in a spreadsheet. Personal data. */
export function findingsCsv(findings: readonly Finding[], nameOf: NameOfSchool): Promise<string> {
  return textInTurns(linesOf(findings, nameOf));
}

function* linesOf(findings: readonly Finding[], nameOf: NameOfSchool): Generator<string> {
  yield csvLine(COLUMNS);
  for (const finding of findings) yield lineOf(finding, nameOf);
}

function lineOf(finding: Finding, nameOf: NameOfSchool): string {
  const rule = getRule(finding.rule);
  const given = (value: string | number | null): string => (value === null ? '' : spreadsheetSafe(String(value)));
  return csvLine([
    rule.id,
    rule.title,
    given(finding.urn),
    finding.urn === null ? '' : spreadsheetSafe(nameOf(finding.urn)),
    given(finding.upn),
    given(finding.class),
    given(finding.since),
    given(finding.until),
    given(finding.session),
    given(finding.sessions),
    given(finding.other),
    given(finding.file),
    given(finding.line),
    given(finding.column_name),
    given(finding.value),
    spreadsheetSafe(findingWords(finding, nameOf)),
    rule.steps.join(' '),
  ]);
}
