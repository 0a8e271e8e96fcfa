import { besideText, dataText, t } from '#language';
import { partsOf, type Group } from '#place';

/** `All pupils`, `Eligible for free school meals, SEN support, female`: a group as a row or a heading. */
export function groupText(group: Group): string {
  const [first, ...others] = partsOf(group).map(partText);
  if (first === undefined) return t('data.group.all');
  return besideText([`${first.slice(0, 1).toUpperCase()}${first.slice(1)}`, ...others]);
}

function partText({ id, words }: ReturnType<typeof partsOf>[number]): string {
  const [, kind, number = ''] = /^(age|year)-(\d+)$/.exec(id) ?? [];
  if (kind === 'age') return t('published.age', { age: number });
  return kind === 'year' ? t('published.year-group', { year: number }) : dataText(words);
}
