import {
  contentOf,
  figuresOfTable,
  POLICIES,
  protectTable,
  publishCount,
  publishRate,
  withhold,
  type Figure,
} from '#disclosure';
import { broken } from '#kernel';
import type { AbsencePart, People } from '#lost-learning';
import { findPartition, type Partition } from './partition.ts';
import type { Stretch, TermSums } from './term-reading.ts';

/** A page that governors have is a page that anyone may have: the rule for what is published to everyone. */
const POLICY = 'public';

/** A share with what is above and below its line, each shown or hidden. */
export type ShareFigure = { readonly percent: Figure; readonly numerator: Figure; readonly denominator: Figure };

/** What of a term may be shown. A stretch is hidden whole or shown in the parts of one partition. */
export type SafeTerm = {
  readonly partition: Partition | undefined;
  readonly absence: Readonly<Record<'all' | 'unauthorised' | 'suspended' | 'part-time', ShareFigure>>;
  readonly persistent: ShareFigure;
  readonly severe: ShareFigure;
  readonly stretches: SafeStretches | undefined;
};

/** Per cent of possible sessions missed, by part, in each stretch. */
export type SafeStretches = {
  readonly by: 'week' | 'half';
  readonly partition: Partition;
  readonly shares: readonly (readonly number[])[];
};

export async function protectTerm(sums: TermSums): Promise<SafeTerm> {
  const large = sums.enrolments >= POLICIES[POLICY].smallestDenominator;
  const mayShowOf = (stretch: Stretch) => (part: AbsencePart) => {
    const missed = stretch.parts[part];
    return large && (missed === undefined || mayTell(missed.sessions, missed));
  };
  const partition = findPartition(mayShowOf(sums.whole));
  const share = (part: AbsencePart): ShareFigure => {
    const told = part === 'all' ? partition !== undefined : partition?.some((one) => one === part);
    return told ? shareOf(sums.whole, part) : hiddenShare();
  };
  return {
    partition,
    absence: {
      all: share('all'),
      unauthorised: share('unauthorised'),
      suspended: share('suspended'),
      'part-time': share('part-time'),
    },
    ...(await protectBands(sums)),
    stretches: partition && findStretches(sums, partition, mayShowOf),
  };
}

/** Whether an amount may be told: nobody’s, or that of enough people of whom no one or two make up most. */
function mayTell(amount: number, { children, largest, largest_two: two }: People): boolean {
  const others = Array.from({ length: Math.max(0, children - 2) }, () => (amount - two) / (children - 2));
  const contributions = [largest, two - largest, ...others];
  return contentOf(publishCount({ count: children, contributions }, POLICY)).kind === 'shown';
}

function shareOf(stretch: Stretch, part: AbsencePart): ShareFigure {
  const rate = { numerator: stretch.parts[part]?.sessions ?? 0, denominator: stretch.possible };
  return contentOf(publishRate(rate, POLICY));
}

function hiddenShare(): ShareFigure {
  const figure = contentOf(withhold('primary', POLICY));
  return { percent: figure, numerator: figure, denominator: figure };
}

function findStretches(
  sums: TermSums,
  partition: Partition,
  mayShowOf: (stretch: Stretch) => (part: AbsencePart) => boolean,
): SafeStretches | undefined {
  for (const [by, stretches] of [
    ['week', sums.weeks],
    ['half', sums.halves],
  ] as const) {
    const found = findPartition((part) => stretches.every((stretch) => mayShowOf(stretch)(part)), partition);
    if (!found || stretches.length === 0) continue;
    const shares = stretches.map((stretch) => found.map((part) => percentOf(shareOf(stretch, part))));
    if (shares.flat().every((percent) => percent !== undefined)) {
      return { by, partition: found, shares: shares.map((row) => row.map((percent) => percent ?? 0)) };
    }
  }
  return undefined;
}

function percentOf({ percent }: ShareFigure): number | undefined {
  return percent.kind === 'shown' ? percent.value : undefined;
}

/**
 * Pupils by how much they missed. Three bands and their total are one table: a band that is hidden cannot be had by
 * taking the others away. Who missed a tenth or more are all but those who missed less, so both are shown or neither.
 */
async function protectBands({ enrolments, bands }: TermSums): Promise<Pick<SafeTerm, 'persistent' | 'severe'>> {
  const answer = await protectTable(
    [
      { categories: ['under a tenth'], count: bands.underTenth },
      { categories: ['a tenth to half'], count: bands.tenthToHalf },
      { categories: ['half or more'], count: bands.halfOrMore },
      { categories: ['Total'], count: enrolments },
    ],
    POLICY,
  );
  if (answer.kind === 'misfit') throw broken('paper/bands', 'the bands of a term are not its enrolments');
  const [under, , severe, total] = figuresOfTable(answer.table, POLICY).map(contentOf);
  const rate = (told: boolean, numerator: number): ShareFigure =>
    told && total?.kind === 'shown'
      ? contentOf(publishRate({ numerator, denominator: enrolments }, POLICY))
      : hiddenShare();
  return {
    persistent: rate(under?.kind === 'shown', bands.tenthToHalf + bands.halfOrMore),
    severe: rate(severe?.kind === 'shown', bands.halfOrMore),
  };
}

/** An amount by itself, which adds up with nothing else on the page. */
export function protectAmount(amount: number, people: People, enrolments: number): Figure {
  const large = enrolments >= POLICIES[POLICY].smallestDenominator;
  return large && mayTell(amount, people)
    ? contentOf(publishCount({ count: amount }, POLICY))
    : contentOf(withhold('primary', POLICY));
}

/** How many people an amount comes from, by itself. */
export function publishPeople({ children }: People): Figure {
  return contentOf(publishCount({ count: children }, POLICY));
}
