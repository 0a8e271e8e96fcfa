import { calendarDate, dayNumber, type Random, type Upn } from '#kernel';
import { evenSpread, SILVER, frailty, happens, pick, randomFor, weighted } from './chance.ts';
import { findTestNhsNumber, neighbourhoodCode, postcodeOf, upnFor } from './identifiers.ts';
import { BRITISH_NAMES, NAMES_BY_ETHNICITY } from './names.ts';

/** What stays with a child from year to year and school to school. None of it is written to a file. */
export type Temper = {
  /** How often ill, against others: mean 1. */
  readonly illness: number;
  /** How often late, against others: mean 1. */
  readonly lateness: number;
  /** Place among children like them, 0 the most often away: the few with much absence come from here. */
  readonly drift: number;
  /** Place among children like them, 0 the most often suspended. */
  readonly conduct: number;
  /** Share of long absence that is put down to illness rather than given no good reason. */
  readonly unwell: number;
  readonly travels: boolean;
  readonly keepsEid: boolean;
};

/** What may change from one September to the next. */
export type Circumstances = {
  readonly since: number;
  readonly fsm: boolean;
  readonly sen: 'N' | 'K' | 'E';
  readonly inCare: boolean;
};

/** A child who does not exist. */
export type Pupil = {
  readonly id: number;
  readonly upn: Upn;
  readonly nhsNumber: string | undefined;
  readonly given: string;
  readonly family: string;
  readonly sex: 'F' | 'M';
  readonly birthDay: number;
  readonly ethnicity: string;
  readonly language: string;
  readonly neighbourhood: string;
  readonly postcode: string;
  readonly temper: Temper;
  /** Children of a planted story keep out of everything drawn by chance. */
  readonly told: boolean;
  /** Oldest first; the first holds from the beginning. */
  readonly circumstances: Circumstances[];
};

/** What held in the academic year that starts in September `start`. */
export function circumstancesIn(pupil: Pupil, start: number): Circumstances {
  const found = pupil.circumstances.findLast((each) => each.since <= start) ?? pupil.circumstances[0];
  if (!found) throw new Error('demo/no-circumstances: every pupil is made with some');
  return found;
}

/** Yorkshire and The Humber, all state-funded schools, 2021/22, % of pupils (DfE, “Schools, pupils and their characteristics”). */
// prettier-ignore
export const ETHNICITIES: readonly (readonly [code: string, percent: number])[] = [
  ['WBRI', 70.44], ['APKN', 9.13], ['WOTH', 4.64], ['BAFR', 2.27], ['MOTH', 1.72], ['OOTH', 1.61], ['AIND', 1.49],
  ['MWAS', 1.47], ['NOBT', 1.36], ['AOTH', 1.25], ['MWBC', 1.25], ['ABAN', 0.81], ['WROM', 0.67], ['MWBA', 0.66],
  ['BOTH', 0.43], ['CHNE', 0.37], ['BCRB', 0.26], ['WIRI', 0.13], ['WIRT', 0.05],
];

/** Pupils whose first language is believed not to be English: 16.5 % in that region and year (same publication). */
// prettier-ignore
const LANGUAGES: Readonly<Record<string, readonly (readonly [language: string, weight: number])[]>> = {
  APKN: [['URD', 40], ['PNJ', 22], ['ENG', 38]], ABAN: [['BNG', 62], ['ENG', 38]], AIND: [['PNJ', 30], ['OTH', 25], ['ENG', 45]],
  AOTH: [['OTH', 62], ['ENG', 38]], WOTH: [['POL', 34], ['OTH', 40], ['ENG', 26]], WROM: [['OTH', 84], ['ENG', 16]],
  BAFR: [['OTH', 58], ['ENG', 42]], OOTH: [['ARA', 36], ['OTH', 42], ['ENG', 22]], CHNE: [['OTH', 66], ['ENG', 34]],
};

