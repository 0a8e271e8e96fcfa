import { CODES_CHANGED_ON } from '#register';
import type { Column } from './formats.ts';

/** What to tell the person, by fault and column. */
export function problemOf(column: Column | undefined, fault: string): string {
  if (fault === 'required')
    return `Fill in ${column?.name ?? 'the column'}: ${lowerFirst(column?.means ?? 'it is needed')}.`;
  switch (fault) {
    case 'upn':
      return 'Enter the unique pupil number, 13 characters with the right check letter, like H801200001001.';
    case 'urn':
      return 'Enter the school’s 6-digit URN, like 123456.';
    case 'la':
      return 'Enter the local authority’s 3-digit number, like 801.';
    case 'date':
      return 'Enter a real date as YYYY-MM-DD, like 2024-09-03.';
    case 'recorded-at':
      return 'Enter the time with its offset, like 2024-09-03T16:00:00Z.';
    case 'leaving-date':
      return 'Enter the last day on roll, not before entry_date, or leave it empty.';
    case 'unknown-code':
      return 'Enter one of the attendance codes in force, like / or I.';
    case 'not-in-force':
      return `Use a code that was in force on the day: the codes changed on ${CODES_CHANGED_ON}.`;
    case 'minutes':
      return 'Enter whole minutes, like 12.';
    case 'nhs-number':
      return 'Check the NHS number: 10 digits of which the last is a check digit.';
    case 'flag':
      return 'Enter Y or N.';
    case 'whole':
      return column?.type.is === 'whole'
        ? `Enter a whole number from ${column.type.from} to ${column.type.to}.`
        : 'Enter a whole number.';
    case 'list':
      return column?.type.is === 'list'
        ? `Enter one of: ${column.type.of.join(', ')}.`
        : 'Enter one of the listed values.';
    default:
      return 'Check the value against the guide to area files.';
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
