import { findText, listText, t } from '#language';
import type { DetailColumn, List } from '#worklists';

/** A text of a list that is one of a few, or several of a few, in the language of the reader; any other as it came. */
export function valueText(list: List, column: DetailColumn, value: string): string {
  return SHARED[column.name]?.(value) ?? findText(`list-word.${list.id}.${column.name}.${value}`) ?? value;
}

/** Columns whose words several lists share, or that tell several things in one text. */
const SHARED: Readonly<Record<string, (value: string) => string | undefined>> = {
  leaving_ground: groundText,
  weekdays: weekdaysText,
  returns: returnsText,
};

function groundText(letter: string): string | undefined {
  const words = findText(`grounds.${letter}`);
  return words === undefined ? undefined : t('list-word.ground', { letter, words });
}

/** `monday, friday`, or `every monday`. */
function weekdaysText(value: string): string | undefined {
  const days = eachOf(value.replace(/^every /, ''), (day) => findText(`list-word.weekday.${day}`));
  if (days === undefined) return undefined;
  return value.startsWith('every ') ? t('list-word.weekdays.every', { weekdays: listText(days) }) : listText(days);
}

function returnsText(value: string): string | undefined {
  const returns = eachOf(value, (one) => findText(`list-word.return.${one}`));
  return returns?.reduce((first, rest) => t('list-word.returns', { first, rest }));
}

/** The words of each of `a, b`, where all have some. */
function eachOf(value: string, find: (one: string) => string | undefined): readonly string[] | undefined {
  const words = value.split(', ').map(find);
  return words.every((one) => one !== undefined) ? words : undefined;
}
