// "The published measures": absence by enrolment, after the DfE's cohort rules.
import { ageOn, datesBetween } from './dates.ts';
import { ownState } from './states.ts';
import { byBytes, sessions, type SpellRow } from './types.ts';
import { covers, isOpen, latestSpell, type View } from './view.ts';

export type Enrolment = {
  readonly urn: string;
  readonly upn: string;
  readonly possible: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly overall: number;
  readonly persistent: boolean;
  readonly severe: boolean;
};

/** One enrolment from all the spells of one pupil at one school with status C, M or S; undefined where excluded. */
const enrolmentOf = (view: View, upn: string, urn: string, spells: readonly SpellRow[]): Enrolment | undefined => {
  const { area, year, first, last } = view;
  // "aged 5–15 at 31 August before the year", "age is from its latest spell there"
  const age = ageOn(latestSpell(spells)?.birth ?? '', `${year}-08-31`);
  if (age < 5 || age > 15) return undefined;
  // "no boarders", "any spell with boarder `Y` makes it a boarder's"
  if (spells.some((spell) => spell.boarder === 'Y')) return undefined;
  // "none whose earliest entry at that school is on or after 1 June (the sixth half term)"
  if (spells.every((spell) => spell.entry >= `${year + 1}-06-01`)) return undefined;

  let possible = 0;
  let authorised = 0;
  let unauthorised = 0;
  // "Only dates covered by such a spell, up to the as-of date, count."
  for (const date of datesBetween(first, last)) {
    if (!spells.some((spell) => covers(spell, date))) continue;
    // "sessions after 31 May dropped for pupils aged 15 on 31 August"
    if (age === 15 && date > `${year + 1}-05-31`) continue;
    for (const session of sessions) {
      if (!isOpen(area, urn, date, session)) continue;
      const { state } = ownState(view, upn, urn, date, session);
      // "possible = attended + suspended + unauthorised + part-time + authorised"
      if (['attended', 'suspended', 'unauthorised', 'part-time', 'authorised'].includes(state)) possible += 1;
      // "Authorised = `E` `C2` and the `authorised` codes; unauthorised = `G` `N` `O` `U`."
      if (['suspended', 'part-time', 'authorised'].includes(state)) authorised += 1;
      if (state === 'unauthorised') unauthorised += 1;
    }
  }
  // "no enrolments without possible sessions"
  if (possible === 0) return undefined;
  const overall = authorised + unauthorised;
  return {
    urn,
    upn,
    possible,
    authorised,
    unauthorised,
    overall,
    // "persistent (≥ 10 % of own possible sessions) and severe (≥ 50 %)"
    persistent: overall * 10 >= possible,
    severe: overall * 2 >= possible,
  };
};

/** Sorted by urn, upn. */
export const enrolments = (view: View): readonly Enrolment[] => {
  const out: Enrolment[] = [];
  for (const urn of [...view.area.schools.keys()].sort(byBytes)) {
    for (const upn of [...view.spells.keys()].sort(byBytes)) {
      // "Enrolments are spells of status `C`, `M` or `S`, each with its own register"
      const spells = (view.spells.get(upn) ?? []).filter(
        (spell) => spell.urn === urn && ['C', 'M', 'S'].includes(spell.status),
      );
      const enrolment = spells.length === 0 ? undefined : enrolmentOf(view, upn, urn, spells);
      if (enrolment !== undefined) out.push(enrolment);
    }
  }
  return out;
};
