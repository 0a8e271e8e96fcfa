import type { BridgeStep } from './bridge-steps.ts';
import type { BridgeWalk, WalkedStep } from './bridge.ts';

/** What another system would show that does one thing otherwise: the figure’s sessions, with those of one rule put back. */
export type Otherwise = {
  readonly rule: BridgeStep;
  /** To stand after “it may”. */
  readonly words: string;
  readonly absent: number;
  readonly possible: number;
};

/** Sessions that no code makes possible: put back, they are divided by, as attended. */
const NOT_POSSIBLE: readonly BridgeStep['id'][] = ['dual', 'access', 'not-required', 'unmarked'];

/** The other figures to which one rule alone leads, for each rule that moves something. */
export function listOtherwise(walk: BridgeWalk): readonly Otherwise[] {
  return walk.steps.flatMap((step) => (isIdle(step) ? [] : otherwiseOf(walk, step)));
}

function otherwiseOf({ reached, asFirstRecorded }: BridgeWalk, { rule, moved }: WalkedStep): readonly Otherwise[] {
  const words = rule.otherwise;
  if (rule.id === 'correction') return [{ rule, words, ...asFirstRecorded }];
  if (!NOT_POSSIBLE.includes(rule.id))
    return [{ rule, words, absent: reached.absent + moved.absent, possible: reached.possible + moved.possible }];
  const possible = reached.possible + moved.sessions;
  const attended = { rule, words, absent: reached.absent, possible };
  if (rule.id !== 'unmarked') return [attended];
  return [
    attended,
    { rule, words: 'count a missing mark as absent', absent: reached.absent + moved.sessions, possible },
  ];
}

/** Whether a rule moves nothing in this place. */
export function isIdle({ moved }: WalkedStep): boolean {
  return moved.sessions === 0 && moved.possible === 0 && moved.absent === 0;
}

/** Those whose rate, rounded as a figure is written (`6.1`: one decimal), is that figure. */
export function listLikeFigure(others: readonly Otherwise[], written: string): readonly Otherwise[] {
  const places = written.split('.')[1]?.length ?? 0;
  const wanted = Number(written).toFixed(places);
  return others.filter(
    ({ absent, possible }) => possible > 0 && ((100 * absent) / possible).toFixed(places) === wanted,
  );
}
