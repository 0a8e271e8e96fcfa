import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createAccess, singleUser, startSealer, verifyLooks, type Access } from '#access';
import { findUpn, systemClock, type Upn } from '#kernel';
import { beginTransaction, closeRecords, openRecords, type Records, type Tx } from '#store';
import { sql } from 'kysely';
import { percentile } from './arrivals.ts';

const PURPOSE = 'attendance-and-inclusion-support';
const TIMES = 300;
const LOOKED_FOR = 4000;

export type AccessTimes = { readonly engine: string; readonly rows: readonly string[] };

/**
 * What the policies, the trace and the seals cost, on one store: what a child’s page and a school’s page read, through
 * the door and as the owner past every policy; looks a second with and without the sealer; and the verifier on `looks`
 * looks. The folder or database is one to spare: `publish` fills it.
 */
export async function timeAccess(
  place: { readonly folder: string } | { readonly databaseUrl: string },
  looks: number,
  publish: (access: Access) => Promise<unknown>,
): Promise<AccessTimes> {
  const records = await openRecords(place);
  const seals = await mkdtemp(join(tmpdir(), 'kith-bench-seals-'));
  try {
    await publish(createAccess(records, systemClock));
    const rows = [...(await timePages(records)), ...(await timeLooks(records, seals))];
    return { engine: records.engine, rows: [...rows, ...(await timeVerifier(records, seals, looks))] };
  } finally {
    await closeRecords(records);
    await rm(seals, { recursive: true, force: true });
  }
}

async function timePages(records: Records): Promise<readonly string[]> {
  const access = createAccess(records, systemClock);
  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => beginTransaction(records, work);
  const { upns, urns } = await asOwner(subjects);
  const rows: string[] = [];
  // The policies name the version that readers see; the owner has to.
  const child = (upn: Upn) => (tx: Tx) => tx.selectFrom('account.child_year').selectAll().where('upn', '=', upn);
  const school = (urn: number) => (tx: Tx) =>
    tx.selectFrom('account.card').selectAll().where('urn', '=', urn).orderBy('nth').limit(100);
  const current = sql<number>`(select account.current_version())`;
  const told = (what: string, times: readonly number[]): number => {
    const [median, slow] = [percentile(times, 0.5), percentile(times, 0.95)];
    return rows.push(`| ${what} | ${median.toFixed(2)} | ${slow.toFixed(2)} |`);
  };
  const at = <T>(all: readonly T[], index: number): T => {
    const one = all[index % all.length];
    if (one === undefined) throw new Error('bench/no-children');
    return one;
  };
  told(
    'a child, through access, with its look',
    await timed((nth) => {
      const upn = at(upns, nth);
      return access.actingAs(singleUser, PURPOSE, { kind: 'child', upn }, (tx) => child(upn)(tx).execute());
    }),
  );
  told(
    'a child, as the owner, without policies or look',
    await timed((nth) => asOwner((tx) => child(at(upns, nth))(tx).where('version', '=', current).execute())),
  );
  told(
    'a school, through access, with its look',
    await timed((nth) => {
      const urn = at(urns, nth);
      return access.actingAs(singleUser, PURPOSE, { kind: 'school', urn }, (tx) => school(urn)(tx).execute());
    }),
  );
  told(
    'a school, as the owner, without policies or look',
    await timed((nth) => asOwner((tx) => school(at(urns, nth))(tx).where('version', '=', current).execute())),
  );
  return rows;
}

async function subjects(tx: Tx): Promise<{ readonly upns: readonly Upn[]; readonly urns: readonly number[] }> {
  const children = await tx
    .selectFrom('account.child_year')
    .select('upn')
    .distinct()
    .orderBy('upn')
    .limit(2000)
    .execute();
  const schools = await tx
    .selectFrom('account.card')
    .select('urn')
    .distinct()
    .where('urn', '>', 0)
    .orderBy('urn')
    .execute();
  return { upns: children.flatMap(({ upn }) => findUpn(upn) ?? []), urns: schools.map(({ urn }) => urn) };
}

/** Milliseconds of each, after some that are not counted. */
async function timed(work: (nth: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let nth = -30; nth < TIMES; nth += 1) {
    const began = performance.now();
    await work(Math.abs(nth));
    if (nth >= 0) times.push(performance.now() - began);
  }
  return times;
}

/** Looks a second, eight people at a time, alone and while a sealer seals as often as it can. */
async function timeLooks(records: Records, folder: string): Promise<readonly string[]> {
  const access = createAccess(records, systemClock);
  const rate = async (): Promise<string> => {
    const began = performance.now();
    let left = LOOKED_FOR;
    const person = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await access.actingAs(singleUser, PURPOSE, { kind: 'area' }, () => Promise.resolve());
      }
    };
    await Promise.all(Array.from({ length: 8 }, person));
    return Math.round(LOOKED_FOR / ((performance.now() - began) / 1000)).toLocaleString('en-GB');
  };
  const alone = await rate();
  const troubles: string[] = [];
  const sealer = startSealer(records, systemClock, {
    folder,
    onTrouble: (one) => void troubles.push(one),
    everyMilliseconds: 250,
  });
  const sealed = await rate();
  await sealer.stop();
  if (troubles.length > 0) throw new Error(troubles[0]);
  return [
    '',
    '| looks a second, eight at a time | |',
    '| --- | --- |',
    `| without a sealer | ${alone} |`,
    `| with one that seals every quarter of a second | ${sealed} |`,
  ];
}

async function timeVerifier(records: Records, folder: string, looks: number): Promise<readonly string[]> {
  await beginTransaction(records, (tx) =>
    sql`insert into access.look (at, actor, actor_name, role, purpose, subject_kind, subject_key, permitted, reason)
      select now(), 'ada', 'Ada Officer', 'area-officer', ${PURPOSE}, 'child',
        'A' || lpad(n::text, 12, '0'), true, '' from generate_series(1, ${looks}) as n`.execute(tx),
  );
  const sealer = startSealer(records, systemClock, { folder, onTrouble: () => undefined });
  const sealing = await seconds(() => sealer.stop());
  let found = { looks: 0, faults: -1 };
  const verifying = await seconds(async () => {
    const verdict = await verifyLooks(records, { folder });
    found = { looks: verdict.looks, faults: verdict.faults.length };
  });
  if (found.faults !== 0) throw new Error('bench/verifier');
  return [
    '',
    `Sealing a backlog of ${number(looks)} looks took ${sealing} s. Verifying ${number(found.looks)} looks took ${verifying} s.`,
  ];
}

async function seconds(work: () => Promise<void>): Promise<string> {
  const began = performance.now();
  await work();
  return ((performance.now() - began) / 1000).toFixed(1);
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
