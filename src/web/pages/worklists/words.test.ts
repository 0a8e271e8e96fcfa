import { describe, expect, test } from 'vitest';
import { findText, languages, listMessageKeys, speak } from '#language';
import { lists, supportSteps, supportStepsSource, type List } from '#worklists';
import { columnHeading, detailText, findWhereText, headingOf, say, sourceSays } from './list-words.ts';

/** Everything a list says, under its keys in the catalogue. */
function wordsOf(list: List): readonly (readonly [key: string, words: string])[] {
  return [
    ...(['title', 'asks', 'next', 'empty'] as const).map((what) => [`list.${list.id}.${what}`, list[what]] as const),
    ...(['since', 'counted'] as const).map((what) => [`list.${list.id}.${what}`, list.headings[what]] as const),
    ...list.columns.map(({ name, heading }) => [`list-column.${list.id}.${name}`, heading] as const),
    ...list.sources.map(({ says }, at) => [`list-source.${list.id}.${at + 1}`, says] as const),
  ];
}

const steps = [
  ...supportSteps.flatMap(({ id, title, asks }) => [
    [`support-step.${id}.title`, title] as const,
    [`support-step.${id}.asks`, asks] as const,
  ]),
  ['support-step.source', supportStepsSource.says] as const,
];

// Where a rule comes from is a title, which stays as it is, or more than a title, which has words.
const TITLE = /^(DfE, |Education |School |Rotherham SENDIASS, Suspension$)[^;]*$/;
const MORE = /\b([Oo]ur|gives?|sums|[Pp]ages?|not opened|account|explanatory|for academies|meaning)\b/;

const valued = lists.flatMap((list: List) =>
  list.columns.flatMap((column) =>
    Object.entries(column.words ?? {}).map(([value, words]) => ({ list, column, value, words })),
  ),
);

// The table drives SQL, files and the command line; the catalogue has its words once more, for readers.
describe('the catalogue', () => {
  test.each<List>(lists)('says of $id what the list says, its columns and sources too', (list) => {
    const words = wordsOf(list);
    expect(words.map(([key]) => [key, findText(key)])).toEqual(words);
  });

  test('says the steps of support as their table does', () => {
    expect(steps.map(([key]) => [key, findText(key)])).toEqual(steps);
    expect(findText('support-step.source.where')).toBe(supportStepsSource.where);
  });

  test('says what each value of a list’s columns is, in every language in its own words', () => {
    expect(valued.length).toBeGreaterThan(100);
    const said = (one: (typeof valued)[number]) => detailText(one.list, one.column, one.value, String);
    expect(valued.map(said)).toEqual(valued.map(({ words }) => words));
    const english = speak('ar', () =>
      valued.map(said).filter((words) => /[a-z]{2}/i.test(words) || !/\p{Script=Arabic}/u.test(words)),
    );
    expect(english).toEqual([]);
  });

  test('says where each rule comes from, but where that is a title', () => {
    const sources = lists.flatMap((list: List) =>
      list.sources.map((source) => ({ where: source.where, words: findWhereText(list, source) })),
    );
    const isTitle = (where: string): boolean => TITLE.test(where) && !MORE.test(where);
    expect(sources.filter(({ where, words }) => words !== (isTitle(where) ? undefined : where))).toEqual([]);
    expect(sources.some(({ words }) => words === undefined)).toBe(true);
  });

  test('has no words of a list, column, source or step that is not there', () => {
    const known = new Set([...lists.flatMap((list) => wordsOf(list)), ...steps].map(([key]) => key));
    const found = listMessageKeys().filter((key) => /^(list|list-column|list-source|support-step)\./.test(key));
    expect(found.filter((key) => !known.has(key.replace(/\.where$/, '')))).toEqual([]);
    // Of values, those that stand under a list of their own.
    const values = new Set(valued.map(({ list, column, value }) => `list-word.${list.id}.${column.name}.${value}`));
    const own = listMessageKeys().filter((key) => lists.some(({ id }) => key.startsWith(`list-word.${id}.`)));
    expect(own.filter((key) => !values.has(key))).toEqual([]);
  });
});

test.each(languages)('in %s a list says everything in words of the language', (language) => {
  const written = language === 'ar' ? /\p{Script=Arabic}/u : /[a-z]/;
  speak(language, () => {
    for (const list of lists as readonly List[]) {
      for (const words of [
        ...(['title', 'asks', 'next', 'empty'] as const).map((what) => say(list, what)),
        ...(['since', 'counted'] as const).map((what) => headingOf(list, what)),
        ...list.columns.map((column) => columnHeading(list, column)),
        ...list.sources.map((source) => sourceSays(list, source)),
      ]) {
        expect(words).toMatch(written);
      }
    }
  });
});

test('a value that no table has words for is shown as it came', () => {
  for (const { list, column } of valued) {
    for (const value of ['monday, caturday', 'attendance, ', 'toString', '{x}', 'every ']) {
      expect(detailText(list, column, value, String)).toBe(value);
    }
  }
});
