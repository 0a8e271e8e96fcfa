import { Option, type Command } from 'commander';
import { discoveriesAmong } from '#statistics';
import { share } from '../options.ts';
import { name, probability } from '../statistical/cells.ts';
import { statisticalCommand } from '../statistical/statistical-command.ts';
import type { Terminal } from '../terminal.ts';

export function discoveriesCommand(terminal: Terminal): Command {
  return statisticalCommand(terminal, {
    name: 'discoveries',
    summary: 'which of many comparisons stand out when all are looked at together',
    description: [
      'Reads place,p and prints place,q_value,discovered (true or false) by Benjamini and Hochberg (1995): of what is',
      'discovered, at most the share --q is expected to be chance.',
    ].join('\n'),
    examples: ['discoveries p-values.csv', 'discoveries p-values.csv --q 0.1'],
    options: [new Option('--q <share>', 'the share of discoveries that may be chance').argParser(share).default(0.05)],
    rules: () => ({ columns: { place: name, p: probability }, once: ['place'] }),
    answer: (rows, { q }: { readonly q: number }) => {
      const found = discoveriesAmong(
        rows.map(({ values }) => values.p),
        q,
      );
      return {
        keys: ['place'],
        columns: ['q_value', 'discovered'],
        rows: found.map(({ qValue, discovered }, at) => ({
          key: [rows[at]?.values.place ?? ''],
          figures: [qValue, discovered],
        })),
      };
    },
  });
}
