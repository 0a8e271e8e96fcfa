import { writtenDate, type CalendarDate, type TermName } from '#kernel';
import type { Figure } from '#disclosure';
import { rateText } from '#place';
import type { ShareFigure } from './protect.ts';

/** Said in place of a figure that is hidden: never a blank, never a 0. */
export const HIDDEN = 'hidden (c)';
/** Where England publishes no such figure. */
export const NOT_PUBLISHED = 'not published';
/** Where there is no like term to set beside. */
export const NOT_COMPARED = 'not compared';

export const TERM_TITLE: Readonly<Record<TermName, string>> = {
  autumn: 'Autumn term',
  spring: 'Spring term',
  summer: 'Summer term',
};

export const PHASE_WORDS: Readonly<Record<string, string>> = {
  primary: 'Primary school',
  secondary: 'Secondary school',
  'all-through': 'All-through school',
  special: 'Special school',
  'alternative-provision': 'Alternative provision',
};

/** How time was lost inside sessions, and beyond what absence figures hold; in the order of the table. */
export const LOST_INSIDE = [
  ['late', 'Late, while the register was open'],
  ['late-to-lesson', 'Late to a lesson'],
  ['left-lesson', 'Left a lesson'],
  ['removed-from-lesson', 'Removed from a lesson'],
  ['internal-exclusion', 'Internal exclusion or isolation'],
  ['detention-in-lesson-time', 'Detention in lesson time'],
] as const;
export const LOST_BEYOND = [
  ['access-failure', 'Transport or access not provided'],
  ['off-roll', 'On no school’s roll after this one'],
] as const;

export const QUESTIONS = {
  barriers: 'What do pupils and families say keeps them from school, and what did we change because of it?',
  early: 'What is offered before absence becomes a pattern, and how do we know that it reached the child?',
  return: 'What was tried before a suspension, and what was in place on the day the child came back?',
  partTime: 'Has every part-time timetable a date on which it ends, and a plan for the way back?',
  removed: 'What do pupils miss while they are out of lessons, and how do they catch up?',
  unrecorded: 'Time out of lessons is not recorded here. Would we learn something if it were?',
  unmarked: 'What stands in the way of taking every register?',
} as const;

export const LEFT_OUT = [
  'Anything about a single pupil. Numbers that count fewer than 8 pupils, that one or two pupils make up, or that would give such a number away are hidden (c). Other counts are rounded to the nearest 5.',
  'Any rank, target or judgement. A school’s figures say what happened, not why.',
  'Pupils whom the DfE’s absence figures leave out: under 5 or over 15 on 31 August before the year, boarders, and guests of other schools.',
] as const;

/** `9.2% (2,155 of 23,355)`, or that it is hidden. */
export function shareText({ percent, numerator, denominator }: ShareFigure): string {
  if (percent.kind === 'hidden') return HIDDEN;
  return `${percentText(percent.value)} (${figureText(numerator)} of ${figureText(denominator)})`;
}

export function percentText(value: number): string {
  return `${rateText(value, 1)}%`;
}

function figureText(figure: Figure): string {
  return figure.kind === 'hidden' ? HIDDEN : numberText(figure.value);
}

export function numberText(value: number): string {
  return value.toLocaleString('en-GB');
}

/** `4 Nov`. */
export function shortDate(date: CalendarDate): string {
  const [day = '', month = ''] = writtenDate(date).split(' ');
  return `${day} ${month.slice(0, 3)}`;
}

/** `2 September to 19 December 2025`, both years where they differ. */
export function spanText(from: CalendarDate, to: CalendarDate): string {
  const [first, last] = [writtenDate(from), writtenDate(to)];
  return from.slice(0, 4) === to.slice(0, 4) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`;
}
