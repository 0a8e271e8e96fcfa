/** The six files of an area and what each column may hold: one table that drives reading, messages and docs. */
export type FileKind = 'schools' | 'sessions' | 'roll' | 'marks' | 'suspensions' | 'removals';

export type ColumnType =
  | {
      readonly is: 'upn' | 'urn' | 'la' | 'date' | 'instant' | 'text' | 'code' | 'minutes-late' | 'nhs-number' | 'flag';
    }
  | { readonly is: 'list'; readonly of: readonly string[] }
  | { readonly is: 'whole'; readonly from: number; readonly to: number };

export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  /** An empty or bad value rejects the row. Otherwise only the value is rejected and the row kept. */
  readonly required?: true;
  /** A bad value rejects the row, an empty one does not. */
  readonly strict?: true;
  readonly means: string;
};

export type Format = { readonly kind: FileKind; readonly row: string; readonly columns: readonly Column[] };

const UPN: Column = { name: 'upn', type: { is: 'upn' }, required: true, means: 'Unique pupil number' };
const URN: Column = {
  name: 'urn',
  type: { is: 'urn' },
  required: true,
  means: 'Unique reference number of the school',
};
const HISTORY: readonly Column[] = [
  { name: 'withdrawn', type: { is: 'flag' }, means: 'Y where what the key names never was' },
  {
    name: 'recorded_at',
    type: { is: 'instant' },
    strict: true,
    means: 'When it was recorded; empty: when the file was received',
  },
];

const PHASES = ['primary', 'secondary', 'all-through', 'special', 'alternative-provision'];
const STATUSES = ['C', 'M', 'S', 'G', 'F', 'O'];
const REMOVAL_KINDS = [
  'internal-exclusion',
  'removed-from-lesson',
  'left-lesson',
  'late-to-lesson',
  'detention-in-lesson-time',
];

