import { MOST_LOST, OWN_RULE_OF, RULE, RULE_OF, RULES } from './letters.ts';
import type { ChildToFold, Stay, Stretch } from '../folded/fold-child.ts';
import { DAYS, WEEKS, type OpenYear } from '../folded/open-year.ts';
import type { Ground } from './ground.ts';
import { ENROLMENT_SUMS, LIKENESS_SUMS, SCHOOL_CELLS } from './tally.ts';

/** Sums by name and place; a place where nothing was counted is not there. */
type SumsByPlace = ReadonlyMap<string, number>;

/** A child’s own figures: sessions by rule, minutes, and its enrolments as `urn possible authorised unauthorised`. */
export type ChildFigures = {
  readonly rules: readonly number[];
  readonly minutes: number;
  readonly enrolments: readonly string[];
};

/** What children come to, and the days on which a register says something of one of them. */
export type OneByOne = {
  readonly figures: readonly ChildFigures[];
  readonly sums: SumsByPlace;
  readonly markedDays: readonly number[];
};

/** A child at a school on a day, and the letter of the school’s register in one session of it. */
type Here = { readonly stay: Stay; readonly stretch: Stretch; readonly letter: string };

/** The account of children session by session, by its rules as the guide says them: slow, and with nothing clever in it. */
export function countOneByOne(children: readonly ChildToFold[], ground: Ground): OneByOne {
  const sums = new Map<string, number>();
  const add = (name: string, at: number, some: number): void => {
    if (some !== 0) sums.set(`${name} ${at}`, (sums.get(`${name} ${at}`) ?? 0) + some);
  };
  const days = Array.from({ length: DAYS }, (_, day) => day);
  return {
    figures: children.map((child) => countChild(child, ground, add)),
    sums,
    markedDays: days.filter((day) =>
      children.some(({ stays }) =>
        stays.some((stay) =>
          [day * 2, day * 2 + 1]
            .flatMap((pos) => hereAt(stay, pos, ground))
            .some(({ letter }) => !' #'.includes(letter)),
        ),
      ),
    ),
  };
}

type Add = (name: string, at: number, some: number) => void;

function countChild(child: ChildToFold, ground: Ground, add: Add): ChildFigures {
  const { stays, likeness } = child;
  const rules = Array.from({ length: RULES }, () => 0);
  const [schools, weeks] = [new Set<number>(), new Set<number>()];
  let all = 0;
  for (let pos = 0; pos < (ground.asOfDay + 1) * 2; pos += 1) {
    const week = ground.weekOf[pos] ?? 0;
    const here = stays.flatMap((stay) => hereAt(stay, pos, ground));
    for (const one of here.filter(({ stretch }) => stretch.own)) {
      const { school } = one.stay;
      const rule = OWN_RULE_OF[code(one.letter)] ?? 0;
      schools.add(school);
      add('schoolWeeks', school * SCHOOL_CELLS + week * RULES + rule, 1);
      add('schools', school * RULES + rule, 1);
      if (rule === RULE.attended) add('schoolMinutes', school, minutesAt(child, pos, [one]));
    }
    const left = child.gaps.find(
      ({ from, to, school, usualDays }) =>
        from <= pos >> 1 && to >= pos >> 1 && opens(usualDays ? ground.usualDays : ground.open[school], pos),
    );
    const onRoll = here.some(({ stretch }) => stretch.own);
    if (!onRoll && !left) continue;
    const { rule, cause } = stateOf(here, onRoll, isDual(stays, pos), ground);
    if (left && rule === RULE.offRoll) {
      schools.add(left.school);
      add('schoolWeeks', left.school * SCHOOL_CELLS + week * RULES + rule, 1);
      add('schools', left.school * RULES + rule, 1);
    }
    const minutes = rule === RULE.attended ? minutesAt(child, pos, here) : 0;
    rules[rule] = (rules[rule] ?? 0) + 1;
    all += minutes;
    weeks.add(week);
    add('causes', code(cause), 1);
    add('weeks', week * RULES + rule, 1);
    add('weekMinutes', week, minutes);
    add('likenesses', likeness * LIKENESS_SUMS, minutes);
    add('likenesses', likeness * LIKENESS_SUMS + rule, 1);
  }
  if (weeks.size > 0) add('likenesses', likeness * LIKENESS_SUMS + RULES, 1);
  for (let week = 0; week < WEEKS; week += 1) if (weeks.has(week)) add('weekChildren', week, 1);
  for (const school of schools) add('schoolChildren', school, 1);
  addAgain([...schools], ground, add);
  return { rules, minutes: all, enrolments: stays.flatMap((stay) => countEnrolment(stay, likeness, ground, add)) };
}

