/** Whose figure it is, and which part of theirs. */
export const scope = {
  'scope.phase': 'Phase: {value}',
  'scope.trust': 'Trust: {value}',
  'scope.la': 'Local authority: {value}',
  'scope.year-group': 'Year group: {value}',
  'scope.sex': 'Sex: {value}',
  'scope.sen': 'Special educational needs: {value}',
  'scope.fsm': 'Free school meals: {value}',
  'scope.ethnicity': 'Ethnicity: {value}',
  'scope.class': 'Class: {value}',
  'scope.in-care': 'In care: {value}',
  'scope.group-week': '{group}, week of {date}',
  'scope.all-but': 'All but {value}',
  'scope.week': 'Week of {date}',
  'scope.part': '{whole}. {part}',
  'scope.school': 'School {urn}',
  'scope.beside': '{whole}, {part}',
} as const;
