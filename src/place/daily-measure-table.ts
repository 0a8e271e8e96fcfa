import { CODES_OF_2024 } from './breaks.ts';
import type { Measure } from './measure.ts';

export const POSSIBLE = 'Possible sessions (half days when pupils were due in school)';

const DAILY = {
  topic: 'attendance-by-code',
  unit: 'percent',
  polarity: 'lower-is-better',
  publication: 'pupil-attendance',
  periods: 'Weeks; terms; the year so far; school years',
  geography: 'England, regions, authorities',
  exclusions: [
    'Schools that do not share their registers each day (DfE weights its totals by phase to allow for them).',
    'Alternative provision.',
  ],
  note: 'For all schools together DfE weights by phase, so the rate is close to numerator ÷ denominator, not equal to it.',
  source: 'DfE, “Pupil attendance in schools”, data guidance; attendance data dashboard, technical notes',
  breaks: [CODES_OF_2024],
  compiled: false,
} as const satisfies Partial<Measure>;

/** Measures of the daily attendance collection: the same words as the census ones, counted from other registers. */
export const DAILY_MEASURES: readonly Measure[] = [
  {
    ...DAILY,
    id: 'daily-attendance',
    name: 'Attendance, from daily registers',
    definition: 'Sessions attended in school or at approved activity elsewhere, out of all possible sessions.',
    polarity: 'higher-is-better',
    numerator: 'Sessions attended',
    denominator: POSSIBLE,
    columns: { rate: 'attendance_perc', numerator: 'overall_attendance', denominator: 'possible_sessions' },
  },
  {
    ...DAILY,
    id: 'daily-overall-absence',
    name: 'Overall absence, from daily registers',
    definition: 'Sessions missed for any reason in schools that share registers, out of their possible sessions.',
    numerator: 'Sessions missed',
    denominator: POSSIBLE,
    columns: { rate: 'overall_absence_perc', numerator: 'overall_absence', denominator: 'possible_sessions' },
  },
  {
    ...DAILY,
    id: 'daily-authorised-absence',
    name: 'Authorised absence, from daily registers',
    definition: 'Sessions missed with agreement in schools that share registers, out of their possible sessions.',
    polarity: 'neither',
    numerator: 'Sessions missed with agreement',
    denominator: POSSIBLE,
    columns: { rate: 'authorised_absence_perc', numerator: 'authorised_absence', denominator: 'possible_sessions' },
  },
  {
    ...DAILY,
    id: 'daily-unauthorised-absence',
    name: 'Unauthorised absence, from daily registers',
    definition: 'Sessions missed without agreement (codes G, N, O, U) in schools that share registers.',
    numerator: 'Sessions missed without agreement',
    denominator: POSSIBLE,
    columns: { rate: 'unauthorised_absence_perc', numerator: 'unauthorised_absence', denominator: 'possible_sessions' },
  },
  {
    ...DAILY,
    id: 'daily-persistent-absence',
    name: 'Persistent absence, from daily registers',
    definition: 'Pupils in schools that share registers who missed 10% or more of their possible sessions.',
    numerator: 'Pupils who missed 10% or more',
    denominator: 'Pupils in schools that share registers',
    columns: { rate: 'pa_perc' },
  },
  code(
    'daily-illness',
    'Illness (code I)',
    'Illness, not an appointment',
    'illness_perc',
    'reason_i_authorised_illness',
  ),
  code(
    'daily-medical-appointment',
    'Medical and dental appointments (code M)',
    'Medical and dental appointments',
    'appointments_perc',
    'reason_m_authorised_medical_dental',
  ),
  code(
    'daily-suspended-or-excluded',
    'Suspended or excluded, no other provision made (code E)',
    'Suspended or permanently excluded, with no alternative provision made',
    'auth_excluded_perc',
    'reason_e_authorised_excluded',
  ),
  code(
    'daily-part-time-timetable',
    'Part-time timetable (code C2)',
    'An agreed temporary part-time timetable (recorded from August 2024)',
    'auth_part_time_perc',
    'reason_c2_authorised_temp_reduced_timetable',
  ),
  code(
    'daily-holiday-not-agreed',
    'Holiday not agreed (code G)',
    'Holiday the school did not agree to',
    'unauth_hol_perc',
    'reason_g_unauthorised_holiday',
  ),
  code(
    'daily-late-after-close',
    'Arrived after registers closed (code U)',
    'Arrival after the register closed',
    'unauth_late_registers_closed_perc',
    'reason_u_unauthorised_late_after_registers_closed',
  ),
  code(
    'daily-other-unauthorised',
    'Other unauthorised absence (code O)',
    'Absence in other or unknown circumstances',
    'unauth_oth_perc',
    'reason_o_other_unauthorised',
  ),
  code(
    'daily-no-reason-yet',
    'No reason given yet (code N)',
    'Absence whose reason is not yet known',
    'unauth_not_yet_perc',
    'reason_n_no_reason_yet',
  ),
  perThousand(
    'daily-code-c2',
    'C2',
    'an agreed temporary part-time timetable',
    'reason_c2_authorised_temp_reduced_timetable',
  ),
  perThousand(
    'daily-code-b',
    'B',
    'education off site, not in registered provision',
    'reason_b_aea_education_off_site',
  ),
  perThousand(
    'daily-code-k',
    'K',
    'education arranged by the local authority',
    'reason_k_aea_education_arranged_by_la',
  ),
];

function code(id: Measure['id'], name: string, what: string, rate: string, numerator: string): Measure {
  return {
    ...DAILY,
    id,
    name,
    polarity: 'neither',
    definition: `${what}: sessions with this code in schools that share registers, out of their possible sessions.`,
    numerator: 'Sessions with this code',
    denominator: POSSIBLE,
    columns: { rate, numerator, denominator: 'possible_sessions' },
  };
}

// Worked out per 1,000 by those who compiled the release by SEN; the publication’s own files give the sessions.
function perThousand(id: Measure['id'], code: string, what: string, column: string): Measure {
  return {
    ...DAILY,
    id,
    name: `Code ${code}: ${what}`,
    polarity: 'neither',
    unit: 'per-1000-sessions',
    definition: `Sessions with code ${code} (${what}), for every 1,000 possible sessions in schools that share registers.`,
    numerator: `Sessions with code ${code}`,
    denominator: POSSIBLE,
    periods: 'Terms',
    geography: 'Authorities',
    note: 'Published by SEN only: no figure for all pupils is held.',
    compiled: true,
    columns: { rate: `${column}_per_1000_sessions` },
  };
}
