import { calendarDate, dayNumber, type Random } from '#kernel';
import { evenSpread, frailty, happens, randomFor, SILVER } from '../chance.ts';
import { upnFor } from '../identifiers.ts';
import { ETHNICITIES, type Pupil } from '../pupils.ts';
import { destinationOf } from './borders.ts';
import type { Authority, Country, CountrySchool } from './country.ts';
import { tellMoves } from './moves.ts';
import type { Attributes, Life } from './stays.ts';

const BEGINNINGS = Array.from({ length: 14 }, (_, back) => dayNumber(calendarDate(`${2024 - back}-09-02`)));
const BIRTHDAYS = Array.from({ length: 14 }, (_, group) => dayNumber(calendarDate(`${2019 - group}-09-01`)));
const ETHNICITY_BY_PLACE = byPlace();

/**
 * The whole story of one child of an authority, by its number there. It comes from the numbers alone, so that two authorities
 * between which a child moves can each tell it and agree.
 */
export function tellLife(country: Country, home: Authority, school: CountrySchool, number: number): Life {
  const id = home.first + number;
  const random = randomFor(country.seed, 3, id);
  const yearGroup = Math.min(school.oldest, school.youngest + Math.floor((number - school.first) / school.intake));
  const attributes = drawAttributes(random, school, yearGroup);
  const pupil = makePupil(random, id, number, yearGroup, attributes);
  const life: Life = { pupil, yearGroup, random, stays: [], strays: [] };
  life.stays.push({
    school,
    status: 'C',
    entry: entryOf(random, school, yearGroup),
    leave: undefined,
    ground: undefined,
    destination: undefined,
    elsewhere: [],
    attributes,
  });
  tellMoves(country, life, destinationOf(country, home, number));
  return life;
}

function entryOf(random: Random, school: CountrySchool, yearGroup: number): number {
  const years = yearGroup > 11 ? 0 : yearGroup - school.youngest;
  return (BEGINNINGS[happens(random, 0.12) ? random.below(years + 1) : years] ?? 0) + random.below(3);
}

function drawAttributes(random: Random, school: CountrySchool, yearGroup: number): Attributes {
  const special = school.phase === 'special';
  const fsm = random.next() < (special ? 0.49 : school.phase === 'alternative-provision' ? 0.6 : 0.265);
  const sex = random.next() < (special ? 0.28 : 0.49) ? 'F' : 'M';
  const need = random.next() * (fsm ? 0.72 : 1.1) * (sex === 'M' ? 0.85 : 1.22);
  const taughtOutOfYear = happens(random, 0.004) ? 365 : 0;
  const unsaid = random.next();
  return {
    birthDay: (BIRTHDAYS[yearGroup] ?? 0) + random.below(365) - taughtOutOfYear,
    yearGroup: unsaid < 0.002 ? undefined : yearGroup,
    sex: unsaid > 0.9995 ? undefined : sex,
    ethnicity: unsaid > 0.9 && unsaid < 0.91 ? undefined : ETHNICITY_BY_PLACE[random.below(1000)],
    fsm: unsaid > 0.5 && unsaid < 0.505 ? undefined : fsm,
    sen: unsaid > 0.6 && unsaid < 0.605 ? undefined : special ? 'E' : need < 0.033 ? 'E' : need < 0.181 ? 'K' : 'N',
    boarder: school.hasBoarders && happens(random, 0.4) ? true : school.saysBoarder ? false : undefined,
  };
}

function makePupil(random: Random, id: number, number: number, yearGroup: number, said: Attributes): Pupil {
  return {
    id,
    upn: upnFor(Math.floor(id / 1000), 2024 - yearGroup, id % 1000),
    nhsNumber: undefined,
    given: '',
    family: '',
    sex: said.sex ?? 'F',
    birthDay: said.birthDay,
    ethnicity: said.ethnicity ?? '',
    language: '',
    neighbourhood: '',
    postcode: '',
    temper: {
      illness: frailty(random, 1.2),
      lateness: frailty(random, 0.35),
      drift: evenSpread(number, 0.5),
      conduct: evenSpread(number, 0.17, SILVER),
      unwell: random.next(),
      travels: happens(random, 0.3),
      keepsEid: said.ethnicity === 'APKN' || said.ethnicity === 'ABAN',
    },
    told: false,
    circumstances: [{ since: 2000, fsm: said.fsm ?? false, sen: said.sen ?? 'N', inCare: false }],
  };
}

// A draw among nineteen weights costs more than the rest of a child: the weights become places once.
function byPlace(): readonly string[] {
  const whole = ETHNICITIES.reduce((sum, [, weight]) => sum + weight, 0);
  const places: string[] = [];
  let reached = 0;
  for (const [code, weight] of ETHNICITIES) {
    reached += weight / whole;
    while (places.length < Math.round(reached * 1000)) places.push(code);
  }
  return places;
}
