import type { Row } from '#store';
import { bridgeSteps, COUNTED_STEP, type BridgeEnd, type BridgeStep } from './bridge-steps.ts';

/**
 * One row of `bridge`: what one rule takes away in one school (`urn`), or from the area’s children together (`urn` null).
 * `step` 14 is what is left. Amounts below nought come in. `enrolments` leave with their last session.
 */
export type BridgeRow = Row & {
  readonly urn: number | null;
  readonly ends: BridgeEnd;
  readonly step: number;
  readonly sessions: number;
  readonly enrolments: number;
  readonly possible: number;
  readonly absent: number;
  /** The same sessions as they were first recorded. */
  readonly first_possible: number;
  readonly first_absent: number;
};

/** Counts as they stand between two rules. A session is half a day; `possible` are those that a rate is out of. */
export type BridgeCounts = {
  readonly sessions: number;
  readonly enrolments: number;
  readonly possible: number;
  readonly absent: number;
};

export type WalkedStep = {
  readonly rule: BridgeStep;
  /** What the rule takes away; below nought where sessions come in. */
  readonly moved: BridgeCounts;
  readonly left: BridgeCounts;
};

/** From every session of the registers, by each rule in turn, to a figure. */
export type BridgeWalk = {
  readonly ends: BridgeEnd;
  readonly start: BridgeCounts;
  readonly steps: readonly WalkedStep[];
  /** What the last step leaves: the figure, read elsewhere, must say the same. */
  readonly reached: BridgeCounts;
  /** The figure with its own sessions as they were first recorded, and every other rule as it is. */
  readonly asFirstRecorded: Pick<BridgeCounts, 'possible' | 'absent'>;
};

/** Whose figure is explained. Schools have their own registers; the area’s account is of its children. */
export type BridgeSubject =
  | { readonly kind: 'area' }
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'schools'; readonly by: 'trust' | 'phase' | 'la'; readonly value: string };

/** The SELECT over `bridge_row` and `bridge_child` that makes relation `bridge`. */
export function bridgeSql(): string {
  const walk = (ends: BridgeEnd): string => {
    const step = `${ends}_step`;
    return `
      select urn, '${ends}' as ends, ${step} as step, ${summed('sessions')}, ${summed('possible')}, ${summed('absent')},
        ${summed('first_possible')}, ${summed('first_absent')}, 0 as enrolments
      from bridge_row group by urn, ${step}
      union all
      select urn, '${ends}', step, 0, 0, 0, 0, 0, count(*)
      from (select child_no, urn, max(${step}) as step from bridge_row group by child_no, urn) group by urn, step
      union all
      select urn, '${ends}', 1, ${summed('corrected')}, cast(sum(first_possible) - sum(possible) as bigint),
        cast(sum(first_absent) - sum(absent) as bigint), 0, 0, count(distinct case when corrected > 0 then child_no end)
      from bridge_row group by urn`;
  };
  return `
    select urn, ends, cast(step as integer) as step, ${['sessions', 'enrolments', 'possible', 'absent', 'first_possible', 'first_absent'].map(summed).join(', ')}
    from (${walk('published')} union all ${walk('account')}
      union all select null, 'account', step, possible, possible, absent, 0, 0, children from bridge_child)
    group by urn, ends, step order by ends, urn nulls last, step`;
}

function summed(name: string): string {
  return `cast(sum(${name}) as bigint) as ${name}`;
}

/**
 * The walk of one school, of several, or of the whole area: `ofArea` also takes the rules of children. Rows are those of the
 * schools meant, and for the area those with no school.
 */
export function walkBridge(rows: readonly BridgeRow[], ends: BridgeEnd, ofArea: boolean): BridgeWalk {
  const of = rows.filter((row) => row.ends === ends);
  const schools = of.filter((row) => row.urn !== null);
  const at = (step: number): BridgeCounts => added(schools.filter((row) => row.step === step));
  const placed = schools.filter((row) => row.step > 1);
  const correction = at(1);
  const whole = added(placed);
  const start = { ...whole, possible: whole.possible + correction.possible, absent: whole.absent + correction.absent };
  const steps: WalkedStep[] = [];
  let left = start;
  for (const rule of bridgeSteps) {
    if (!rule.ends.includes(ends) || (rule.ofArea && !ofArea)) continue;
    const moved = rule.ofArea ? movedChildren(of, rule.step, left) : at(rule.step);
    left = less(left, rule.step === 1 ? { ...moved, sessions: 0, enrolments: 0 } : moved);
    steps.push({ rule, moved, left });
  }
  const kept = of.filter((row) => row.step >= 10 && row.step <= COUNTED_STEP && row.urn !== null);
  return {
    ends,
    start,
    steps,
    reached: left,
    // What corrections moved, put back into what is left: the sums of registers are before the rules of children.
    asFirstRecorded: {
      possible: kept.reduce((sum, row) => sum + row.first_possible - row.possible, left.possible),
      absent: kept.reduce((sum, row) => sum + row.first_absent - row.absent, left.absent),
    },
  };
}

// Enrolments become children: what a rule of children leaves is counted, so what it takes is the difference.
function movedChildren(rows: readonly BridgeRow[], step: number, left: BridgeCounts): BridgeCounts {
  const row = rows.find((one) => one.urn === null && one.step === step);
  if (!row) return NOTHING;
  const { sessions, possible, absent } = row;
  return { sessions, possible, absent, enrolments: left.enrolments - row.enrolments };
}

const NOTHING: BridgeCounts = { sessions: 0, enrolments: 0, possible: 0, absent: 0 };

function added(rows: readonly BridgeRow[]): BridgeCounts {
  return rows.reduce<BridgeCounts>(
    (sum, row) => ({
      sessions: sum.sessions + row.sessions,
      enrolments: sum.enrolments + row.enrolments,
      possible: sum.possible + row.possible,
      absent: sum.absent + row.absent,
    }),
    NOTHING,
  );
}

function less(a: BridgeCounts, b: BridgeCounts): BridgeCounts {
  return {
    sessions: a.sessions - b.sessions,
    enrolments: a.enrolments - b.enrolments,
    possible: a.possible - b.possible,
    absent: a.absent - b.absent,
  };
}
