import { ALL_PUPILS, findGroup, GROUP_PARTS, type Group } from '#place';

/**
 * What releases write in the columns that say whom a row is about, over the years, in lower case, and the part of a
 * group it is. A label stands here only where every release means the same by it; what one column means by a word that
 * others use too (`unclassified`, `eligible`) stands in `IN_COLUMN`.
 */
const LABELS: Readonly<Record<string, string>> = {
  female: 'female',
  girls: 'female',
  gender_female: 'female',
  male: 'male',
  boys: 'male',
  gender_male: 'male',
  'ehc plan': 'ehc-plan',
  'ehc plans': 'ehc-plan',
  'education, health and care plan': 'ehc-plan',
  'sen support': 'sen-support',
  'sen support / sen without an ehc plan': 'sen-support',
  'no sen': 'no-sen',
  'no identified sen': 'no-sen',
  'no identified special educational need': 'no-sen',
  'any special educational need': 'sen',
  fsm_eligible: 'fsm',
  'fsm eligible': 'fsm',
  'not eligible': 'not-fsm',
  fsm_noteligible: 'not-fsm',
  fsm_unclassified: 'fsm-unclassified',
  fsm_eligible_in_last_6_years: 'fsm6',
  fsm_not_eligible_in_last_6_years: 'not-fsm6',
  fsm_unclassified_in_last_6_years: 'fsm6-unclassified',
  sen_provision_no_sen: 'no-sen',
  sen_provision_sen_with_statement_ehc: 'ehc-plan',
  sen_provision_sen_without_statement: 'sen-without-statement',
  sen_provision_unclassified: 'sen-unclassified',
  'known or believed to be english': 'english',
  'known or believed to be other than english': 'not-english',
  'language unclassified': 'language-unclassified',
  ethnicity_unclassified: 'ethnicity-unclassified',
  ethnicity_major_asian_total: 'asian',
  ethnicity_major_black_total: 'black',
  ethnicity_major_mixed_total: 'mixed',
  ethnicity_major_white_total: 'white',
  ethnicity_minority_ethnic_pupil: 'minority-ethnic',
  ethnicity_minor_any_other_ethnic_group: 'any-other-ethnic-group',
  ethnicity_minor_any_other_asian_background: 'asian-any-other-asian-background',
  ethnicity_minor_any_other_mixed_background: 'mixed-any-other-mixed-background',
  ethnicity_minor_any_other_black_background: 'black-any-other-black-background',
  ethnicity_minor_any_other_white_background: 'white-any-other-white-background',
  ethnicity_minor_bangladeshi: 'asian-bangladeshi',
  ethnicity_minor_black_african: 'black-black-african',
  ethnicity_minor_black_caribbean: 'black-black-caribbean',
  // A group of its own in releases up to 2016/17, and one of the Asian groups since.
  ethnicity_minor_chinese: 'chinese',
  ethnicity_minor_gypsy_roma: 'white-gypsy-roma',
  ethnicity_minor_indian: 'asian-indian',
  ethnicity_minor_irish: 'white-irish',
  ethnicity_minor_pakistani: 'asian-pakistani',
  ethnicity_minor_traveller_of_irish_heritage: 'white-traveller-of-irish-heritage',
  ethnicity_minor_white_british: 'white-white-british',
  ethnicity_minor_white_and_asian: 'mixed-white-and-asian',
  ethnicity_minor_white_and_black_african: 'mixed-white-and-black-african',
  ethnicity_minor_white_and_black_caribbean: 'mixed-white-and-black-caribbean',
  sen_primary_need_autistic_spectrum_disorder: 'need-asd',
  sen_primary_need_behavioural_emotional_and_social_difficulties: 'need-besd',
  sen_primary_need_hearing_impairment: 'need-hi',
  sen_primary_need_moderate_learning_difficulty: 'need-mld',
  sen_primary_need_multisensory_impairment: 'need-msi',
  sen_primary_need_no_specialist_assessment: 'need-nsa',
  sen_primary_need_other_difficulty_disability: 'need-oth',
  sen_primary_need_physical_disability: 'need-pd',
  sen_primary_need_profound_and_multiple_learning_difficulty: 'need-pmld',
  sen_primary_need_severe_learning_difficulty: 'need-sld',
  sen_primary_need_social_emotional_and_mental_health: 'need-semh',
  sen_primary_need_specific_learning_difficulty: 'need-spld',
  sen_primary_need_speech_language_and_communications_needs: 'need-slcn',
  sen_primary_need_visual_impairment: 'need-vi',
  'autistic spectrum disorder': 'need-asd',
  'down syndrome': 'need-ds',
  'hearing impairment': 'need-hi',
  'moderate learning difficulty': 'need-mld',
  'multi- sensory impairment': 'need-msi',
  'multi-sensory impairment': 'need-msi',
  'other difficulty/disability': 'need-oth',
  'other difficulty or disability': 'need-oth',
  'physical disability': 'need-pd',
  'profound & multiple learning difficulty': 'need-pmld',
  'severe learning difficulty': 'need-sld',
  'social, emotional and mental health': 'need-semh',
  'specific learning difficulty': 'need-spld',
  'speech, language and communications needs': 'need-slcn',
  'visual impairment': 'need-vi',
  'sen support but no specialist assessment of type of need': 'need-nsa',
};

