import { stateWords } from '#accountability';
import { csvLine, spreadsheetSafe } from '#kernel';
import type { WebContext } from '../../context.ts';
import type { LookedAt } from './looked-at.ts';
import { seriesTitle } from './series-words.ts';

const GOALS = [
  'goal',
  'figures',
  'baseline_year',
  'baseline',
  'target',
  'by',
  'judged_by_year',
  'unit',
  'latest_year',
  'latest',
  'state',
  'expected_at_present_pace',
  'expected_low95',
  'expected_high95',
  'chance',
  'answerable',
  'why',
] as const;

/** Every goal in a row. What a person wrote cannot become a formula. */
export function missionsCsv(web: WebContext, missions: readonly LookedAt[]): string {
  const rows = missions.map(({ mission, measure, points, goal, outlook, state }) => {
    const { series, baseline, target, by, answerable, why } = mission.statement;
    const latest = points.at(-1);
    const expected = outlook.kind === 'outlook' ? outlook : undefined;
    return csvLine([
      mission.id,
      spreadsheetSafe(seriesTitle(web, series)),
      baseline.year,
      rounded(baseline.value),
      target,
      by,
      goal.year,
      measure.unit,
      latest?.year ?? '',
      latest ? rounded(latest.value) : '',
      state.tag,
      expected ? rounded(expected.value) : '',
      expected?.chance === undefined ? '' : rounded(expected.low),
      expected?.chance === undefined ? '' : rounded(expected.high),
      expected?.chance === undefined ? '' : rounded(expected.chance),
      spreadsheetSafe(answerable),
      spreadsheetSafe(why),
    ]);
  });
  return csvLine(GOALS) + rows.join('');
}

const STEPS = ['kind', 'year', 'by', 'value', 'unit', 'numerator', 'denominator', 'state', 'words'] as const;

/** One goal: a row a figure of its path, then its milestones and the goal itself. */
export function missionCsv({ mission, measure, points, goal, steps }: LookedAt): string {
  const { statement } = mission;
  const path = points.map(({ year, value, numerator, denominator }) =>
    csvLine(['figure', year, '', rounded(value), measure.unit, numerator ?? '', denominator ?? '', '', '']),
  );
  const marks = statement.milestones.flatMap((one, at) => {
    const state = steps[at];
    return state
      ? [
          csvLine([
            'milestone',
            state.year,
            one.by,
            one.value,
            measure.unit,
            '',
            '',
            stateWords(state),
            spreadsheetSafe(one.words),
          ]),
        ]
      : [];
  });
  const end = csvLine(['goal', goal.year, statement.by, statement.target, measure.unit, '', '', stateWords(goal), '']);
  return csvLine(STEPS) + path.join('') + marks.join('') + end;
}

/** At most twelve significant digits: more than any figure here has. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
