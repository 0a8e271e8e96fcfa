import { expect, test } from 'vitest';
import { academicYearStarting, calendarDate } from '#kernel';
import { findText, speak } from '#language';
import {
  countedAs,
  FIGURE_TITLES,
  findingWords,
  placeWords,
  qualityRules,
  whyNotJudged,
  type Finding,
  type QualityRule,
} from '#quality';
import { countedText, findingText, listSteps, notJudgedText, placeText, ruleText } from './rule-text.ts';

const nameOf = (urn: number): string => `school ${urn}`;
const SAID = ['title', 'wrong', 'why', 'who', 'unknown'] as const;

test('the catalogue says of every rule what its table says, and says it in Arabic too', () => {
  const said = (rule: QualityRule) => [SAID.map((word) => ruleText(rule, word)), listSteps(rule)];
  for (const rule of qualityRules) {
    expect(said(rule)).toEqual([SAID.map((word) => rule[word]), rule.steps]);
    expect([0, 1, 2, 1204].map((count) => countedText(rule.id, count))).toEqual(
      [0, 1, 2, 1204].map((count) => countedAs(rule.id, count)),
    );
    for (const { id, words } of rule.scenarios) expect([id, findText(`quality.way.${id}`)]).toEqual([id, words]);
    for (const words of speak('ar', () => said(rule)).flat()) expect(words).toMatch(/\p{Script=Arabic}/u);
  }
  const year = academicYearStarting(2024);
  for (const rule of ['two-upns-one-child', 'e-without-suspension'] as const) {
    expect(notJudgedText(rule, year)).toBe(whyNotJudged(rule, year));
  }
  for (const [figure, title] of Object.entries(FIGURE_TITLES)) expect(findText(`quality.figure.${figure}`)).toBe(title);
});

const NOTHING: Omit<Finding, 'rule'> = {
  urn: 900101,
  upn: null,
  since: null,
  until: null,
  session: null,
  class: null,
  weekday: null,
  sessions: null,
  of_sessions: null,
  other: null,
  other_upn: null,
  fault: null,
  file: null,
  line: null,
  column_name: 'sex',
  value: null,
  problem: null,
};
const since = calendarDate('2024-09-04');
const FOUND: readonly Partial<Finding>[] = [
  {},
  { since, until: since, sessions: 1, session: 'AM', other: 900102, column_name: 'birth_date', fault: 'counted' },
  { since, until: since, sessions: 3, session: 'PM', class: '<b>7A', of_sessions: 30, column_name: 'given_name' },
  { since, until: calendarDate('2025-01-22'), sessions: 1204, other: 900102, other_upn: 'H1', column_name: 'sex' },
  { since, until: calendarDate('2024-09-25'), sessions: 8, weekday: 3, other: 900102, fault: 'destination-unknown' },
  { file: 'marks.csv', line: 1204, column_name: 'given_name', value: '“QQ', fault: 'destination-outside' },
  { file: 'roll.csv', line: 2, column_name: 'birth_date', value: '' },
  { file: 'roll.csv', line: 2, column_name: 'sex', value: 'x'.repeat(60) },
];

test('a page says of what was found, and where, what files and the command line say', () => {
  for (const { id: rule } of qualityRules.filter(({ id }) => id !== 'row-rejected')) {
    for (const some of FOUND) {
      const finding: Finding = { ...NOTHING, ...some, rule };
      // A thousand marks are written `1,204` on pages.
      const words = findingWords(finding, nameOf).replace('1204 marks', '1,204 marks');
      expect([rule, findingText(finding, nameOf)]).toEqual([rule, words]);
      expect(placeText(finding)).toBe(placeWords(finding));
    }
  }
});
