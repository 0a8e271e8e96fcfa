export { CAST, CAST_ORGANISATIONS, type CastMember, type CastTie } from './cast.ts';
export { CAST_AGREEMENTS, CAST_CONSENT } from './cast-sharing.ts';
export { fillFolder, isNorthmoor } from './finished-folder.ts';
export { makeNorthmoor, NORTHMOOR_DEFAULTS, type Northmoor, type NorthmoorOptions } from './northmoor.ts';
export { listStories, STORIES, type Story, type StoryChild, type StoryId } from './stories.ts';

// A country of many authorities, made straight into a store.
export { COUNTRY_SEED, makeCountry, type MadeCountry } from './country/make-country.ts';
export { listSentFiles, packedOf } from './country/sent-files.ts';
