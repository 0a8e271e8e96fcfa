import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { dateOfDayNumber, writtenDate } from '#kernel';
import { listCatalogueFaults } from './catalogue-faults.ts';
import {
  dateText,
  findText,
  LANGUAGES,
  languages,
  listText,
  numberText,
  rich,
  speak,
  spokenLanguage,
  t,
} from './index.ts';
import type { ArgumentsOf, Filled, PlainValues, RichValues, TagsOf } from './message-type.ts';
import { CATALOGUES } from './translate.ts';

describe('the catalogue', () => {
  test.each(languages)('in %s has every message, its plurals and what it asks for', (language) => {
    expect(listCatalogueFaults(CATALOGUES.en, CATALOGUES[language], LANGUAGES[language].locale)).toEqual([]);
    expect(Object.keys(CATALOGUES.en).length).toBeGreaterThan(20);
  });

  test.each([
    [{}, 'a: missing'],
    [{ a: 'x', b: 'y' }, 'b: surplus'],
    [{ a: '' }, 'a: empty'],
    [{ a: '{count' }, 'a: cannot be read: EXPECT_ARGUMENT_CLOSING_BRACE'],
    [{ a: '{count, plural, one {#}}' }, 'a: cannot be read: MISSING_OTHER_CLAUSE'],
    [{ a: '{count, plural, zero {#} one {#} two {#} few {#} other {#}}' }, 'a: plural form missing: many'],
    [{ a: '{count, number} {name}' }, 'a: English has no {name}'],
    [{ a: 'x' }, 'a: does not use {count, number}'],
    [{ a: '{count}' }, 'a: does not use {count, number}'],
    [{ a: '{count, number} <b>x</b>' }, 'a: English has no <b>'],
    [{ a: "{count, number} l'eau" }, 'a: a straight apostrophe'],
    [{ a: '{count,number}' }, 'a: spaces in an argument'],
    [{ a: '{ count, number}' }, 'a: spaces in an argument'],
  ])('with %j is faulty: %s', (other, fault) => {
    expect(listCatalogueFaults({ a: '{count, number}' }, other, 'ar')).toContain(fault);
  });

  test('in English has no plural form that English lacks, and choices are the same in all', () => {
    const few = { a: '{count, plural, one {#} few {#} other {#}}' };
    expect(listCatalogueFaults(few, few, 'en')).toEqual(['a: plural form not of this language: few']);
    const whose = { a: '{whose, select, area {x} other {y}}' };
    expect(listCatalogueFaults(whose, { a: '{whose, select, school {x} other {y}}' }, 'en')).toHaveLength(2);
  });

  test.each(languages)('in %s has each key once, in the file of its section', (language) => {
    const folder = new URL(`./${language}/`, import.meta.url);
    const sections = readdirSync(folder).filter((file) => file !== 'index.ts');
    const keys = sections.flatMap((file) => {
      const found = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(
        ([, key]) => key,
      );
      expect(found.filter((key) => !key?.startsWith(`${file.replace('.ts', '')}.`))).toEqual([]);
      return found;
    });
    expect(keys).toHaveLength(new Set(keys).size);
    expect(keys).toHaveLength(Object.keys(CATALOGUES[language]).length);
  });
});

