import { percentile, type Answered } from './arrivals.ts';

/** What ran beside the pages when a request was to arrive. */
const PHASES = ['before', 'import', 'publication', 'after'] as const;
export type Phase = (typeof PHASES)[number];

export type Timed = Pick<Answered, 'page' | 'milliseconds'> & { readonly phase: Phase };

/** Server time at the 95th percentile that no page of the main job should take longer than. */
const AIM = 150;

/** Requests of a page in a part of the measurement below which no 95th percentile is told. */
const FEWEST = 20;

export function tablesOf(
  times: readonly Timed[],
  pages: readonly string[],
  seconds: Readonly<Record<Phase, number>>,
): readonly string[] {
  const of = (page: string, phase?: Phase): readonly number[] =>
    times
      .filter((one) => (page === '' || one.page === page) && (phase === undefined || one.phase === phase))
      .map(({ milliseconds }) => milliseconds);
  const asked = pages.filter((page) => of(page).length > 0);
  return [
    '| what ran | seconds | requests | median | 95th | 99th | most | over 150 ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...PHASES.map((phase) => `| ${WORDS[phase]} | ${Math.round(seconds[phase])} | ${cells(of('', phase))} |`),
    `| all of it | ${Math.round(PHASES.reduce((sum, phase) => sum + seconds[phase], 0))} | ${cells(of(''))} |`,
    '',
    ...aimWords(asked.filter((page) => percentile(of(page), 0.95) > AIM)),
    '',
    `By page, over all of it; then the 95th percentile in each part, where at least ${FEWEST} requests came.`,
    '',
    '| page | requests | median | 95th | 99th | most | over 150 ms | before | import | publication | after |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...asked.map((page) => {
      const parts = PHASES.map((phase) => of(page, phase)).map((some) =>
        some.length < FEWEST ? '' : String(Math.round(percentile(some, 0.95))),
      );
      return `| ${page} | ${cells(of(page))} | ${parts.join(' | ')} |`;
    }),
    '',
  ];
}

const WORDS: Readonly<Record<Phase, string>> = {
  before: 'nothing beside, before',
  import: 'an import',
  publication: 'a publication',
  after: 'nothing beside, after',
};

function cells(some: readonly number[]): string {
  const at = [0.5, 0.95, 0.99, 1].map((share) =>
    some.length === 0 ? '' : String(Math.round(percentile(some, share))),
  );
  const over = some.filter((one) => one > AIM).length;
  const share = some.length === 0 ? '' : `${((over / some.length) * 100).toFixed(1)} %`;
  return [some.length, ...at, share].join(' | ');
}

function aimWords(slow: readonly string[]): readonly string[] {
  return slow.length === 0
    ? [`The aim is met: every page took at most ${AIM} ms at the 95th percentile.`]
    : [`The aim, at most ${AIM} ms at the 95th percentile, is missed by: ${slow.join(', ')}.`];
}
