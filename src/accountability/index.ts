export {
  findReason,
  findTakenOutFor,
  isWaiting,
  OUTCOMES,
  REASONS,
  replyState,
  TAKEN_OUT_FOR,
  WORDS_TAKEN_OUT,
  type Answer,
  type Challenge,
  type Outcome,
  type Reason,
  type ReplyState,
} from './challenge.ts';
export {
  acknowledgeChallenge,
  answerChallenge,
  findChallenge,
  listChallenges,
  listChallengesAt,
  makeChallenge,
  mayChallenge,
  takeOutWords,
} from './challenge-record.ts';
export { judgeReply, judgeSaying, MOST_CHALLENGE, type Reply, type Saying } from './challenge-statement.ts';
export { listCounterMeasures, SHOWN_WITH, type CounterMeasure } from './counter-measure.ts';
export { findFigureAt, findUrnOf, isSameFigure, ownPath, type FigureAt } from './figure-at.ts';
export {
  findGoalMeasure,
  judgeGoalMeasure,
  listGoalMeasures,
  NOT_A_GOAL,
  type GoalMeasure,
  type Source,
} from './goal-measure.ts';
export { findReached, judgeStep, missionState, stateWords, type StepState } from './milestone-state.ts';
export {
  ENDINGS,
  termsOf,
  type Amendment,
  type Ending,
  type Milestone,
  type Mission,
  type Statement,
  type Terms,
} from './mission.ts';
export { amendMission, changedSince, endMission, findMission, listMissions, stateMission } from './mission-record.ts';
export { goalFigure, missionSentences, outlookSentence, roughFigure, withUnit } from './mission-words.ts';
export { ASSUMES, outlookOf, type Outlook } from './outlook.ts';
export { plainText, textProblems, type Problem } from './plain-text.ts';
export {
  findReplyPromise,
  judgeWorkingDays,
  MOST_WORKING_DAYS,
  promiseReply,
  type ReplyPromise,
} from './reply-promise.ts';
export {
  comparedAs,
  compareSchools,
  factorsOf,
  FALSE_DISCOVERIES,
  FEWEST_SCHOOLS,
  findCompared,
  findSchoolMeasure,
  SCHOOL_MEASURES,
  type ComparedSchool,
  type FactorLevel,
  type SchoolComparison,
  type SchoolMeasure,
} from './school-comparison.ts';
export { judgingYear } from './school-year.ts';
export { paceOf, type PathPoint, type Series } from './series.ts';
export {
  judgeStatement,
  judgeTerms,
  MOST,
  MOST_MILESTONES,
  type Judged,
  type TypedMilestone,
  type TypedTerms,
} from './statement.ts';
