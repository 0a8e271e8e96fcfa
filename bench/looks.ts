import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createAccess, singleUser, startSealer, verifyLooks } from '#access';
import { systemClock } from '#kernel';
import { beginTransaction, type Records } from '#store';
import { sql } from 'kysely';

const PURPOSE = 'attendance-and-inclusion-support';
const LOOKED_FOR = 4000;

/**
 * What the record of looks costs on one store: looks a second with and without the sealer, then the verifier on `looks`
 * looks. The records are ones to spare: they are filled.
 */
export async function timeRecordOfLooks(records: Records, looks: number): Promise<readonly string[]> {
  const seals = await mkdtemp(join(tmpdir(), 'kith-bench-seals-'));
  try {
    return [...(await timeLooks(records, seals)), ...(await timeVerifier(records, seals, looks))];
  } finally {
    await rm(seals, { recursive: true, force: true });
  }
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
