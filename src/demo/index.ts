export { CAST, CAST_ORGANISATIONS, type CastMember, type CastTie } from './cast.ts';
export { CAST_AGREEMENTS, CAST_CONSENT } from './cast-sharing.ts';
export { isNorthmoor } from './finished-folder.ts';
export { makeNorthmoor, NORTHMOOR_DEFAULTS, type Northmoor, type NorthmoorOptions } from './northmoor.ts';
export { listStories, STORIES, type Story, type StoryChild, type StoryId } from './stories.ts';

// The parts from which registers of any number of schools can be made: England’s are, to be measured with.
export { makeSchoolYear, placeOf, schoolLeavingDay, type SchoolYear } from './calendar.ts';
export { evenSpread, frailty, happens, pick, randomFor, SILVER, weighted } from './chance.ts';
export type { Removal } from './conduct.ts';
export { upnFor } from './identifiers.ts';
export { ETHNICITIES, type Pupil } from './pupils.ts';
export { fillPage, findPage } from './register.ts';
export { drawSchoolEvents, type SchoolEvents } from './school-events.ts';
export type { Phase, School } from './schools.ts';
export { CODES, emptySheet, SILENT, type Page } from './sheet.ts';
export type { DaysElsewhere, Spell } from './spells.ts';
