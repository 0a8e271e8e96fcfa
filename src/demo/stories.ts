import type { AcademicYear } from '#kernel';

export type StoryChild = {
  readonly upn: string;
  readonly given: string;
  readonly family: string;
  readonly sex: 'F' | 'M';
  /** CBDS code; White British where it is not given. */
  readonly ethnicity?: string;
};

/** Something that was put into Northmoor on purpose, with what a user of Kith should be able to see of it. */
export type Story = {
  readonly id: StoryId;
  readonly title: string;
  /** The story is told only where Northmoor is made for all of these years. */
  readonly years: readonly string[];
  /** The school it is about, and others it touches. */
  readonly urn: number;
  readonly otherUrns: readonly number[];
  readonly children: readonly StoryChild[];
  readonly happens: string;
  readonly look: string;
};

export type StoryId =
  | 'year-11-leavers'
  | 'sent-home-at-lunch'
  | 'transition-goes-wrong'
  | 'transition-goes-right'
  | 'between-schools'
  | 'unrecorded-dual'
  | 'part-time-without-end'
  | 'corrected-history';

// prettier-ignore
export const STORIES: readonly Story[] = [
  {
    id: 'year-11-leavers',
    title: 'A school whose year 11s leave before the January census',
    years: ['2024/25', '2025/26'],
    urn: 920003,
    otherUrns: [950001, 920005],
    children: [
      { upn: 'F399900013001', given: 'Jade', family: 'Ramsden', sex: 'F' },
      { upn: 'V399900013002', given: 'Kyle', family: 'Sutcliffe', sex: 'M' },
      { upn: 'J399900013003', given: 'Bethany', family: 'Coates', sex: 'F' },
      { upn: 'Y399900013004', given: 'Liam', family: 'Dawson', sex: 'M' },
      { upn: 'M399900013005', given: 'Chloe', family: 'Airey', sex: 'F' },
      { upn: 'B399900013006', given: 'Haris', family: 'Malik', sex: 'M', ethnicity: 'APKN' },
      { upn: 'Q399900013007', given: 'Corey', family: 'Barnes', sex: 'M' },
      { upn: 'E399900013008', given: 'Tianna', family: 'Campbell', sex: 'F', ethnicity: 'BCRB' },
      { upn: 'U399900013009', given: 'Jakub', family: 'Zielinski', sex: 'M', ethnicity: 'WOTH' },
      { upn: 'R399900014001', given: 'Caitlin', family: 'Hirst', sex: 'F' },
      { upn: 'F399900014002', given: 'Bradley', family: 'Lowe', sex: 'M' },
      { upn: 'V399900014003', given: 'Sana', family: 'Mirza', sex: 'F', ethnicity: 'APKN' },
      { upn: 'J399900014004', given: 'Kieran', family: 'Birkett', sex: 'M' },
      { upn: 'Y399900014005', given: 'Lacey', family: 'Fletcher', sex: 'F' },
      { upn: 'M399900014006', given: 'Tyler', family: 'Metcalfe', sex: 'M' },
      { upn: 'B399900014007', given: 'Georgia', family: 'Raine', sex: 'F' },
      { upn: 'Q399900014008', given: 'Abdi', family: 'Yusuf', sex: 'M', ethnicity: 'BAFR' },
      { upn: 'E399900014009', given: 'Nathan', family: 'Hodgson', sex: 'M' },
      { upn: 'Q399900014010', given: 'Keira', family: 'Tyson', sex: 'F' },
      { upn: 'E399900014011', given: 'Oskar', family: 'Nowak', sex: 'M', ethnicity: 'WOTH' },
      { upn: 'U399900014012', given: 'Megan', family: 'Alderson', sex: 'F' },
    ],
    happens:
      'Nine year 11 pupils leave between October 2024 and 10 January 2025, and twelve between September 2025 and 9 January 2026, each time before the January census: nine to home education, five to alternative provision (one has not arrived), seven to other places, of which four are not known.',
    look: 'Movement: year 11 exits before the January census at this school in two successive years, with destinations and special needs beside them.',
  },
  {
    id: 'sent-home-at-lunch',
    title: 'Children sent home at lunch after incidents',
    years: ['2025/26'],
    urn: 920005,
    otherUrns: [],
    children: [
      { upn: 'L399900017101', given: 'Jayden', family: 'Greenwood', sex: 'M' },
      { upn: 'A399900017102', given: 'Riley', family: 'Barker', sex: 'M' },
      { upn: 'P399900017103', given: 'Shanice', family: 'Francis', sex: 'F', ethnicity: 'BCRB' },
      { upn: 'T399900016104', given: 'Connor', family: 'Pearson', sex: 'M' },
      { upn: 'G399900016105', given: 'Zayn', family: 'Iqbal', sex: 'M', ethnicity: 'APKN' },
      { upn: 'W399900016106', given: 'Alfie', family: 'Holmes', sex: 'M' },
    ],
    happens:
      'Six children in years 8 and 9 are taken out of a lesson in the morning and marked C (leave) that afternoon, on five days each between 20 January and 31 March 2026. No suspension is recorded.',
    look: 'Informal exclusion: afternoons of leave that follow a removal the same morning, at one school, with no suspension.',
  },
  {
    id: 'transition-goes-wrong',
    title: 'A move to secondary school that goes wrong',
    years: ['2024/25', '2025/26'],
    urn: 920002,
    otherUrns: [910004],
    children: [{ upn: 'J399900018201', given: 'Ellis', family: 'Thwaite', sex: 'M' }],
    happens:
      'Ellis is hardly ever away in year 6. In year 7 the first two weeks are full; from the third week he is away one day a week, then two, and by February most of the week, with no good reason given.',
    look: 'Transition: absence that climbs from week 3, against other children who came up with him.',
  },
  {
    id: 'transition-goes-right',
    title: 'A move to secondary school that goes right',
    years: ['2024/25', '2025/26'],
    urn: 920004,
    otherUrns: [910005],
    children: [{ upn: 'Y399900018202', given: 'Amina', family: 'Rafiq', sex: 'F', ethnicity: 'APKN' }],
    happens: 'Amina misses about one day in nine in year 6, mostly ill. In year 7 she is away only a few days in the whole year.',
    look: 'Transition: persistent absence in year 6 that ends in year 7.',
  },
  {
    id: 'between-schools',
    title: 'A child who is in no school for three weeks',
    years: ['2025/26'],
    urn: 910001,
    otherUrns: [910006],
    children: [{ upn: 'W399900021203', given: 'Poppy', family: 'Hesketh', sex: 'F' }],
    happens:
      'Poppy, in year 4, leaves one primary school on Friday 14 November 2025 for another in Northmoor and starts there on Monday 8 December 2025. For fifteen school days she is on no roll.',
    look: 'Lost learning: 30 sessions off roll. On 1 December 2025 she is among the children between schools.',
  },
  {
    id: 'unrecorded-dual',
    title: 'A dual-registered child whose Wednesdays nobody records',
    years: ['2025/26'],
    urn: 920006,
    otherUrns: [950001],
    children: [{ upn: 'U399900015204', given: 'Callum', family: 'Armstrong', sex: 'M' }],
    happens:
      'From 4 November 2025 Callum, in year 10, is at the Ropewalk Centre from Wednesday to Friday, says his school; on Thursday and Friday, says the centre. Until 13 February 2026 both mark him D on Wednesdays.',
    look: 'Lost learning: unrecorded-dual sessions on every Wednesday from November to February.',
  },
  {
    id: 'part-time-without-end',
    title: 'A part-time timetable without end',
    years: ['2025/26'],
    urn: 920001,
    otherUrns: [],
    children: [{ upn: 'E399900017205', given: 'Maisie', family: 'Oduya', sex: 'F', ethnicity: 'MWBA' }],
    happens: 'From 29 September 2025 Maisie, in year 8, is in school in the mornings only. The afternoons are still C2 in July.',
    look: 'Part-time timetables: among the longest in the area that still run, every afternoon for ten months.',
  },
  {
    id: 'corrected-history',
    title: 'A record that was put right later',
    years: ['2025/26'],
    urn: 910003,
    otherUrns: [],
    children: [{ upn: 'Z399900022206', given: 'Reuben', family: 'Haile', sex: 'M', ethnicity: 'BAFR' }],
    happens:
      'Reuben, in year 3, is away from 19 to 30 January 2026. The register says N (no reason yet) until 6 February 2026, when the school learns that he was in hospital and corrects every mark to I.',
    look: 'As known at: on 2 February 2026 twenty unauthorised sessions, today twenty of illness.',
  },
];

/** The stories that can be told in these years. */
export function listStories(years: readonly AcademicYear[]): readonly Story[] {
  return STORIES.filter((story) => story.years.every((year) => years.some((each) => each === year)));
}

export function getStory(id: StoryId): Story {
  const story = STORIES.find((each) => each.id === id);
  if (!story) throw new Error(`demo/no-such-story: ${id}`);
  return story;
}