function hereAt(stay: Stay, pos: number, ground: Ground): readonly Here[] {
  if (!opens(ground.open[stay.school], pos)) return [];
  return stay.stretches
    .filter(({ from, to }) => from <= pos >> 1 && to >= pos >> 1)
    .map((stretch) => ({ stay, stretch, letter: stay.marks.charAt(pos) || ' ' }));
}

function opens(open: OpenYear | undefined, pos: number): boolean {
  return open !== undefined && open.posOf.includes(pos);
}

/** The first rule that fits, of all marks there are; of several with one rule the main or single school’s, then the lowest URN. */
function stateOf(
  here: readonly Here[],
  onRoll: boolean,
  dual: boolean,
  { urns }: Ground,
): { readonly rule: number; readonly cause: string } {
  const order = ({ stay, stretch, letter }: Here): number =>
    (RULE_OF[code(letter)] ?? 0) * 1e8 + (stretch.main ? 0 : 1e7) + (urns[stay.school] ?? 0);
  const [first] = here.filter(({ letter }) => letter !== ' ').toSorted((one, other) => order(one) - order(other));
  if (first && first.letter !== 'D') return { rule: RULE_OF[code(first.letter)] ?? 0, cause: first.letter };
  if (!onRoll) return { rule: RULE.offRoll, cause: '~' };
  if (!first) return { rule: RULE.unmarked, cause: '?' };
  return dual ? { rule: RULE.dual, cause: '=' } : { rule: RULE.notRequired, cause: 'D' };
}

/** Whether two schools have the child on roll on a day. */
function isDual(stays: readonly Stay[], pos: number): boolean {
  const day = pos >> 1;
  return stays.filter((stay) => stay.stretches.some(({ own, from, to }) => own && from <= day && to >= day)).length > 1;
}

/** Minutes late and removed at some schools; late to a lesson does not count where one of them has an L. */
function minutesAt({ removals }: ChildToFold, pos: number, here: readonly Here[]): number {
  const isLate = here.some(({ letter }) => letter === 'L');
  const late = here.map(({ stay, letter }) => (letter === 'L' ? (stay.late.get(pos) ?? 0) : 0));
  const removed = removals
    .filter((removal) => removal.pos === pos && here.some(({ stay }) => stay.school === removal.school))
    .map(({ lateToLesson, minutes }) => (lateToLesson && isLate ? 0 : minutes));
  return Math.min(
    MOST_LOST,
    [...late, ...removed].reduce((sum, minutes) => sum + minutes, 0),
  );
}

function countEnrolment(stay: Stay, likeness: number, ground: Ground, add: Add): readonly string[] {
  const { school, countsTo = -1 } = stay;
  const rules = Array.from({ length: (Math.min(ground.asOfDay, countsTo) + 1) * 2 }, (_, pos) => pos)
    .flatMap((pos) => hereAt(stay, pos, ground))
    .filter(({ stretch }) => stretch.enrolled)
    .map(({ letter }) => OWN_RULE_OF[code(letter)] ?? 0);
  const of = (...some: readonly number[]): number => rules.filter((rule) => some.includes(rule)).length;
  const [authorised, unauthorised] = [of(RULE.suspended, RULE.partTime, RULE.authorised), of(RULE.unauthorised)];
  const [overall, possible] = [authorised + unauthorised, of(RULE.attended) + authorised + unauthorised];
  if (possible === 0) return [];
  const persistent = overall >= possible * 0.1 ? 1 : 0;
  const severe = overall >= possible * 0.5 ? 1 : 0;
  [1, possible, authorised, unauthorised, persistent, severe].forEach((some, at) => {
    add('schoolEnrolments', school * ENROLMENT_SUMS + at, some);
    add('likenessEnrolments', likeness * ENROLMENT_SUMS + at, some);
  });
  return [[ground.urns[school], possible, authorised, unauthorised].join(' ')];
}

/** How many more schools than one of each group a child is at. */
function addAgain(schools: readonly number[], ground: Ground, add: Add): void {
  for (const by of ['phase', 'trust', 'authority', 'region'] as const) {
    const groups = schools.map((school) => ground[`${by}Of`][school] ?? 0);
    for (const group of new Set(groups)) add(`${by}Again`, group, groups.filter((one) => one === group).length - 1);
  }
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}
