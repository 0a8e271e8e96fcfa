import { viewFaults } from '#exchange/area-files';
import { writtenDate } from '#kernel';
import type { Finding } from './open-findings.ts';
import { findRule } from './rules.ts';

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const HALF = { AM: 'morning', PM: 'afternoon' } as const;

/** Why a child on no roll is listed: the account’s outcome of the gap. */
const OUTCOMES: Readonly<Record<string, string>> = {
  counted: 'no arrival is known',
  'destination-outside': 'the school moved to is not in this area, and no arrival is known',
  'destination-unknown': 'the school moved to is not named',
};

export type NameOfSchool = (urn: number) => string;

/** What was found, in one sentence, without the child’s name or number: those stand beside it. */
export function findingWords(finding: Finding, nameOf: NameOfSchool): string {
  const words = partsOf(finding, nameOf).filter((part) => part !== '');
  const sentence = words.join('; ');
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function partsOf(finding: Finding, nameOf: NameOfSchool): readonly string[] {
  const other = finding.other === null ? '' : nameOf(finding.other);
  switch (finding.rule) {
    case 'register-not-taken': {
      const who = finding.class === null ? 'children whose class is not known' : `class ${finding.class}`;
      return [
        `${whenText(finding)}, ${who}: no mark for ${finding.sessions ?? 0} of ${finding.of_sessions ?? 0} children`,
      ];
    }
    case 'neither-school-has-record':
    case 'both-schools-count':
      return [sessionsText(finding), other === '' ? '' : `the other school is ${other}`];
    case 'overlapping-spells':
      return [`${spanText(finding)} also on the roll of ${other}`, sessionsText(finding, 'in both registers')];
    case 'one-upn-two-children':
      return [`the ${wordOf(finding.column_name)} differs from that at ${other}`];
    case 'two-upns-one-child':
      return [`${spanText(finding)} also on roll at ${other} under ${finding.other_upn ?? ''}`];
    case 'temporary-upn':
      return [`in use since ${dateText(finding.since)}`];
    case 'main-without-subsidiary':
      return [spanText(finding), sessionsText(finding, 'marked D')];
    case 'subsidiary-without-main':
      return [spanText(finding), other === '' ? '' : `single at this school and subsidiary at ${other}`];
    case 'no-school':
      return [`on no roll since ${dateText(finding.since)}`, OUTCOMES[finding.fault ?? ''] ?? ''];
    case 'ground-without-leaving-date':
      return [`the last mark is of ${dateText(finding.since)}`, sessionsText(finding, 'since')];
    case 'spell-after-death':
      return [`a spell begins on ${dateText(finding.since)}`];
    case 'session-not-open':
      return [`${whenText(finding)}: ${finding.sessions ?? 0} ${finding.sessions === 1 ? 'mark' : 'marks'}`];
    case 'unknown-code':
    case 'code-not-in-force':
      return [whenText(finding)];
    case 'row-rejected':
      return [(finding.problem ?? viewFaults[finding.fault ?? ''] ?? '').replace(/\.$/, '')];
    default:
      return [sessionsText(finding)];
  }
}

function wordOf(column: string | null): string {
  return column === 'given_name' ? 'name' : (column ?? '').replaceAll('_', ' ');
}

function dateText(date: Finding['since']): string {
  return date === null ? 'a day not known' : writtenDate(date);
}

function whenText({ since, session }: Finding): string {
  return session === null ? dateText(since) : `${dateText(since)}, ${HALF[session]}`;
}

function spanText({ since, until }: Finding): string {
  return until === null || until === since ? `on ${dateText(since)}` : `${dateText(since)} to ${dateText(until)}`;
}

function sessionsText(finding: Finding, what = ''): string {
  const { sessions, weekday, since, until } = finding;
  if (sessions === null || sessions === 0) return '';
  const count = `${sessions.toLocaleString('en-GB')} ${sessions === 1 ? 'session' : 'sessions'}`;
  if (what !== '') return `${count} ${what}`;
  const always = weekday === null || sessions < 4 ? '' : `, always on ${WEEKDAYS[weekday - 1] ?? ''}`;
  return since === until
    ? `${count} on ${dateText(since)}`
    : `${count} from ${dateText(since)} to ${dateText(until)}${always}`;
}

/** `marks.csv, line 12, am: “zz”`, or empty where a finding is about what is not in any file. */
export function placeWords({ file, line, column_name: column, value }: Finding): string {
  if (file === null || line === null) return '';
  const where = [file, `line ${line}`, ...(column === null || column === '' ? [] : [column])].join(', ');
  return value === null ? where : `${where}: ${value === '' ? 'empty' : `“${value.slice(0, 40)}”`}`;
}

/** `3 registers`, `1 mark`. */
export function countedAs(rule: string, count: number): string {
  const { one = 'finding', many = 'findings' } = findRule(rule) ?? {};
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
