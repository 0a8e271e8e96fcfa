/**
 * What an area may publish about its own children. Each data set is a population of people, marks that some of them
 * have, and what is printed of both. People are what is protected: a figure of sessions goes with the people it is of.
 */
export type DataSet = {
  readonly id: DataSetId;
  readonly title: string;
  /** Who is counted, and by which rule. */
  readonly population: string;
  readonly topics: readonly TopicId[];
  /** One row a person: a column for each topic, `school`, and the numbers that marks and sums read. */
  readonly people: string;
  readonly marks: readonly Mark[];
  readonly indicators: readonly Indicator[];
};

export type DataSetId = 'absence' | 'lost-learning';

/** Some of the people: those for whom a column is more than 0. */
export type Mark = {
  readonly id: string;
  readonly column: string;
  /** Everyone with this mark has that one too. */
  readonly within?: string;
  /** Never printed, and neither is who is left without it: only sums are of these people. */
  readonly apart?: true;
};

export type Indicator = {
  readonly name: string;
  readonly label: string;
  readonly grouping: string;
  readonly unit: '' | '%';
  readonly decimals: 0 | 1;
} & (
  | { readonly kind: 'people'; readonly mark?: string }
  /** A sum over the people with the mark, or over all. */
  | { readonly kind: 'sessions'; readonly column: string; readonly mark?: string }
  /** The names of two other indicators. */
  | { readonly kind: 'rate'; readonly of: string; readonly over: string }
);

export type TopicId = 'phase' | 'year_group' | 'sex' | 'fsm' | 'sen';

const GROUPS_SQL = `coalesce(cast(child.year_group as varchar), '') as year_group,
  coalesce(child.sex, '') as sex, case when child.fsm then 'Y' else 'N' end as fsm,
  coalesce(nullif(child.sen, ''), 'N') as sen`;

// Authorised absence is not among them: with it, these would add up to the absence of the other data set, and a hidden
// one could be worked out from the rest. The same holds for all states together, so neither is printed.
const FORMS = [
  ['suspended', 2, 'Suspended or excluded'],
  ['unauthorised', 3, 'Unauthorised absence'],
  ['part_time', 4, 'Part-time timetable'],
  ['access_failure', 6, 'Access not provided'],
  ['unrecorded_dual', 7, 'Neither school has a record'],
  ['off_roll', 10, 'On no school’s roll'],
] as const;

const lostLearning: DataSet = {
  id: 'lost-learning',
  title: 'Lost learning by cause',
  population:
    'Children with at least one session in their calendar. Each session is in one state, by the rules of the account.',
  topics: ['year_group', 'sex', 'fsm', 'sen'],
  people: `with main as (select upn, arg_max(urn, entry_date) as urn from spell where own group by upn)
    select ${GROUPS_SQL}, coalesce(cast(main.urn as varchar), '') as school,
      cast(sum(sessions) as bigint) as calendar,
      ${FORMS.map(([id, rule]) => `cast(coalesce(sum(sessions) filter (where rule = ${rule}), 0) as bigint) as ${id}`).join(', ')}
    from child_week join child using (child_no) left join main on main.upn = child.upn
    group by child.child_no, child.year_group, child.sex, child.fsm, child.sen, main.urn order by child.child_no`,
  marks: FORMS.map(([id]) => ({ id, column: id })),
  indicators: [
    {
      kind: 'people',
      name: 'child_count',
      label: 'Number of children',
      grouping: 'Children',
      unit: '',
      decimals: 0,
    },
    {
      kind: 'sessions',
      column: 'calendar',
      name: 'calendar_session_count',
      label: 'Number of sessions in children’s calendars',
      grouping: 'Children',
      unit: '',
      decimals: 0,
    },
    ...FORMS.flatMap(([id, , label]): Indicator[] => [
      {
        kind: 'people',
        mark: id,
        name: `${id}_child_count`,
        label: `${label}: number of children with any session`,
        grouping: label,
        unit: '',
        decimals: 0,
      },
      {
        kind: 'sessions',
        column: id,
        mark: id,
        name: `${id}_session_count`,
        label: `${label}: number of sessions`,
        grouping: label,
        unit: '',
        decimals: 0,
      },
      {
        kind: 'rate',
        of: `${id}_session_count`,
        over: 'calendar_session_count',
        name: `${id}_session_percent`,
        label: `${label}: percentage of sessions`,
        grouping: label,
        unit: '%',
        decimals: 1,
      },
    ]),
  ],
};

// Names are those of DfE’s absence releases, so that what reads those reads this.
const absence: DataSet = {
  id: 'absence',
  title: 'Absence, persistent and severe absence',
  population:
    'Enrolments that the DfE’s pupil absence statistics count: aged 5 to 15, no boarders, at least one possible session. A child with two enrolments counts twice.',
  topics: ['phase', 'year_group', 'sex', 'fsm', 'sen'],
  people: `select coalesce(school.phase, '') as phase, ${GROUPS_SQL}, cast(enrolment.urn as varchar) as school,
      possible, overall, persistent, severe
    from enrolment join child using (child_no) join school using (urn) order by child_no, urn`,
  marks: [
    { id: 'persistent', column: 'persistent' },
    { id: 'severe', column: 'severe', within: 'persistent' },
    { id: 'absent', column: 'overall', apart: true },
  ],
  indicators: [
    { kind: 'people', ...named('enrolments', 'Number of enrolments', 'Enrolments') },
    {
      kind: 'sessions',
      column: 'possible',
      ...named('sess_possible', 'Number of possible sessions', 'Overall absence'),
    },
    {
      kind: 'sessions',
      column: 'overall',
      mark: 'absent',
      ...named('sess_overall', 'Number of sessions missed', 'Overall absence'),
    },
    {
      kind: 'rate',
      of: 'sess_overall',
      over: 'sess_possible',
      ...rated('sess_overall_percent', 'Overall absence rate', 'Overall absence'),
    },
    {
      kind: 'people',
      mark: 'persistent',
      ...named('enrolments_pa_10_exact', 'Enrolments that missed 10% or more of sessions', 'Persistent absence'),
    },
    {
      kind: 'rate',
      of: 'enrolments_pa_10_exact',
      over: 'enrolments',
      ...rated('enrolments_pa_10_exact_percent', 'Persistent absence rate', 'Persistent absence'),
    },
    {
      kind: 'people',
      mark: 'severe',
      ...named('enrolments_pa_50_exact', 'Enrolments that missed 50% or more of sessions', 'Severe absence'),
    },
    {
      kind: 'rate',
      of: 'enrolments_pa_50_exact',
      over: 'enrolments',
      ...rated('enrolments_pa_50_exact_percent', 'Severe absence rate', 'Severe absence'),
    },
  ],
};

export const DATA_SETS: readonly DataSet[] = [absence, lostLearning];

export function findDataSet(id: string): DataSet | undefined {
  return DATA_SETS.find((one) => one.id === id);
}

function named(name: string, label: string, grouping: string): NamedCount {
  return { name, label, grouping, unit: '', decimals: 0 };
}
type NamedCount = Pick<Indicator, 'name' | 'label' | 'grouping'> & { readonly unit: ''; readonly decimals: 0 };

function rated(name: string, label: string, grouping: string): NamedRate {
  return { name, label, grouping, unit: '%', decimals: 1 };
}
type NamedRate = Pick<Indicator, 'name' | 'label' | 'grouping'> & { readonly unit: '%'; readonly decimals: 1 };
