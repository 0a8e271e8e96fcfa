import {
  foldedWords,
  newDraft,
  openYearAt,
  takeBytes,
  writeHalves,
  writeWord,
  type Draft,
  type OpenYear,
  type Years,
} from '#lost-learning';

const {
  afterStay,
  CHILD,
  COHORT,
  cohortOf,
  firstDayIn,
  firstOf,
  hasMinutes,
  lastDayIn,
  letterHalf,
  letterOf,
  minuteHalves,
  minutesAt,
  runHalf,
  runsOf,
  sessionOf,
  sessionsOf,
  spanWord,
  STAY,
  stayOf,
  wordsIn,
} = foldedWords;

/** A stay that covers the day: its word and differences there, and which of the year’s it is. */
type Kept = { readonly place: number; readonly stay: number; readonly halves: readonly number[] };

/** Words of one day, and what is told of them. */
export type DayWords = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly children: number;
};

/**
 * The words of one day of all children of a part, from those of their year, in the same order: what an import of that day
 * would leave behind. A child with nothing on the day has the one word that says who it is like.
 */
export function clipYears(years: Years, day: number, open: readonly OpenYear[]): DayWords {
  const draft = newDraft();
  let children = 0;
  for (let at = 0; at < years.words.length; children += 1) at = clipChild(draft, years, at, day, open);
  return { bytes: takeBytes(draft), children };
}

/** Answers the place of the word that follows. */
function clipChild(draft: Draft, years: Years, from: number, day: number, open: readonly OpenYear[]): number {
  const { words } = years;
  const child = words[from] ?? 0;
  let at = from + 1;
  const [stays, schools]: [Kept[], number[]] = [[], []];
  for (let more = (child & CHILD.stays) !== 0; more;) {
    const [stay, span] = [words[at] ?? 0, words[at + 1] ?? 0];
    const counts = cohortOf(stay) !== COHORT.cut || (words[at + 2] ?? 0) >= day;
    at = afterStay(words, at);
    const school = openYearAt(open, stay & STAY.school);
    if (firstDayIn(span) <= day && lastDayIn(span) >= day) {
      const halves = clipDifferences(years.halves, at - wordsIn(span), at, dayOf(school, day));
      const cohort = counts && cohortOf(stay) !== COHORT.leftOut ? COHORT.whole : COHORT.leftOut;
      const rest = stay & ~((3 << STAY.cohortAt) | STAY.again | STAY.last);
      stays.push({ place: schools.length, stay: rest | (cohort << STAY.cohortAt), halves });
    }
    schools.push(stay & STAY.school);
    more = (stay & STAY.last) === 0;
  }
  const gaps: number[] = [];
  if ((child & CHILD.gaps) !== 0) {
    const end = at + 1 + (words[at] ?? 0) * 2;
    for (at += 1; at < end; at += 2) {
      const span = words[at + 1] ?? 0;
      if (firstDayIn(span) <= day && lastDayIn(span) >= day) gaps.push(words[at] ?? 0);
    }
  }
  const removals: number[] = [];
  if ((child & CHILD.removals) !== 0) {
    const end = at + 1 + (words[at] ?? 0);
    for (at += 1; at < end; at += 1) {
      const word = words[at] ?? 0;
      const place = stays.findIndex((stay) => stay.place === stayOf(word));
      const { first, end: last } = dayOf(openYearAt(open, schools[stayOf(word)] ?? 0), day);
      if (place >= 0 && sessionOf(word) >= first && sessionOf(word) < last) removals.push((word & ~0xfff) | place);
    }
  }
  writeChild(draft, child, stays, gaps, removals, day);
  return at;
}

function writeChild(
  draft: Draft,
  child: number,
  stays: readonly Kept[],
  gaps: readonly number[],
  removals: readonly number[],
  day: number,
): void {
  writeWord(
    draft,
    (child & CHILD.likeness) |
      (stays.some(({ stay }) => (stay & STAY.contested) !== 0) ? CHILD.contested : 0) |
      (gaps.length > 0 ? CHILD.gaps : 0) |
      (removals.length > 0 ? CHILD.removals : 0) |
      (stays.length > 0 ? CHILD.stays : 0),
  );
  stays.forEach(({ stay, halves }, at) => {
    writeWord(draft, stay | (at === stays.length - 1 ? STAY.last : 0));
    writeWord(draft, spanWord(day, day, (halves.length + 1) >> 1));
    writeHalves(draft, halves);
  });
  if (gaps.length > 0) writeWord(draft, gaps.length);
  for (const gap of gaps) {
    writeWord(draft, gap);
    writeWord(draft, spanWord(day, day));
  }
  if (removals.length > 0) for (const word of [removals.length, ...removals]) writeWord(draft, word);
}

type Sessions = { readonly first: number; readonly end: number };

function dayOf({ beforeDay }: OpenYear, day: number): Sessions {
  return { first: beforeDay[day] ?? 0, end: beforeDay[day + 1] ?? 0 };
}

/** The half words of the differences in some sessions. */
function clipDifferences(halves: Uint16Array, from: number, to: number, { first, end }: Sessions): readonly number[] {
  const clipped: number[] = [];
  for (let at = from * 2; at < to * 2;) {
    const head = halves[at] ?? 0;
    const stop = at + 1 + runsOf(head);
    const [runs, minutes]: [number[], number[]] = [[], []];
    let place = 0;
    for (at += 1; at < stop; at += 1) {
      const run = halves[at] ?? 0;
      const [begins, ends] = [Math.max(first, firstOf(run)), Math.min(end, firstOf(run) + sessionsOf(run))];
      if (begins < ends) runs.push(runHalf(begins, ends - begins));
      for (let session = begins; session < ends && hasMinutes(head); session += 1)
        minutes.push(minutesAt(halves, stop, place + session - firstOf(run)));
      place += sessionsOf(run);
    }
    if (hasMinutes(head)) at += minuteHalves(place);
    if (runs.length === 0) continue;
    clipped.push(letterHalf(letterOf(head), minutes.length > 0, runs.length), ...runs);
    for (let one = 0; one < minutes.length; one += 2)
      clipped.push((minutes[one] ?? 0) | ((minutes[one + 1] ?? 0) << 8));
  }
  return clipped;
}
