import type { Breach, Rule } from './breach.ts';
import type { Facts } from './check-imports.ts';
import { findRoom, isTest } from './law.ts';
import type { Word } from './read-source.ts';

/** Words with a home of their own. `text` is what was found, `room` and `file` are where. */
const HOMES: Readonly<
  Record<
    Word['kind'],
    {
      readonly inTests: boolean;
      readonly at: (file: string, text: string) => boolean;
      readonly sentence: (text: string) => string;
    }
  >
> = {
  environment: {
    inTests: true,
    at: (file) => findRoom(file) === 'app',
    sentence: () => 'Only app reads the environment. Take the setting as an argument.',
  },
  time: {
    inTests: true,
    at: (file) => file === 'src/kernel/clock.ts',
    sentence: (text) => `Take a Clock from #kernel instead of ${text}, so that tests can stop time.`,
  },
  randomness: {
    inTests: true,
    at: (file) => file === 'src/kernel/clock.ts',
    sentence: (text) => `Take a Random from #kernel instead of ${text}, so that tests can repeat it.`,
  },
  enum: {
    inTests: false,
    at: () => false,
    sentence: (text) => `Write ${text} as a union of texts or a readonly table.`,
  },
  decorator: { inTests: false, at: () => false, sentence: () => 'Use a function instead of a decorator.' },
  'base-class': {
    inTests: false,
    at: (_file, text) => text === 'Error',
    sentence: (text) => `Hold a ${text} instead of extending it. Only Error may be extended.`,
  },
  mock: {
    inTests: false,
    at: () => false,
    sentence: (text) => `Use the real thing (an in-process store from #testing) instead of ${text}.`,
  },
  assertion: {
    inTests: true,
    // A type is asserted only where a value has just been looked at: in the function that parses it.
    at: (_file, text) => /^(brand|parse|find|read)([A-Z]|$)/.test(text),
    sentence: (text) => `Parse the value instead of asserting its type with “as” in ${text || 'this file'}.`,
  },
};

export function checkWords(facts: Facts): readonly Breach[] {
  return [...facts].flatMap(([file, { words }]) =>
    words.flatMap(({ kind, text, line }) => {
      const home = HOMES[kind];
      const excused = home.inTests && (isTest(file) || findRoom(file) === undefined);
      const rule: Rule = kind;
      return excused || home.at(file, text) ? [] : [{ rule, file, line, sentence: home.sentence(text) }];
    }),
  );
}
