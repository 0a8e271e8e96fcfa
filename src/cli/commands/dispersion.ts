import { Option, type Command } from 'commander';
import { seededRandom } from '#kernel';
import { dispersionOf } from '#statistics';
import { wholeNumber } from '../options.ts';
import { name, sizeAboveZero, whole } from '../statistical/cells.ts';
import { statisticalCommand } from '../statistical/statistical-command.ts';
import type { Terminal } from '../terminal.ts';

export function dispersionCommand(terminal: Terminal): Command {
  return statisticalCommand(terminal, {
    name: 'dispersion',
    summary: 'how much places differ once chance is taken out',
    description: [
      'Reads place,observed,expected and prints one row, places,scv,lower95,upper95: the systematic component of',
      'variation (McPherson 1982), not times 100, with a 95 % interval from 10,000 resamples of places.',
    ].join('\n'),
    examples: ['dispersion observed-expected.csv', 'dispersion observed-expected.csv --seed 7'],
    options: [
      new Option('--seed <number>', 'where the resampling begins; the same seed gives the same interval')
        .argParser(wholeNumber)
        .default(1),
    ],
    rules: () => ({ columns: { place: name, observed: whole, expected: sizeAboveZero }, once: ['place'] }),
    answer: (rows, { seed }: { readonly seed: number }) => {
      const { places, scv, interval } = dispersionOf(
        rows.map(({ values }) => values),
        seededRandom(seed),
      );
      const reason =
        scv === undefined ? 'There is no place.' : 'There are fewer than 2 places, so there is nothing to resample.';
      return {
        keys: [],
        columns: ['places', 'scv', 'lower95', 'upper95'],
        rows: [
          {
            key: [],
            figures: [places, scv, interval?.lower, interval?.upper],
            reason: interval ? undefined : reason,
          },
        ],
      };
    },
  });
}
