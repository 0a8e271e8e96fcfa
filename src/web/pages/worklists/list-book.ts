import type { Book } from '#exchange/spreadsheets';
import { writtenDate } from '#kernel';
import { momentText } from '#language';
import { listTable, PERSONAL_DATA, type List } from '#worklists';
import type { Asked } from './asked.ts';
import { whoseText, type Looking } from './looking-at-lists.tsx';
import { narrowedWords } from './narrowing.tsx';
import type { Entry, Moments } from './read-lists.ts';

/** A list as a table to take away, with what must go with it. Files speak English: their columns are data. */
export function listBook(
  looking: Looking,
  props: { readonly list: List; readonly asked: Asked; readonly entries: readonly Entry[]; readonly moments: Moments },
): Book {
  const { list, asked, entries, moments } = props;
  const { account, schools } = looking;
  const names = new Map(schools.map(({ urn, name }) => [urn, name]));
  const narrowed = narrowedWords(asked).join(', ');
  return {
    sheet: list.title,
    ...listTable(list, entries, (urn) => names.get(urn)),
    about: [
      ...(list.about === 'child' ? ([['Personal data', PERSONAL_DATA]] as const) : []),
      ['List', list.title],
      ['Who stands in it', list.asks],
      ['What to do next', list.next],
      ['Of', whoseText(looking, asked)],
      ...(narrowed === '' ? [] : ([['Narrowed to', narrowed]] as const)),
      ['As of', writtenDate(account.asOf)],
      ...(moments.published === undefined ? [] : ([['Worked out', momentText(moments.published)]] as const)),
      ...list.sources.map((source) => ['Source', `${source.says} ${source.where} (${source.standing})`] as const),
    ],
  };
}

/** `reason-not-known-900101-2025-06-13`: what it is, whose, and of which day. */
export function fileNameOf(list: List, asked: Asked, asOf: string): string {
  return [list.id, ...(asked.urn === undefined ? [] : [String(asked.urn)]), asOf].join('-');
}
