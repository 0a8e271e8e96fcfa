import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, today } from '#kernel';
import { LIMITS } from '#web';
import { requestsNeeded, timeAlike, type AlikeRow } from './alike.ts';
import { openStores } from './four-stores.ts';
import { timeRecordOfLooks } from './looks.ts';
import type { Difference } from './measured.ts';
import { timePolicies, timeReads, type PolicyRow } from './policies.ts';

const LOOKS = 1_000_000;
/** Above this many processes waiting for a processor, something else was running. */
const QUIET = 0.5;

/**
 * What access costs and tells, on each engine: pages with policies on and off, answers about a child who may not be seen
 * and about one who is not there, and the record of looks. Returns the report.
 */
export async function benchAccess(
  files: string,
  { server, machine, factor }: { readonly server: string; readonly machine: string; readonly factor: number },
): Promise<readonly string[]> {
  const [, load = 0] = loadavg();
  const home = await mkdtemp(join(tmpdir(), 'kith-bench-access-'));
  const lines: string[] = [];
  try {
    const { engines, close } = await openStores(files, home, server);
    try {
      for (const twice of engines) {
        process.stderr.write(`${twice.engine}: pages with policies on and off, absent and forbidden, looks\n`);
        const policies = [...(await timePolicies(twice, factor)), ...(await timeReads(twice, factor))];
        const alike = await timeAlike(twice.on, factor);
        const looks = await timeRecordOfLooks(twice.on.records, Math.ceil(LOOKS * factor));
        lines.push(...sectionOf(twice.engine, policies, alike, looks));
      }
      if (engines.length < 2) lines.push('A server was not timed: PostgreSQL is not installed.', '');
    } finally {
      await close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  return [
    `${today(systemClock)}. ${machine}. ${loadWords(load)}`,
    '',
    'Each number is of pairs: one of each kind a round, in an order drawn anew each round, so that whatever else the machine did met both alike. Intervals are bootstrap intervals, 95 %. Requests were answered in the process that measured, without a network.',
    '',
    '“Off” is a copy of the same records with row security disabled on every table: the same pages, statements and role, and the page is the same to the letter. “On” is Kith as it is.',
    '',
    ...lines,
  ];
}

function loadWords(load: number): string {
  const words = `Before it began, ${load.toFixed(1)} processes on average had been running or waiting for five minutes`;
  return load > QUIET
    ? `${words}: other work ran on the machine, so times are longer and intervals wider than on a quiet one.`
    : `${words}: the machine was quiet.`;
}

function sectionOf(
  engine: string,
  policies: readonly PolicyRow[],
  alike: readonly AlikeRow[],
  looks: readonly string[],
): readonly string[] {
  return [
    `## On ${engine}`,
    '',
    ...policyWords(policies),
    '',
    '| milliseconds | pairs | on: median | 95th | off: median | 95th | on − off at the median | on − off at the 95th |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...policies.map(
      ({ what, rounds, on, off, median, slow }) =>
        `| ${what} | ${rounds} | ${[on.median, on.slow, off.median, off.slow].map((one) => one.toFixed(1)).join(' | ')} | ${between(median, 2)} | ${between(slow, 1)} |`,
    ),
    '',
    ...alikeWords(alike),
    '',
    '| median, milliseconds | pairs | forbidden | absent | forbidden − absent, microseconds | requests to tell |',
    '| --- | --- | --- | --- | --- | --- |',
    ...alike.map(
      (row) =>
        `| ${row.who}: ${row.kind} | ${row.rounds} | ${row.forbidden.toFixed(2)} | ${row.absent.toFixed(2)} | ${between(inMicroseconds(row.difference), 0)} | ${toTell(row)} |`,
    ),
    '',
    ...looks,
    '',
  ];
}

/** The most that policies added to any page, at the median and at the 95th percentile. */
function policyWords(rows: readonly PolicyRow[]): readonly string[] {
  const pages = rows.filter(({ what }) => !/rows|cards/.test(what));
  const most = (of: (row: PolicyRow) => number): PolicyRow | undefined => pages.toSorted((a, b) => of(b) - of(a))[0];
  const share = ({ median, on }: PolicyRow): number => median.estimate / on.median;
  const [median, slow, part] = [most((row) => row.median.estimate), most((row) => row.slow.estimate), most(share)];
  if (!median || !slow || !part) return [];
  return [
    `Of the ${pages.length} pages, policies added most at the median to ${median.what}: ${between(median.median, 2)} ms; at the 95th percentile to ${slow.what}: ${between(slow.slow, 1)} ms of ${slow.on.slow.toFixed(1)}. Of a page’s median time they took at most ${Math.max(0, Math.round(share(part) * 100))} % (${part.what}).`,
  ];
}

function alikeWords(rows: readonly AlikeRow[]): readonly string[] {
  const fewest = (kind: AlikeRow['kind']): number =>
    Math.min(...rows.filter((row) => row.kind === kind).map(fewestToTell));
  const pages = rows.filter(({ kind }) => kind === 'page');
  const told = pages.filter(isFound);
  const minutes = Math.ceil((2 * fewest('page')) / LIMITS.pages);
  return [
    `A database finds sooner that there is no row than that a row may not be seen; so such answers wait for a step of time (src/web/in-step.ts). As answered, ${told.length === 0 ? 'none' : String(told.length)} of ${pages.length} members of the cast waited measurably longer or shorter for the page of a child who may not be seen than for that of a UPN that nobody has. “Requests to tell” is how many about one UPN, and as many about UPNs that nobody has, would tell a difference of this size from none, four times in five, with one in twenty wrongly told apart (bench/alike.ts has the formula and its source); “at least” is for the largest difference that the interval allows, where none was found. As answered they are ${fewest('page').toLocaleString('en-GB')} or more: with no network in between at least ${minutes.toLocaleString('en-GB')} ${minutes === 1 ? 'minute' : 'minutes'} for each UPN at the ${LIMITS.pages} pages a minute that one person may ask for, and ${(2 * fewest('page')).toLocaleString('en-GB')} looks on the record. Without the wait they would be ${fewest('without its wait').toLocaleString('en-GB')} or more.`,
  ];
}

function isFound({ difference: { low, high } }: AlikeRow): boolean {
  return low > 0 || high < 0;
}

function fewestToTell({ rounds, difference: { low, high, error } }: AlikeRow): number {
  return requestsNeeded(rounds, error, Math.max(Math.abs(low), Math.abs(high)));
}

function toTell(row: AlikeRow): string {
  const { estimate, error } = row.difference;
  return isFound(row)
    ? requestsNeeded(row.rounds, error, estimate).toLocaleString('en-GB')
    : `at least ${fewestToTell(row).toLocaleString('en-GB')}`;
}

function inMicroseconds({ estimate, low, high, error }: Difference): Difference {
  return { estimate: estimate * 1000, low: low * 1000, high: high * 1000, error: error * 1000 };
}

function between({ estimate, low, high }: Difference, digits: number): string {
  const text = (value: number): string =>
    value
      .toFixed(digits)
      .replace(/^-(0(\.0+)?)$/, '$1')
      .replace('-', '−');
  return `${text(estimate)} (${text(low)} to ${text(high)})`;
}
