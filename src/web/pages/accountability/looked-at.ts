import {
  findReached,
  judgeStep,
  missionSentences,
  missionState,
  outlookOf,
  type GoalMeasure,
  type Mission,
  type Outlook,
  type PathPoint,
  type StepState,
} from '#accountability';
import { today, type CalendarDate } from '#kernel';
import type { WebContext } from '../../context.ts';
import type { Figures } from './figures.ts';
import { measureOf } from './series-words.ts';

/** A mission with all that the figures say of it today. */
export type LookedAt = {
  readonly mission: Mission;
  readonly measure: GoalMeasure;
  readonly points: readonly PathPoint[];
  /** Why there is no path to see; undefined where there is one. */
  readonly unseen: string | undefined;
  readonly goal: StepState;
  readonly steps: readonly StepState[];
  readonly outlook: Outlook;
  readonly reached: PathPoint | undefined;
  readonly state: ReturnType<typeof missionState>;
  readonly sentences: readonly string[];
  readonly today: CalendarDate;
};

/** Undefined where the measure is none that may be a goal any more. */
export async function lookAt(web: WebContext, figures: Figures, mission: Mission): Promise<LookedAt | undefined> {
  const measure = measureOf(mission.statement.series);
  if (!measure) return undefined;
  const { statement } = mission;
  const day = today(web.clock);
  const path = await figures.path(statement.series);
  const points = path.kind === 'path' ? path.points : [];
  const unseen = path.kind === 'unseen' ? path.reason : undefined;
  const goal = judgeStep({ by: statement.by, value: statement.target }, measure, points, day);
  const outlook: Outlook =
    unseen === undefined ? outlookOf(statement, measure, points) : { kind: 'cannot-say', reason: unseen };
  return {
    mission,
    measure,
    points,
    unseen,
    goal,
    steps: statement.milestones.map((one) => judgeStep(one, measure, points, day)),
    outlook,
    reached: findReached(mission, measure, points),
    state: missionState(mission, goal),
    sentences: missionSentences(mission, measure, { goal, latest: points.at(-1), outlook }),
    today: day,
  };
}
