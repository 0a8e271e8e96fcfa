import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { randomId, type Instant, type Rejection } from '#kernel';
import { registerModels } from '#register';
import { rollModels } from '#roll';
import { findSaid, formOf, writeSaid } from '#store';
import type { OpenArea } from './open-area.ts';

/** How many of a fault, with one example. */
export type FindingCount = Rejection & { readonly count: number };

export type Judged = { readonly summary: readonly FindingCount[]; readonly warnings: readonly FindingCount[] };

const text = z.string();
const counts = z.array(
  z.object({ file: text, line: z.number(), column: text, value: text, fault: text, problem: text, count: z.number() }),
);
const kept = z.object({ summary: counts, warnings: counts });

/**
 * What is judged of a version of an area once all that it holds is known: from then on it stays so. It is kept beside what
 * else is derived of that version, because judging reads every row there is, which takes longer than most of what is asked
 * beside it.
 */
export async function judgeOnce(
  { derived, manifest }: Pick<OpenArea, 'derived' | 'manifest'>,
  knownAt: Instant,
  decides: string,
  judge: () => Promise<Judged>,
): Promise<Judged> {
  if (manifest.files.some(({ latest }) => (latest ?? '') > knownAt)) return judge();
  const path = join(derived, `findings-${await formOf([rollModels, registerModels], [decides])}.json`);
  const found = kept.safeParse(await findSaid(path)).data;
  if (found) return found;
  const judged = await judge();
  await keep(path, judged);
  return judged;
}

/** Where it may not be kept, or the version is gone meanwhile, whoever asks next judges again. */
const NOT_KEPT = new Set(['ENOENT', 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS']);

async function keep(path: string, said: unknown): Promise<void> {
  const beside = `${path}-${randomId()}`;
  try {
    await writeSaid(beside, said);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    if (!NOT_KEPT.has(error instanceof Error && 'code' in error ? String(error.code) : '')) throw error;
  }
}
