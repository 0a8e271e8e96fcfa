import type { AcademicYear } from '#kernel';
import { capitalText, dateText, findText, t } from '#language';
import type { Finding, QualityRule, RuleId } from '#quality';
import { alsoText, sessionsText } from '../lost-learning/words.ts';

type RuleWord = 'title' | 'wrong' | 'why' | 'who' | 'unknown';

/** What the table of rules says of one, in the reader’s language. */
export function ruleText(rule: QualityRule, word: RuleWord): string {
  return findText(`quality-rules.${rule.id}.${word}`) ?? rule[word];
}

/** How to correct it, step by step. */
export function listSteps({ id, steps }: QualityRule): readonly string[] {
  return steps.map((step, at) => findText(`quality-steps.${id}.${at + 1}`) ?? step);
}

/** Why a rule could not be judged. */
export function notJudgedText(rule: RuleId, year: AcademicYear): string {
  return rule === 'two-upns-one-child'
    ? t('quality.not-judged.no-names')
    : t('quality.not-judged.no-suspensions', { year });
}

/** `3 registers`, `1 mark`. */
export function countedText(rule: RuleId, count: number): string {
  return t(`quality-rules.${rule}.counted`, { count });
}

/** What was found, in one sentence, without the child’s name or number: `findingWords`, in the reader’s language. */
export function findingText(finding: Finding, nameOf: (urn: number) => string): string {
  const words = alsoText(partsOf(finding, nameOf).filter((part) => part !== ''));
  if (words === '') return '';
  return t('quality-found.sentence', { words: capitalText(words) });
}

function partsOf(finding: Finding, nameOf: (urn: number) => string): readonly string[] {
  const school = finding.other === null ? '' : nameOf(finding.other);
  const date = dayText(finding.since);
  switch (finding.rule) {
    case 'register-not-taken': {
      const missing = String(finding.sessions ?? 0);
      const said = { when: whenText(finding), missing, children: String(finding.of_sessions ?? 0) };
      return [
        finding.class === null
          ? t('quality-found.register-no-class', said)
          : t('quality-found.register', { ...said, class: finding.class }),
      ];
    }
    case 'neither-school-has-record':
    case 'both-schools-count':
      return [spanOfSessions(finding), school === '' ? '' : t('quality-found.other-school', { school })];
    case 'overlapping-spells':
      return [t('quality-found.other-roll', { span: spanText(finding), school }), sessionsOf(finding, 'both')];
    case 'one-upn-two-children':
      return [t('quality-found.differs', { what: finding.column_name ?? '', school })];
    case 'two-upns-one-child':
      return [t('quality-found.other-upn', { span: spanText(finding), school, upn: finding.other_upn ?? '' })];
    case 'temporary-upn':
      return [t('quality-found.in-use', { date })];
    case 'main-without-subsidiary':
      return [spanText(finding), sessionsOf(finding, 'd')];
    case 'subsidiary-without-main':
      return [spanText(finding), school === '' ? '' : t('quality-found.single-and-second', { school })];
    case 'no-school':
      return [t('quality-found.no-roll', { date }), findText(`quality-found.gap.${finding.fault ?? ''}`) ?? ''];
    case 'ground-without-leaving-date':
      return [t('quality-found.last-mark', { date }), sessionsOf(finding, 'since')];
    case 'spell-after-death':
      return [t('quality-found.begins', { date })];
    case 'session-not-open':
      return [t('quality-found.marks', { when: whenText(finding), count: finding.sessions ?? 0 })];
    case 'unknown-code':
    case 'code-not-in-force':
      return [whenText(finding)];
    default:
      return [spanOfSessions(finding)];
  }
}

function dayText(date: Finding['since']): string {
  return date === null ? t('quality-found.no-day') : dateText(date);
}

function whenText({ since, session }: Finding): string {
  if (session === null) return dayText(since);
  return t(session === 'AM' ? 'quality-found.morning' : 'quality-found.afternoon', { date: dayText(since) });
}

function spanText({ since, until }: Finding): string {
  return until === null || until === since
    ? t('quality-found.on', { date: dayText(since) })
    : t('quality-found.span', { from: dayText(since), to: dayText(until) });
}

function sessionsOf({ sessions }: Finding, what: 'both' | 'd' | 'since'): string {
  return sessions === null || sessions === 0
    ? ''
    : t(`quality-found.sessions-${what}`, { sessions: sessionsText(sessions) });
}

function spanOfSessions({ sessions, weekday, since, until }: Finding): string {
  if (sessions === null || sessions === 0) return '';
  const count = sessionsText(sessions);
  if (since === until) return t('quality-found.sessions-on', { sessions: count, date: dayText(since) });
  const span = { sessions: count, from: dayText(since), to: dayText(until) };
  return weekday === null || sessions < 4 || !isWeekday(weekday)
    ? t('quality-found.sessions-span', span)
    : t(`quality-found.sessions-weekday.${weekday}`, span);
}

function isWeekday(no: number): no is 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return Number.isInteger(no) && no >= 1 && no <= 7;
}

/** `marks.csv, line 12, am: “zz”`, or empty where a finding is about what is not in any file. */
export function placeText({ file, line, column_name: column, value }: Finding): string {
  if (file === null || line === null) return '';
  const place =
    column === null || column === ''
      ? t('quality-found.line', { file, line: String(line) })
      : t('quality-found.column', { file, line: String(line), column });
  if (value === null) return place;
  return value === ''
    ? t('quality-found.empty', { place })
    : t('quality-found.value', { place, value: value.slice(0, 40) });
}
