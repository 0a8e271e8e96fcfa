import type { PageTable } from './document.ts';
import { protectAmount, publishPeople } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { HIDDEN, LOST_BEYOND, LOST_INSIDE, numberText, TERM_TITLE } from './words.ts';

/** Time lost inside sessions that were attended, and sessions that are in no absence figure. Nothing here adds up. */
export function insideTable({ inside, beyond, enrolments, term, year }: TermSums): PageTable {
  const minutes = LOST_INSIDE.flatMap(([kind, words]) => {
    const row = inside.find((one) => one.kind === kind);
    if (!row) return [];
    const [amount, people] = [protectAmount(row.minutes, row, enrolments), publishPeople(row)];
    if (amount.kind === 'hidden' || people.kind === 'hidden') return [[words, HIDDEN]];
    return [[words, `${numberText(amount.value)} minutes, ${numberText(people.value)} pupils`]];
  });
  const sessions = LOST_BEYOND.flatMap(([state, words]) => {
    const row = beyond[state];
    if (!row) return [];
    const [amount, people] = [protectAmount(row.sessions, row, enrolments), publishPeople(row)];
    if (amount.kind === 'hidden' || people.kind === 'hidden') return [[words, HIDDEN]];
    return [[words, `${numberText(Math.round(amount.value / 2))} days, ${numberText(people.value)} pupils`]];
  });
  const rows = [...minutes, ...sessions];
  const none =
    'No minutes late and no time out of lessons were sent to Kith. That they are not recorded does not mean that none happened.';
  return {
    heading: 'Lost in ways that absence does not show',
    columns: ['How time was lost', `${TERM_TITLE[term]} ${year}`],
    rows,
    notes: minutes.length === 0 ? [none] : ['Only what the school records. A pupil may be in several rows.'],
  };
}