describe('a message', () => {
  test('is text in the language of the work, English where nobody said', () => {
    expect(t('shell.skip-link')).toBe('Skip to main content');
    expect(speak('ar', () => t('shell.skip-link'))).toBe('انتقل إلى المحتوى الرئيسي');
    expect(t('shell.up-to', { date: '1 May' })).toBe('Up to 1 May');
  });

  test('keeps what it is given from changing the direction of right-to-left words', () => {
    expect(speak('ar', () => t('shell.up-to', { date: 'x.' }))).toBe('حتى \u2068x.\u2069');
    // A message in a message runs from right to left, though it begins with a name that does not.
    expect(speak('ar', () => t('shell.up-to', { date: t('words.also', { first: 'x', second: 'y' }) }))).toBe(
      'حتى \u2067\u200f\u2068x\u2069؛ \u2068y\u2069\u2069',
    );
  });

  test('keeps the sign of a percentage after its number', () => {
    speak('ar', () => {
      expect(t('published.reading.higher', { level: 95 })).toContain('\u206695%\u2069');
      expect(t('pictures.funnel.inside')).toContain('\u206695%\u2069');
    });
    expect(t('published.reading.higher', { level: 95 })).toBe('Higher than England (95%)');
  });

  test('of nothing but parts puts them in the order of the language', () => {
    const parts = { name: 'Bradford', figure: '6.1' };
    expect(speak('ar', () => t('pictures.beside', parts))).toBe('\u200f\u2068Bradford\u2069 \u20686.1\u2069');
    expect(t('pictures.beside', parts)).toBe('Bradford 6.1');
  });

  test('prints what it is given and reads nothing into it', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(t('shell.up-to', { date: name })).toBe(`Up to ${name}`);
      }),
      { numRuns: 50 },
    );
    expect(t('shell.up-to', { date: '{x, plural} <b>y</b>' })).toBe('Up to {x, plural} <b>y</b>');
  });

  test('is found by a key put together from data, and only then', () => {
    expect(findText('shell.area')).toBe('Area');
    for (const key of ['shell.nothing', 'toString', '__proto__', '']) expect(findText(key)).toBeUndefined();
  });

  test('with a piece of a page in it comes in parts', () => {
    const piece: Filled = Object.assign('<b>1</b>', { isEscaped: true as const });
    expect(rich('shell.up-to', { date: piece })).toEqual(['Up to ', piece]);
  });

  test('takes what its text asks for, checked by types', () => {
    type Whole =
      'Of <b>{count, plural, one {# child of {area}} other {{share, number} children}}</b> {whose, select, a {x} other {y}}';
    expectTypeOf<ArgumentsOf<Whole>>().toEqualTypeOf<
      ['count', 'number'] | ['area', 'text'] | ['share', 'number'] | ['whose', 'text']
    >();
    expectTypeOf<ArgumentsOf<'{n, plural, one {child} other {children}} {name}'>>().toEqualTypeOf<
      ['n', 'number'] | ['name', 'text']
    >();
    expectTypeOf<TagsOf<'<a>x</a> <b>y <c>z</c></b>'>>().toEqualTypeOf<'a' | 'b' | 'c'>();
    expectTypeOf<ArgumentsOf<'No braces'>>().toBeNever();
    expectTypeOf<PlainValues<'{n, number} {name}'>>().toEqualTypeOf<{ readonly n: number; readonly name: string }>();
    expectTypeOf<keyof RichValues<'<a>{n, number}</a>'>>().toEqualTypeOf<'a' | 'n'>();
    // @ts-expect-error the message needs a date
    expect(() => t('shell.up-to')).toThrow('date');
    // @ts-expect-error there is no such message
    expect(() => rich('shell.nothing', {})).not.toThrow();
    // @ts-expect-error a number is written in words of the language first
    expect(t('shell.up-to', { date: 3 })).toBe('Up to 3');
    // @ts-expect-error the message takes nothing
    expect(t('shell.area', { date: 'x' })).toBe('Area');
  });
});

describe('the language of the work', () => {
  test('does not leak into work at the same time, nor out of it', async () => {
    const said = async (language: 'en' | 'ar', pauses: number) =>
      speak(language, async () => {
        const words: string[] = [];
        for (let at = 0; at < pauses; at += 1) {
          await new Promise((resolve) => setImmediate(resolve));
          words.push(`${spokenLanguage()} ${t('shell.area')}`);
        }
        return [...new Set(words)];
      });
    const all = await Promise.all([said('en', 7), said('ar', 5), said('en', 3), said('ar', 9)]);
    expect(all).toEqual([['en Area'], ['ar المنطقة'], ['en Area'], ['ar المنطقة']]);
    expect(spokenLanguage()).toBe('en');
    expect(speak('ar', () => speak('en', () => t('shell.area')))).toBe('Area');
  });
});

describe('numbers, dates and lists', () => {
  test('in English are written as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        const date = dateOfDayNumber(day);
        expect(dateText(date)).toBe(writtenDate(date));
      }),
      { numRuns: 100 },
    );
    expect([numberText(1204), numberText(6.9, 1), numberText(1234.5, 1)]).toEqual(['1,204', '6.9', '1,234.5']);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listText)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });

  test('in Arabic have Arabic words and the digits of the files', () => {
    speak('ar', () => {
      expect(dateText(dateOfDayNumber(20_000))).toBe('4 أكتوبر 2024');
      expect(numberText(1204)).toBe('1,204');
      expect(listText(['a', 'b'])).toBe('\u2068a\u2069 و\u2068b\u2069');
    });
  });
});
