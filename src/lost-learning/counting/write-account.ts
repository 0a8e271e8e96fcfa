import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal, type Clock } from '#kernel';
import { openPassingFolder } from '#store';
import type { Question } from '../question.ts';
import { countAccount, type Counted, type CountOptions, type CountSource } from './count-account.ts';

/** Refuses a place for an account in which something stands already. */
export async function checkPlace(to: string): Promise<void> {
  const names = await readdir(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') {
      throw new Refusal('account/to', `${to} is a file. Name a folder that does not exist yet.`);
    }
    throw error;
  });
  if (names.length > 0) throw notEmpty(to);
}

function notEmpty(to: string): Refusal {
  return new Refusal(
    'account/to',
    `${to} is not empty. Name a folder that does not exist yet, or remove what is in it.`,
  );
}

/**
 * Counts an account and writes all of it into a folder: rows of children and enrolments, every table, and `account.json`.
 * It is written beside the folder and moved into place at the end, so that nothing half written is ever found there.
 */
export async function writeAccount(
  source: CountSource,
  question: Question,
  clock: Clock,
  to: string,
  options: Omit<CountOptions, 'to'>,
): Promise<Counted> {
  await checkPlace(to);
  const target = resolve(to);
  await mkdir(dirname(target), { recursive: true });
  const draft = await openPassingFolder(dirname(target), `.${basename(target)}-`);
  try {
    const counted = await countAccount(source, question, clock, { ...options, to: draft.path });
    const { year, asOf, knownAt } = counted.answered;
    await writeFile(join(draft.path, 'account.json'), `${JSON.stringify({ year, asOf, knownAt }, undefined, 2)}\n`);
    // An empty folder gives way; one in which something was put meanwhile does not.
    await rename(draft.path, target).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOTEMPTY' || error.code === 'EEXIST' ? notEmpty(to) : error;
    });
    return counted;
  } finally {
    await draft.close();
  }
}
