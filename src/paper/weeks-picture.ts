import type { Drawing, PagePicture } from './document.ts';
import { LAYERS } from './layers.ts';
import { drawColumns } from './picture.ts';
import type { SafeStretches, SafeTerm } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { percentText, shortDate } from './words.ts';

const HALVES = ['First half of the term', 'Second half of the term'];

/** Where sessions were missed, by week; by half term where weeks would count only a few pupils; else a sentence. */
export function weeksPicture(now: TermSums, { stretches }: SafeTerm): PagePicture {
  if (!stretches) {
    return {
      heading: 'Where sessions were missed',
      drawing: undefined,
      notes: ['There is no picture: in every part of the term too few pupils would be counted.'],
    };
  }
  const weekly = stretches.by === 'week';
  return {
    heading: weekly ? 'Where sessions were missed, week by week' : 'Where sessions were missed, by half term',
    drawing: drawing(now, stretches),
    notes: [
      weekly
        ? 'Share of the sessions of each week that were missed. Weeks are named by their Monday.'
        : 'Share of the sessions of each half term that were missed. Single weeks would count too few pupils.',
      ...togetherNote(stretches),
    ],
  };
}

function drawing({ weeks }: TermSums, { by, partition, shares }: SafeStretches): Drawing {
  const labels = by === 'week' ? weeks.map(({ monday }) => shortDate(monday)) : HALVES;
  const columns = shares.map((values, index) => ({ label: labels[index] ?? '', shares: values }));
  const told = columns.map(
    ({ label, shares: values }) => `${label} ${percentText(values.reduce((sum, one) => sum + one, 0))}`,
  );
  const parts = partition.map((part) => LAYERS[part].words.toLowerCase());
  const kinds = parts.length === 1 ? 'for all absence together' : `from the bottom up: ${parts.join('; ')}`;
  const words = `Columns of the share of sessions missed, ${kinds}. In all: ${told.join(', ')}.`;
  return drawColumns(partition, columns, words, percentText);
}

/** Why less is told apart than could be: a reader should not take what is not drawn for nothing. */
function togetherNote({ partition }: SafeStretches): readonly string[] {
  return partition.length === 4 ? [] : ['What would count only a few pupils is drawn together with other absence.'];
}