const IN_COLUMN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fsm_eligible: { eligible: 'fsm', unclassified: 'fsm-unclassified' },
  gender: { unclassified: 'sex-unclassified' },
  sen_status: { unclassified: 'sen-unclassified' },
  ethnicity: { unclassified: 'ethnicity-unclassified' },
  primary_need: { missing: 'need-missing' },
};

const ETHNIC_GROUPS: ReadonlyMap<string, string> = new Map(
  GROUP_PARTS.filter((part) => part.dimension === 'ethnicity').map((part) => [part.words.toLowerCase(), part.id]),
);

const TOTALS: readonly string[] = [
  'total',
  'all',
  '',
  'all ehc plans issued',
  'all requests for ehc needs assessments',
];

/** Which column is a heading over another: its own values narrow nothing. */
const HEADINGS: readonly string[] = ['breakdown_topic', 'characteristic_group'];

export type RowGroup =
  { readonly kind: 'group'; readonly group: Group } | { readonly kind: 'unknown'; readonly column: string };

/** Whom a row is about, by its filters other than kind of school; the column that says it in a word Kith does not know. */
export function groupOfFilters(filters: Readonly<Record<string, string>>): RowGroup {
  const parts: string[] = [];
  for (const [column, value] of Object.entries(filters)) {
    const label = value.trim().toLowerCase();
    if (TOTALS.includes(label) || HEADINGS.includes(column)) continue;
    const part = findPart(column, label, filters);
    if (part === undefined) return { kind: 'unknown', column };
    parts.push(part);
  }
  if (parts.length === 0) return { kind: 'group', group: ALL_PUPILS };
  const group = findGroup(parts.join('+'));
  return group ? { kind: 'group', group } : { kind: 'unknown', column: Object.keys(filters).join(' and ') };
}

function findPart(column: string, label: string, filters: Readonly<Record<string, string>>): string | undefined {
  // One column for several characteristics: the heading says which, and with it what “Unclassified” is.
  const heading = filters['breakdown_topic']?.toLowerCase() ?? '';
  const of = column === 'breakdown' && heading === 'ethnicity' ? 'ethnicity' : column;
  return IN_COLUMN[of]?.[label] ?? LABELS[label] ?? ETHNIC_GROUPS.get(label) ?? findAge(label);
}

/** `Age_11`, `aged 11`, `age 11`; `NC_Year_7`. */
function findAge(label: string): string | undefined {
  const age = /^aged?[ _](\d{1,2})$/.exec(label)?.[1];
  if (age !== undefined) return `age-${Number(age)}`;
  const open = /^aged?[ _]((?:2|4)[ _]and[ _]under|(?:19|20)[ _]and[ _]over)$/.exec(label)?.[1];
  if (open !== undefined) return `age-${open.replaceAll(/[ _]/g, '-')}`;
  const year = /^nc_year_(\d{1,2})$/.exec(label)?.[1];
  if (year !== undefined) return `year-${Number(year)}`;
  return label === 'nc_year_reception' ? 'reception' : undefined;
}
