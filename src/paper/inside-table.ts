import { numberText, t } from '#language';
import type { PageTable } from './document.ts';
import { protectAmount, publishPeople } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { hiddenText, LOST_BEYOND, LOST_INSIDE } from './words.ts';

/** Time lost inside sessions that were attended, and sessions that are in no absence figure. Nothing here adds up. */
export function insideTable({ inside, beyond, enrolments, term, year }: TermSums): PageTable {
  const minutes = LOST_INSIDE.flatMap((kind) => {
    const words = t(`paper-words.lost.${kind}`);
    const row = inside.find((one) => one.kind === kind);
    if (!row) return [];
    const [amount, people] = [protectAmount(row.minutes, row, enrolments), publishPeople(row)];
    if (amount.kind === 'hidden' || people.kind === 'hidden') return [[words, hiddenText()]];
    return [
      [words, t('paper-words.inside.minutes', { minutes: numberText(amount.value), pupils: numberText(people.value) })],
    ];
  });
  const sessions = LOST_BEYOND.flatMap((state) => {
    const words = t(`paper-words.lost.${state}`);
    const row = beyond[state];
    if (!row) return [];
    const [amount, people] = [protectAmount(row.sessions, row, enrolments), publishPeople(row)];
    if (amount.kind === 'hidden' || people.kind === 'hidden') return [[words, hiddenText()]];
    return [
      [
        words,
        t('paper-words.inside.days', {
          days: numberText(Math.round(amount.value / 2)),
          pupils: numberText(people.value),
        }),
      ],
    ];
  });
  const rows = [...minutes, ...sessions];
  return {
    heading: t('paper-words.inside'),
    columns: [t('paper-words.inside.how'), t('paper-words.beside.term', { term: t(`paper.term.${term}`), year })],
    rows,
    notes: minutes.length === 0 ? [t('paper-words.inside.not-sent')] : [t('paper-words.inside.several')],
  };
}
