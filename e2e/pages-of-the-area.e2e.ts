import { STORIES } from '#demo';
import { checkPages } from './check-pages.ts';

const upn = STORIES.find((story) => story.id === 'between-schools')?.children[0]?.upn ?? '';

checkPages([
  '/',
  '/schools',
  '/schools/920001/paper?term=autumn',
  '/lists',
  '/lists/reason-not-known',
  '/lists/returns-due?overdue=yes',
  '/lists/changes',
  '/schools/910003/year-groups/1',
  '/children',
  '/children?away=15',
  '/children?find=nobody-is-called-this',
  `/children/${upn}`,
  `/children/${upn}/looks`,
  '/how/lost_headline/area',
  '/how/persistent_percent/area',
  '/missions',
  '/missions/new',
  '/missions/new?measure=severe-absence&of=account:area:all',
  '/challenges',
  '/challenges/new?measure=severe_percent&place=area&period=2024/25&page=/',
  '/imports',
  '/imports/to-mend',
  '/imports/new',
  '/nothing-here',
]);
