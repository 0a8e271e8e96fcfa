/** What a layout reads into: the canonical files of an area (see the area-files format). */
export const LAYOUT_KINDS = ['roll', 'marks', 'suspensions', 'removals', 'schools', 'sessions'] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];

/** How the rows of the foreign file lie. All but `row` are for marks. */
export const SHAPES = ['row', 'row-per-mark', 'week-string', 'week-columns', 'wide-by-date'] as const;
export type Shape = (typeof SHAPES)[number];

/** A place that a layout fills from a column of the file, and how its values are read unless the layout says otherwise. */
export type Slot = {
  readonly name: string;
  readonly required: boolean;
  readonly read: string;
  /** What to ask the person where the file has no such column and one answer does for all its rows. */
  readonly ask?: string;
};

const slot = (name: string, read = 'text'): Slot => ({ name, required: false, read });
const needed = (name: string, read = 'text', ask?: string): Slot => ({
  name,
  required: true,
  read,
  ...(ask === undefined ? {} : { ask }),
});

const URN_QUESTION = 'What is the URN of the school this file is from? Six digits, like 123456.';
const urn = needed('urn', 'urn', URN_QUESTION);
const upn = needed('upn', 'upn');
const history = [slot('withdrawn', 'yes-no'), slot('recorded_at', 'datetime')];

/** The columns of each canonical file, in its order. Source: the area-files format. */
export const canonicalColumns: Readonly<Record<LayoutKind, readonly Slot[]>> = {
  schools: [
    needed('urn', 'urn'),
    needed('la', 'text', 'What is the number of the local authority? Three digits, like 801.'),
    needed('name'),
    needed('phase', 'phases', 'Which phase are these schools? For example primary.'),
    slot('trust'),
    slot('postcode'),
    slot('opened', 'uk-date'),
    slot('closed', 'uk-date'),
  ],
  sessions: [urn, needed('date', 'uk-date'), needed('am', 'open-closed'), needed('pm', 'open-closed')],
  roll: [
    upn,
    urn,
    needed(
      'status',
      'enrolment-status',
      'What is the enrolment status of these pupils? C where each is on one roll only.',
    ),
    needed('entry_date', 'uk-date'),
    slot('leaving_date', 'uk-date'),
    slot('leaving_ground', 'leaving-grounds'),
    slot('destination_urn', 'urn'),
    needed('birth_date', 'uk-date'),
    slot('year_group', 'year-groups'),
    slot('sex', 'sex'),
    slot('ethnicity', 'ethnicity'),
    slot('language', 'language'),
    slot('fsm', 'yes-no'),
    slot('sen', 'sen-provision'),
    slot('in_care', 'yes-no'),
    slot('boarder', 'boarder'),
    slot('home_lsoa'),
    slot('given_name'),
    slot('family_name'),
    slot('class'),
    slot('postcode'),
    slot('nhs_number'),
    ...history,
  ],
  marks: [
    upn,
    urn,
    needed('date', 'uk-date'),
    slot('am', 'attendance-codes'),
    slot('pm', 'attendance-codes'),
    slot('am_minutes_late', 'whole-number'),
    slot('pm_minutes_late', 'whole-number'),
    ...history,
  ],
  suspensions: [
    upn,
    urn,
    needed(
      'category',
      'suspension-categories',
      'What does this file list? SUSP for suspensions, PERM for permanent exclusions.',
    ),
    needed('start_date', 'uk-date'),
    slot('sessions', 'whole-number'),
    slot('reason1', 'suspension-reasons'),
    slot('reason2', 'suspension-reasons'),
    slot('reason3', 'suspension-reasons'),
    slot('review_closed', 'uk-date'),
    ...history,
  ],
  removals: [
    upn,
    urn,
    needed('date', 'uk-date'),
    needed('session', 'sessions'),
    needed('minutes', 'whole-number'),
    needed('kind', 'removal-kinds', 'What does this file list? For example internal-exclusion.'),
    ...history,
  ],
};

export const WEEK_CELLS = ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) => [`${day}_am`, `${day}_pm`]);

const YEAR_QUESTION = 'Which academic year are the dates at the top of the columns in? Like 2024/25.';

/** The slots of marks in a shape of their own. Where a slot is missing here, the shape cannot carry it. */
const MARK_SHAPES: Readonly<Record<Exclude<Shape, 'row'>, readonly Slot[]>> = {
  // No `withdrawn`: a withdrawn row takes back the whole day, and here a row is half of one.
  'row-per-mark': [
    upn,
    urn,
    needed('date', 'uk-date'),
    needed('session', 'sessions'),
    needed('mark', 'attendance-codes'),
    slot('minutes_late', 'whole-number'),
    slot('recorded_at', 'datetime'),
  ],
  'week-string': [upn, urn, needed('week', 'uk-date'), needed('marks', 'attendance-codes'), ...history],
  'week-columns': [
    upn,
    urn,
    needed('week', 'uk-date'),
    ...WEEK_CELLS.map((name) => needed(name, 'attendance-codes')),
    ...history,
  ],
  'wide-by-date': [
    upn,
    urn,
    slot('cells', 'attendance-codes'),
    { ...slot('academic_year'), ask: YEAR_QUESTION },
    ...history,
  ],
};

export function slotsOf(kind: LayoutKind, shape: Shape): readonly Slot[] {
  return shape === 'row' ? canonicalColumns[kind] : MARK_SHAPES[shape];
}

/** Slots that no single column of the file fills: the header’s dates do, or the person. */
export const HEADLESS_SLOTS: readonly string[] = ['cells', 'academic_year'];
