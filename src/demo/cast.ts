import type { Actor, Organisation } from '#access';
import { findUpn, type Upn } from '#kernel';
import { getStory } from './stories.ts';

/** One person to be in the demonstration, with what ties them. Their `scope` and role are those of `#access`. */
export type CastMember = Actor & {
  readonly ties: readonly CastTie[];
  /** One sentence: who this is, and what to look at as them. */
  readonly about: string;
};

/** `class`: the first class of this year group that the school has; `trust`: every school of that trust. */
export type CastTie =
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'class'; readonly urn: number; readonly yearGroup: number }
  | { readonly kind: 'trust-of'; readonly urn: number }
  | { readonly kind: 'child'; readonly upn: Upn }
  | { readonly kind: 'in-care' };

const maisie = childOf('part-time-without-end');
const callum = childOf('unrecorded-dual');
const SCHOOL = getStory('part-time-without-end').urn;

/** Where the people of Northmoor work. All are invented. */
export const CAST_ORGANISATIONS: readonly Organisation[] = [
  { id: 'northmoor-council', kind: 'area', name: 'Northmoor Council' },
  { id: `school-${SCHOOL}`, kind: 'school', name: 'Aldersyke Academy', urn: SCHOOL },
  { id: 'lantern-moor-trust', kind: 'trust', name: 'Lantern Moor Trust' },
  { id: 'northmoor-camhs', kind: 'health', name: 'Northmoor CAMHS' },
  { id: 'moorside-youth', kind: 'youth', name: 'Moorside Youth Project' },
  { id: 'families', kind: 'family', name: 'Families and young people of Northmoor' },
];

const council = { organisation: 'northmoor-council' } as const;
const school = { organisation: `school-${SCHOOL}`, scope: 'ties', ties: [{ kind: 'school', urn: SCHOOL }] } as const;
const family = { organisation: 'families', scope: 'ties' } as const;

/** Everyone it is possible to be in the demonstration, in the order in which they are shown. */
export const CAST: readonly CastMember[] = [
  {
    id: 'cast-inclusion-lead',
    name: 'Lena Marshall',
    role: 'inclusion-lead',
    ...school,
    about: 'Has ten minutes before registration. Start with the lists of her school.',
  },
  {
    id: 'cast-class-teacher',
    name: 'Isaac Reid',
    role: 'class-teacher',
    organisation: school.organisation,
    scope: 'ties',
    ties: [{ kind: 'class', urn: SCHOOL, yearGroup: 8 }],
    about: 'Sees the children of his class, and nobody else’s.',
  },
  {
    id: 'cast-attendance-officer',
    name: 'Holly Graham',
    role: 'attendance-officer',
    ...school,
    about: 'Puts registers right every morning: reasons not yet known come first.',
  },
  {
    id: 'cast-senco',
    name: 'Sana Barker',
    role: 'senco',
    ...school,
    about: 'Looks after part-time timetables; Maisie’s has no end.',
  },
  {
    id: 'cast-head',
    name: 'Maryam Dixon',
    role: 'head',
    ...school,
    about: 'Takes the governors’ page to the next meeting.',
  },
  {
    id: 'cast-trust-data-manager',
    name: 'Rohan Fletcher',
    role: 'trust-data-manager',
    organisation: 'lantern-moor-trust',
    scope: 'ties',
    ties: [{ kind: 'trust-of', urn: SCHOOL }],
    about: 'Defends a figure to a head: every school of the trust, and why figures differ.',
  },
  {
    id: 'cast-area-officer',
    name: 'Tom Atkinson',
    role: 'area-officer',
    ...council,
    scope: 'area',
    ties: [],
    about: 'Responsible for children between schools: off roll, suspensions, returns due.',
  },
  {
    id: 'cast-virtual-school',
    name: 'Grace Bell',
    role: 'virtual-school',
    ...council,
    scope: 'ties',
    ties: [{ kind: 'in-care' }],
    about: 'Sees children in care, at whichever school they are.',
  },
  {
    id: 'cast-clinician',
    name: 'Ayesha Noor',
    role: 'clinician',
    organisation: 'northmoor-camhs',
    scope: 'ties',
    ties: [
      { kind: 'child', upn: maisie },
      { kind: 'child', upn: callum },
    ],
    about: 'Two children on her caseload; she sees what was agreed about them.',
  },
  {
    id: 'cast-youth-worker',
    name: 'Kai Foster',
    role: 'youth-worker',
    organisation: 'moorside-youth',
    scope: 'ties',
    ties: [{ kind: 'child', upn: callum }],
    about: 'Works with Callum after school; he sees what Callum agreed to.',
  },
  {
    id: 'cast-parent',
    name: 'Dele Oduya',
    role: 'parent',
    ...family,
    ties: [{ kind: 'child', upn: maisie }],
    about: 'Maisie’s father, on his phone: her year, and who looked at it.',
  },
  {
    id: 'cast-young-person',
    name: 'Callum Armstrong',
    role: 'young-person',
    ...family,
    ties: [{ kind: 'child', upn: callum }],
    about: 'Fifteen. Sees his own record, and says who else may.',
  },
  {
    id: 'cast-data-protection-officer',
    name: 'Owen Shaw',
    role: 'data-protection-officer',
    ...council,
    scope: 'area',
    ties: [],
    about: 'Asks who looked and why, and answers requests about someone’s own data.',
  },
  {
    id: 'cast-area-administrator',
    name: 'Priya Hall',
    role: 'area-administrator',
    ...council,
    scope: 'area',
    ties: [],
    about: 'Brings files in; gives and ends access.',
  },
];

function childOf(story: 'part-time-without-end' | 'unrecorded-dual'): Upn {
  const upn = findUpn(getStory(story).children[0]?.upn ?? '');
  if (!upn) throw new Error(`demo/no-child-of-story: ${story}`);
  return upn;
}