export const formats: readonly Format[] = [
  {
    kind: 'schools',
    row: 'a school or other setting',
    columns: [
      URN,
      { name: 'la', type: { is: 'la' }, required: true, means: 'Local authority number, 3 digits' },
      { name: 'name', type: { is: 'text' }, required: true, means: 'Name of the school' },
      { name: 'phase', type: { is: 'list', of: PHASES }, required: true, means: 'Phase of education' },
      { name: 'trust', type: { is: 'text' }, means: 'Academy trust' },
      { name: 'postcode', type: { is: 'text' }, means: 'Postcode of the school' },
      { name: 'opened', type: { is: 'date' }, means: 'First day of the school' },
      { name: 'closed', type: { is: 'date' }, means: 'Last day of the school' },
    ],
  },
  {
    kind: 'sessions',
    row: 'a school day the setting opens',
    columns: [
      URN,
      { name: 'date', type: { is: 'date' }, required: true, means: 'The day' },
      {
        name: 'am',
        type: { is: 'whole', from: 0, to: 1 },
        required: true,
        means: '1 = open for pupils in the morning',
      },
      {
        name: 'pm',
        type: { is: 'whole', from: 0, to: 1 },
        required: true,
        means: '1 = open for pupils in the afternoon',
      },
    ],
  },
  {
    kind: 'roll',
    row: 'one spell of one pupil on one school’s roll',
    columns: [
      UPN,
      URN,
      { name: 'status', type: { is: 'list', of: STATUSES }, required: true, means: 'Enrolment status (CBDS)' },
      { name: 'entry_date', type: { is: 'date' }, required: true, means: 'First day on roll' },
      { name: 'leaving_date', type: { is: 'date' }, strict: true, means: 'Last day on roll' },
      {
        name: 'leaving_ground',
        type: { is: 'list', of: [...'abcdefghijklmno'] },
        means: 'Ground for deletion, SI 2024/208 reg. 9(1)',
      },
      { name: 'destination_urn', type: { is: 'urn' }, means: 'School the pupil goes to' },
      { name: 'birth_date', type: { is: 'date' }, required: true, means: 'Date of birth' },
      { name: 'year_group', type: { is: 'whole', from: -2, to: 14 }, means: 'National curriculum year' },
      { name: 'sex', type: { is: 'text' }, means: 'Sex as the school records it' },
      { name: 'ethnicity', type: { is: 'text' }, means: 'Ethnicity (CBDS code)' },
      { name: 'language', type: { is: 'text' }, means: 'First language (CBDS code)' },
      { name: 'fsm', type: { is: 'flag' }, means: 'Eligible for free school meals' },
      {
        name: 'sen',
        type: { is: 'list', of: ['N', 'K', 'E'] },
        means: 'Special educational needs: none, support, EHC plan',
      },
      { name: 'in_care', type: { is: 'flag' }, means: 'In the care of a local authority' },
      { name: 'boarder', type: { is: 'flag' }, means: 'Boards at the school' },
      { name: 'home_lsoa', type: { is: 'text' }, means: 'Neighbourhood of the home (LSOA)' },
      { name: 'given_name', type: { is: 'text' }, means: 'Given name' },
      { name: 'family_name', type: { is: 'text' }, means: 'Family name' },
      { name: 'class', type: { is: 'text' }, means: 'Class or form' },
      { name: 'postcode', type: { is: 'text' }, means: 'Postcode of the home' },
      { name: 'nhs_number', type: { is: 'nhs-number' }, means: 'NHS number' },
      ...HISTORY,
    ],
  },
  {
    kind: 'marks',
    row: 'one pupil’s day in one school’s register',
    columns: [
      UPN,
      URN,
      { name: 'date', type: { is: 'date' }, required: true, means: 'The day' },
      { name: 'am', type: { is: 'code' }, means: 'Attendance code for the morning; empty: not yet marked' },
      { name: 'pm', type: { is: 'code' }, means: 'Attendance code for the afternoon; empty: not yet marked' },
      { name: 'am_minutes_late', type: { is: 'minutes-late' }, means: 'Minutes late in the morning' },
      { name: 'pm_minutes_late', type: { is: 'minutes-late' }, means: 'Minutes late in the afternoon' },
      ...HISTORY,
    ],
  },
  {
    kind: 'suspensions',
    row: 'one suspension or exclusion',
    columns: [
      UPN,
      URN,
      {
        name: 'category',
        type: { is: 'list', of: ['SUSP', 'FIXD', 'PERM', 'LNCH'] },
        required: true,
        means: 'Category (CBDS)',
      },
      { name: 'start_date', type: { is: 'date' }, required: true, means: 'The day the pupil was asked to leave' },
      { name: 'sessions', type: { is: 'whole', from: 0, to: 400 }, means: 'Length in sessions' },
      { name: 'reason1', type: { is: 'text' }, means: 'Reason (CBDS code)' },
      { name: 'reason2', type: { is: 'text' }, means: 'Reason (CBDS code)' },
      { name: 'reason3', type: { is: 'text' }, means: 'Reason (CBDS code)' },
      { name: 'review_closed', type: { is: 'date' }, means: 'The day the review closed' },
      ...HISTORY,
    ],
  },
  {
    kind: 'removals',
    row: 'learning time lost inside a session the pupil attended',
    columns: [
      UPN,
      URN,
      { name: 'date', type: { is: 'date' }, required: true, means: 'The day' },
      { name: 'session', type: { is: 'list', of: ['AM', 'PM'] }, required: true, means: 'Morning or afternoon' },
      { name: 'minutes', type: { is: 'whole', from: 1, to: 240 }, required: true, means: 'Minutes lost' },
      { name: 'kind', type: { is: 'list', of: REMOVAL_KINDS }, required: true, means: 'How the time was lost' },
      ...HISTORY,
    ],
  },
];

const byKind = new Map(formats.map((format) => [format.kind, format]));

export function getFormat(kind: FileKind): Format {
  const format = byKind.get(kind);
  if (!format) throw new Error(`area-files/no-format: ${kind}`);
  return format;
}

const FILE_NAME = /^(schools|sessions|roll|marks|suspensions|removals)(?:[^a-z].*)?\.(csv|csv\.gz|parquet)$/i;

/** What a file holds by its name: `marks-2024-10.csv.gz` is marks. */
export function findKindByName(fileName: string): FileKind | undefined {
  const stem = FILE_NAME.exec(fileName)?.[1]?.toLowerCase();
  return formats.find((format) => format.kind === stem)?.kind;
}
