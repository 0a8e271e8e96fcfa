import { Option, type Command } from 'commander';
import { funnelOf, type Funnel, type FunnelPlace } from '#statistics';
import { name, whole } from '../statistical/cells.ts';
import { statisticalCommand, tooManyOf } from '../statistical/statistical-command.ts';
import type { Terminal } from '../terminal.ts';

export function funnelCommand(terminal: Terminal): Command {
  return statisticalCommand(terminal, {
    name: 'funnel',
    summary: 'where chance alone would leave each place, and who lies outside',
    description: [
      'Reads place,numerator,denominator and prints place,rate,target,lower95,upper95,lower998,upper998,z,phi,',
      'z_adjusted,tau,z_random: the pooled rate as target, exact binomial limits around it for the size of each place',
      '(Spiegelhalter 2005), and the distance from it before and after allowing for places that differ by more than chance.',
    ].join('\n'),
    examples: ['funnel absent.csv --kind proportion', 'funnel - --kind proportion < absent.csv > funnel.csv'],
    options: [new Option('--kind <kind>', 'what the numerator counts').choices(['proportion']).default('proportion')],
    rules: () => ({
      columns: { place: name, numerator: whole, denominator: whole },
      once: ['place'],
      check: tooManyOf,
    }),
    answer: (rows) => {
      const funnel = funnelOf(rows.map(({ values }) => values));
      return {
        keys: ['place'],
        columns: COLUMNS,
        rows: funnel.places.map((place, at) => ({
          key: [rows[at]?.values.place ?? ''],
          figures: figuresOf(funnel, place),
          reason: reasonOf(funnel, place),
        })),
      };
    },
  });
}

const COLUMNS = [
  'rate',
  'target',
  'lower95',
  'upper95',
  'lower998',
  'upper998',
  'z',
  'phi',
  'z_adjusted',
  'tau',
  'z_random',
] as const;

function figuresOf({ target, phi, tau }: Funnel, place: FunnelPlace): readonly (number | undefined)[] {
  const { rate, limits, z, zAdjusted, zRandom } = place;
  const [at95, at998] = [limits?.at95, limits?.at998];
  return [rate, target, at95?.lower, at95?.upper, at998?.lower, at998?.upper, z, phi, zAdjusted, tau, zRandom];
}

function reasonOf({ tau }: Funnel, { rate, z }: FunnelPlace): string | undefined {
  if (rate === undefined) return 'The denominator is 0.';
  if (z === undefined) return 'All places together are at 0 or 1, where chance leaves no distance.';
  return tau === undefined ? 'One place cannot show how far places lie apart.' : undefined;
}
