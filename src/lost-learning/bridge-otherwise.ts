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
  return others.filter((other) => isLikeFigure(other, written));
}

/** Whether a rate, rounded half up as pages round, is the figure as written. In whole numbers: 121 of 2,000 is 6.1. */
export function isLikeFigure({ absent, possible }: Pick<Otherwise, 'absent' | 'possible'>, written: string): boolean {
  if (possible <= 0) return false;
  const [whole = '', decimals = ''] = written.split('.');
  const [top, bottom] = [BigInt(absent) * 100n * 10n ** BigInt(decimals.length), BigInt(possible)];
  return (2n * top + bottom) / (2n * bottom) === BigInt(`${whole}${decimals}`);
}
