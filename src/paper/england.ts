import { dataText, t } from '#language';
import {
  compare,
  ENGLAND,
  SCHOOL_TYPE_WORDS,
  schoolTypeOfPhases,
  type LocalFigure,
  type MeasureId,
  type Observation,
  type Phase,
  type PublishedStatistics,
  type SchoolType,
} from '#place';
import { whyUnmarked } from './last-year.ts';
import { PUBLISHED_TERM } from './term-name.ts';
import type { TermSums } from './term-reading.ts';

/**
 * What the Department for Education publishes of a term: figures of the registers that schools share each day. The
 * census figures are of whole years here. Severe absence is not among them.
 */
const PUBLISHED = {
  all: 'daily-overall-absence',
  unauthorised: 'daily-unauthorised-absence',
  suspended: 'daily-suspended-or-excluded',
  'part-time': 'daily-part-time-timetable',
  persistent: 'daily-persistent-absence',
} as const satisfies Readonly<Record<string, MeasureId>>;
export type PublishedLine = keyof typeof PUBLISHED;

/** England’s figures of one term for schools of one kind, or why there are none to set beside. */
export type EnglandBeside =
  | {
      readonly kind: 'beside';
      /** The term they are of: this one, or the same of last year. */
      readonly of: TermSums;
      readonly schoolType: SchoolType;
      readonly schools: string;
      readonly figures: Readonly<Partial<Record<PublishedLine, number>>>;
      readonly release: string;
      readonly cautions: readonly string[];
    }
  | {
      readonly kind: 'none';
      readonly reasons: readonly string[];
      /** Those that no language but English has words for. */
      readonly inEnglish: readonly string[];
    };

type About = { readonly name: string; readonly phase: Phase };

/** The first of some terms that has a comparable figure for England, and registers to stand beside it. */
export async function findEngland(
  published: PublishedStatistics,
  about: About,
  terms: readonly TermSums[],
): Promise<EnglandBeside> {
  const schoolType = schoolTypeOfPhases([about.phase]) ?? 'all';
  const [reasons, inEnglish]: [string[], string[]] = [[], []];
  for (const term of terms) {
    const unmarked = whyUnmarked(term);
    if (unmarked !== undefined) {
      reasons.push(unmarked);
      continue;
    }
    const overall = await findFigure(published, about, schoolType, term, 'all');
    if (overall.kind === 'none') {
      reasons.push(overall.reason);
      if (overall.inEnglish) inEnglish.push(overall.reason);
      continue;
    }
    const figures: Partial<Record<PublishedLine, number>> = {};
    for (const line of Object.keys(PUBLISHED).filter(isLine)) {
      const found = await findFigure(published, about, schoolType, term, line);
      if (found.kind === 'found') figures[line] = found.value;
    }
    const { release } = overall.published;
    return {
      kind: 'beside',
      of: term,
      schoolType,
      schools: SCHOOL_TYPE_WORDS[schoolType],
      figures,
      release: published.findRelease(release)?.title ?? release,
      cautions: overall.cautions,
    };
  }
  return { kind: 'none', reasons, inEnglish };
}

type Found =
  | {
      readonly kind: 'found';
      readonly value: number;
      readonly published: Observation;
      readonly cautions: readonly string[];
    }
  | { readonly kind: 'none'; readonly reason: string; readonly inEnglish: boolean };

async function findFigure(
  published: PublishedStatistics,
  { name, phase }: About,
  schoolType: SchoolType,
  sums: TermSums,
  line: PublishedLine,
): Promise<Found> {
  const term = PUBLISHED_TERM[sums.term];
  const measure = PUBLISHED[line];
  const found = await published.findObservation(measure, ENGLAND, { kind: 'term', year: sums.year, term }, schoolType);
  if (!found) {
    const schools = dataText(SCHOOL_TYPE_WORDS[schoolType]);
    const reason = t('paper-words.beside.no-england', { schools, term: sums.term, year: sums.year });
    return { kind: 'none', reason, inEnglish: false };
  }
  // What is compared here is whether the two are alike; the school’s own value is shown or hidden elsewhere.
  const local: LocalFigure = {
    measure,
    value: 0,
    name,
    period: {
      year: sums.year,
      from: sums.from,
      to: sums.to,
      completeYear: false,
      ...(sums.complete ? { term } : {}),
    },
    phases: [phase],
  };
  const compared = compare(local, found);
  return compared.kind === 'comparable'
    ? { kind: 'found', value: compared.publishedValue, published: found, cautions: compared.cautions }
    : { kind: 'none', reason: compared.reason, inEnglish: true };
}

function isLine(text: string): text is PublishedLine {
  return text in PUBLISHED;
}
