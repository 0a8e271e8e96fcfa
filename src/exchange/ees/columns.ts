/**
 * Columns of an EES data file that are neither filter nor indicator. Source: DfE analysts’ guide, “Open Data
 * Standards”: time and geography columns; the last rows are columns older releases carry beside them.
 */
export const REQUIRED_COLUMNS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
] as const;

const IDENTITY_COLUMNS: readonly string[] = [
  ...REQUIRED_COLUMNS,
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_name',
  ...[
    'lad',
    'pcon',
    'ward',
    'lsip',
    'english_devolved_area',
    'opportunity_area',
    'local_enterprise_partnership',
  ].flatMap((level) => [`${level}_code`, `${level}_name`]),
  'trust_id',
  'trust_name',
  'school_name',
  'school_urn',
  'school_laestab',
  'school_postcode',
  'academic_year',
  'year_breakdown',
  'attendance_date',
  'week_commencing',
  'estab',
  'laestab',
  'urn',
  'academy_open_date',
];

/** Levels DfE publishes by, with the columns each one must have. Kith carries the first three. */
export const GEOGRAPHIC_LEVELS: Readonly<Record<string, readonly string[]>> = {
  National: [],
  Regional: ['region_code', 'region_name'],
  'Local authority': ['old_la_code', 'new_la_code', 'la_name'],
  'Local authority district': ['lad_code', 'lad_name'],
  'Local enterprise partnership': [],
  'Local skills improvement plan area': [],
  'English devolved area': [],
  'Opportunity area': [],
  'Parliamentary constituency': ['pcon_code', 'pcon_name'],
  Ward: ['ward_code', 'ward_name'],
  MAT: ['trust_id', 'trust_name'],
  School: [],
  Institution: [],
  Provider: [],
  'Planning area': [],
  'RSC region': [],
  Sponsor: [],
};

export function isIdentityColumn(column: string): boolean {
  return IDENTITY_COLUMNS.includes(column);
}
