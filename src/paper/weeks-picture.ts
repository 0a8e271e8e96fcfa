import { directed, insideText, shortDayText, t } from '#language';
import type { Drawing, PagePicture } from './document.ts';
import { layerWords } from './layers.ts';
import { drawColumns } from './picture.ts';
import type { SafeStretches, SafeTerm } from './protect.ts';
import type { TermSums } from './term-reading.ts';
import { percentText } from './words.ts';

/** Where sessions were missed, by week; by half term where weeks would count only a few pupils; else a sentence. */
export function weeksPicture(now: TermSums, { stretches }: SafeTerm): PagePicture {
  if (!stretches) {
    return {
      heading: t('paper-words.picture'),
      drawing: undefined,
      notes: [t('paper-words.picture.none')],
    };
  }
  const weekly = stretches.by === 'week';
  return {
    heading: t(weekly ? 'paper-words.picture.weeks' : 'paper-words.picture.halves'),
    drawing: drawing(now, stretches),
    notes: [
      t(weekly ? 'paper-words.picture.weeks.note' : 'paper-words.picture.halves.note'),
      ...togetherNote(stretches),
    ],
  };
}

function drawing({ weeks }: TermSums, { by, partition, shares }: SafeStretches): Drawing {
  const labels =
    by === 'week'
      ? weeks.map(({ monday }) => shortDayText(monday))
      : [t('paper-words.picture.half.1'), t('paper-words.picture.half.2')];
  const columns = shares.map((values, index) => ({ label: labels[index] ?? '', shares: values }));
  const told = columns
    .map(({ label, shares: values }) =>
      t('paper-words.picture.column', { label, percent: percentText(values.reduce((sum, one) => sum + one, 0)) }),
    )
    .reduce((first, next) => t('paper-words.picture.next-column', { first, next }));
  const parts = partition
    .map((part) => insideText(layerWords(part)))
    .reduce((first, next) => t('paper-words.picture.next-part', { first, next }));
  const words =
    partition.length === 1
      ? t('paper-words.picture.words.all', { told })
      : t('paper-words.picture.words', { parts, told });
  const drawn = columns.map((column) => ({ ...column, label: directed(column.label) }));
  return drawColumns(partition, drawn, words, percentText);
}

/** Why less is told apart than could be: a reader should not take what is not drawn for nothing. */
function togetherNote({ partition }: SafeStretches): readonly string[] {
  return partition.length === 4 ? [] : [t('paper-words.picture.together')];
}
