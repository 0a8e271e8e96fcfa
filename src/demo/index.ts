export { CAST, CAST_ORGANISATIONS, type CastMember, type CastTie } from './cast.ts';
export { CAST_AGREEMENTS, CAST_CONSENT } from './cast-sharing.ts';
export { isNorthmoor } from './finished-folder.ts';
export { makeNorthmoor, NORTHMOOR_DEFAULTS, type Northmoor, type NorthmoorOptions } from './northmoor.ts';
export { listStories, STORIES, type Story, type StoryChild, type StoryId } from './stories.ts';
