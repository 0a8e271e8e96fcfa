import type { NewAgreement } from '#access';
import { getStory } from './stories.ts';

/** What the council of Northmoor agreed with those who help its children: without it they would see nothing. */
export const CAST_AGREEMENTS: readonly Omit<NewAgreement, 'startsAt' | 'endsAt'>[] = [
  {
    giver: 'northmoor-council',
    receiver: 'northmoor-camhs',
    classes: ['account', 'notes'],
    purpose: 'direct-care',
    basis: 'Public task, UK GDPR article 6(1)(e); health or social care, article 9(2)(h)',
    mode: 'fetch',
    needsConsent: false,
  },
  {
    giver: 'northmoor-council',
    receiver: 'moorside-youth',
    classes: ['account'],
    purpose: 'direct-care',
    basis: 'Consent, UK GDPR article 6(1)(a)',
    mode: 'fetch',
    needsConsent: true,
  },
];

/** Callum is fifteen, answers for himself, and said yes to the youth project. */
export const CAST_CONSENT = {
  upn: getStory('unrecorded-dual').children[0]?.upn ?? '',
  by: 'cast-young-person',
  judgedBy: 'cast-area-officer',
  why: 'Callum said in his own words who would see what, and what happens if he says no.',
  organisation: 'moorside-youth',
  class: 'account',
} as const;
