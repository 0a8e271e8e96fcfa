import { dataText, t } from '#language';
import { partsOf, type Group } from '#place';

/** `a, b, c`: what narrows one thing, beside each other. */
export function besideText([first = '', ...others]: readonly string[]): string {
  return others.reduce((words, next) => t('published.beside', { first: words, next }), first);
}

/** `All pupils`, `Eligible for free school meals, SEN support, female`: a group as a row or a heading. */
export function groupText(group: Group): string {
  const words = besideText(partsOf(group).map(partText));
  return words === '' ? t('data.group.all') : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function partText({ id, words }: ReturnType<typeof partsOf>[number]): string {
  const [, kind, number = ''] = /^(age|year)-(\d+)$/.exec(id) ?? [];
  if (kind === 'age') return t('published.age', { age: number });
  return kind === 'year' ? t('published.year-group', { year: number }) : dataText(words);
}