/** January 2026: FSM 27.4 % of pupils; January 2025: SEN support 14.2 %, EHC plan 5.3 %; special schools FSM 49.2 % (DfE). */
const SHARES = {
  fsm: { mainstream: 0.275, special: 0.49, alternative: 0.6 },
  support: 0.148,
  plan: 0.033,
  inCare: 0.011,
} as const;

export type Setting = 'mainstream' | 'special' | 'alternative';

/** Makes pupils one after another; the same seed makes the same pupils in the same order. */
export function pupilMaker(seed: number) {
  const serials = new Map<number, number>();
  const strata = new Map<string, number>();
  let made = 0;
  let testNumber = 0;

  function nextUpn(random: Random, reception: number): Upn {
    const establishment = 2001 + random.below(28);
    const key = establishment * 100 + (reception % 100);
    const serial = (serials.get(key) ?? 0) + 1;
    serials.set(key, serial);
    return upnFor(establishment + 50 * Math.floor(serial / 1000), reception, serial % 1000);
  }

  function nextNhsNumber(random: Random): string | undefined {
    if (happens(random, 0.04)) return undefined;
    for (;;) {
      testNumber += 1;
      const found = findTestNhsNumber(testNumber);
      if (found) return found;
    }
  }

  /** A child in year group `yearGroup` (0 reception) in the academic year that starts in September `start`. */
  return function makePupil(start: number, yearGroup: number, setting: Setting, fixed: Partial<Pupil> = {}): Pupil {
    const id = made++;
    const random = randomFor(seed, 3, id);
    const stratum = `${setting}${yearGroup < 7 ? 'a' : 'b'}`;
    const rank = strata.get(stratum) ?? 0;
    strata.set(stratum, rank + 1);
    const sex = happens(random, setting === 'mainstream' ? 0.49 : 0.28) ? 'F' : 'M';
    const ethnicity = weighted(random, ETHNICITIES);
    const stock = NAMES_BY_ETHNICITY[ethnicity] ?? BRITISH_NAMES;
    const fsm = happens(random, SHARES.fsm[setting]);
    const neighbourhood = Math.min(79, Math.floor(80 * Math.pow(random.next(), fsm ? 1.8 : 0.75)));
    const need = random.next() * (fsm ? 0.72 : 1.1) * (sex === 'M' ? 0.85 : 1.22);
    const sen: 'N' | 'K' | 'E' =
      setting === 'special' ? 'E' : need < SHARES.plan ? 'E' : need < SHARES.plan + SHARES.support ? 'K' : 'N';
    return {
      id,
      upn: fixed.upn ?? nextUpn(random, start - yearGroup),
      nhsNumber: nextNhsNumber(random),
      given: pick(random, sex === 'F' ? stock.girls : stock.boys),
      family: pick(random, stock.families),
      sex,
      birthDay: dayNumber(calendarDate(`${start - yearGroup - 5}-09-01`)) + random.below(365),
      ethnicity,
      language: weighted(random, LANGUAGES[ethnicity] ?? [['ENG', 1]]),
      neighbourhood: neighbourhoodCode(1 + neighbourhood),
      postcode: postcodeOf(neighbourhood % 9, random.below(4000)),
      temper: {
        illness: frailty(random, 1.2),
        lateness: frailty(random, 0.35),
        drift: evenSpread(rank, 0.5),
        conduct: evenSpread(rank, 0.17, SILVER),
        unwell: random.next(),
        travels: happens(random, 0.3),
        keepsEid:
          ['APKN', 'ABAN'].includes(ethnicity) ||
          (['BAFR', 'OOTH', 'AOTH'].includes(ethnicity) && happens(random, 0.5)),
      },
      told: false,
      circumstances: [{ since: start - 20, fsm, sen, inCare: happens(random, SHARES.inCare) }],
      ...fixed,
    };
  };
}

export type MakePupil = ReturnType<typeof pupilMaker>;
