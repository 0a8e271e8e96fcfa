import type { AbsencePart } from '#lost-learning';

/**
 * How a part of absence looks and what it is called. From light to dark in the order in which they stand on each
 * other, so that they are told apart without colour; the colours are those of the same states on pages.
 */
export const LAYERS: Readonly<Record<AbsencePart, { readonly fill: string; readonly words: string }>> = {
  other: { fill: '#b5d3ea', words: 'Agreed absence, such as illness' },
  'other-or-part-time': { fill: '#b5d3ea', words: 'Agreed absence, part-time timetables with it' },
  'other-or-suspended': { fill: '#b5d3ea', words: 'Agreed absence, suspensions with it' },
  authorised: { fill: '#b5d3ea', words: 'Agreed absence, suspensions and part-time timetables with it' },
  'part-time': { fill: '#f0a72e', words: 'Part-time timetables' },
  unauthorised: { fill: '#a63d0f', words: 'Absence without agreement' },
  suspended: { fill: '#3a0f2d', words: 'Suspended' },
  all: { fill: '#4f86b5', words: 'All absence' },
};
