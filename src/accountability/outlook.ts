import { academicYearStarting, startYear, type AcademicYear } from '#kernel';
import { dataText, t } from '#language';
import { findChanceAtOrBelow, fitTrend, predict } from '#statistics';
import type { GoalMeasure } from './goal-measure.ts';
import type { Statement } from './mission.ts';
import { judgingYear } from './school-year.ts';
import { paceOf, type PathPoint } from './series.ts';

/** Where the figure would be in the goal’s year if it went on as it has since the pandemic. */
export type Outlook =
  | { readonly kind: 'cannot-say'; readonly reason: string }
  | (Expected & {
      readonly kind: 'outlook';
      /** Every year from the latest figure on, up to the goal’s. */
      readonly ahead: readonly Expected[];
      /** Of being at the goal or better; undefined where the points lie on one line, which shows no scatter. */
      readonly chance: number | undefined;
      /** Change a year so far, and from the latest figure on what would be needed. */
      readonly pace: number;
      readonly needed: number | undefined;
      /** The years the line goes through. */
      readonly through: readonly AcademicYear[];
    });

/** A year on the line, with the 95% prediction interval of that one year. */
type Expected = { readonly year: AcademicYear; readonly value: number; readonly low: number; readonly high: number };

/** What the chance assumes, for the reader: each a sentence. */
export const ASSUMES = [
  'The figure goes on changing by the same amount each year as it has since 2021/22. Earlier years are left out: schools were closed to most pupils for part of 2019/20 and 2020/21, and a line across that gap would join what was not one movement.',
  'Each year lies around that line by chance, independently of the others. The interval is where one new year would lie 95 times in 100, if that were so.',
  'Nothing is known of what the place is about to do. A plan that works shows up as a changed pace, and only after some years.',
  'The codes of attendance changed in August 2024. Where a change of code moved sessions in or out of the figure, the pace has that in it too.',
] as const;

/** Three whole years are the fewest from which a pace can be told from chance. */
const FEWEST_POINTS = 3;

export function outlookOf(
  { target, by }: Pick<Statement, 'target' | 'by'>,
  measure: Pick<GoalMeasure, 'unit' | 'polarity'>,
  points: readonly PathPoint[],
): Outlook {
  const pace = paceOf(points);
  const latest = points.at(-1);
  if (!latest || pace.length < FEWEST_POINTS) {
    const reason = t('goal-words.too-few', { fewest: String(FEWEST_POINTS), count: pace.length });
    return { kind: 'cannot-say', reason };
  }
  const trend = fitTrend(pace.map(({ year, value }) => ({ at: startYear(year), value })));
  if (trend.kind === 'cannot-say') return { kind: 'cannot-say', reason: dataText(trend.reason) };
  const year = judgingYear(by);
  const below = findChanceAtOrBelow(trend, startYear(year), target);
  const within = boundsOf(measure.unit);
  const expected = (start: number): Expected => {
    const { value, at95 } = predict(trend, start);
    return {
      year: academicYearStarting(start),
      value: within(value),
      low: within(at95.lower),
      high: within(at95.upper),
    };
  };
  const from = startYear(latest.year) + 1;
  return {
    kind: 'outlook',
    ...expected(startYear(year)),
    ahead: Array.from({ length: Math.max(0, startYear(year) - from + 1) }, (_, at) => expected(from + at)),
    chance: below === undefined || measure.polarity === 'lower-is-better' ? below : 1 - below,
    pace: trend.pace,
    needed: neededPace(target, year, latest),
    through: pace.map((point) => point.year),
  };
}

function neededPace(target: number, year: AcademicYear, latest: PathPoint): number | undefined {
  const left = startYear(year) - startYear(latest.year);
  return left <= 0 ? undefined : (target - latest.value) / left;
}

/** A line knows no limits; a rate is never below 0, and a percentage never above 100. */
function boundsOf(unit: GoalMeasure['unit']): (value: number) => number {
  return (value) => Math.max(0, unit === 'percent' ? Math.min(100, value) : value);
}

/** `about 1 chance in 20`, `about 3 chances in 4`: a chance in words that can be pictured. */
export function chanceWords(chance: number): string {
  if (chance < 0.01) return t('goal-words.chance.low');
  if (chance > 0.99) return t('goal-words.chance.high');
  if (chance >= 0.4 && chance <= 0.6) return t('goal-words.chance.even');
  const likely = chance > 0.5;
  const of = Math.round(1 / (likely ? 1 - chance : chance));
  return likely
    ? t('goal-words.chance.likely', { chances: String(of - 1), of: String(of) })
    : t('goal-words.chance.unlikely', { of: String(of) });
}
