import { academicYearStarting } from '#kernel';
import { ENGLAND, findPlace, rateText, type MeasureId, type Observation, type PublishedStatistics } from '#place';

/**
 * What “Ambitious about Inclusion” (The Difference, 2026) says of places, each from DfE’s figures for 2023/24. The
 * numbers of the guide are in `claim`; everything else is worked out from what Kith holds.
 */
type Claim = {
  readonly measure: MeasureId;
  /** By name, as in the register of places. */
  readonly place: string;
  /** In our words, to stand after “The guide:”. */
  readonly claim: string;
  /** Decimals of the two rates, as the guide rounds them. */
  readonly places: number;
  readonly result: 'rates' | 'per-cent-above' | 'times';
};

const YEAR = academicYearStarting(2023);

const CLAIMS: readonly Claim[] = [
  { measure: 'persistent-absence', place: 'North East', claim: '22.1% against 20.0%', places: 1, result: 'rates' },
  { measure: 'suspension-rate', place: 'North East', claim: '63% above England', places: 2, result: 'per-cent-above' },
  {
    measure: 'permanent-exclusion-rate',
    place: 'North East',
    claim: 'almost double England’s',
    places: 2,
    result: 'times',
  },
  { measure: 'suspension-rate', place: 'Bradford', claim: '1.9 times England’s', places: 2, result: 'times' },
];

export type Statement = Claim & {
  readonly local: Observation | undefined;
  readonly england: Observation | undefined;
  /** What comes out, as a sentence; says so where a figure is not there. */
  readonly outcome: string;
};

export async function listStatements(published: PublishedStatistics): Promise<readonly Statement[]> {
  const period = { kind: 'academic-year', year: YEAR } as const;
  const statements: Statement[] = [];
  for (const claim of CLAIMS) {
    const local = await published.findObservation(claim.measure, findPlace(claim.place)?.code ?? '', period);
    const england = await published.findObservation(claim.measure, ENGLAND, period);
    statements.push({ ...claim, local, england, outcome: outcomeOf(claim, local, england) });
  }
  return statements;
}

function outcomeOf(claim: Claim, local: Observation | undefined, england: Observation | undefined): string {
  if (local?.value.kind !== 'value' || england?.value.kind !== 'value' || england.value.value === 0) {
    return 'Kith does not hold both figures, so this cannot be checked.';
  }
  const [here, there] = [local.value.value, england.value.value];
  if (claim.result === 'rates') {
    return `The difference is ${rateText(here - there, 1)} percentage points (${rateText(here, 2)} − ${rateText(there, 2)}).`;
  }
  const ratio = here / there;
  // More decimals than are printed above: 0.25 ÷ 0.13 would not give what the published rates give.
  const division = `${rateText(here, 4)} ÷ ${rateText(there, 4)} is ${rateText(ratio, 2)}`;
  if (claim.result === 'times') return `${division}: that many times England’s.`;
  const above = rateText(Math.abs(100 * (ratio - 1)), 0);
  return `${division}: ${above}% ${ratio >= 1 ? 'above' : 'below'} England.`;
}
