import { findUpn } from '#kernel';
import { ERASURE_GROUNDS, type Erasure, type ErasureGround } from '#access';
import { draftOf, replaceFile, settleFolder, type AreaFolder } from '#store';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** An erasure that was begun and is to be finished, whatever happens: the one note that still names the child. */
export type Begun = Erasure & { readonly actor: string };

const shape = z.object({ upn: z.string(), standIn: z.string(), because: z.string(), actor: z.string() });

/** Written before anything is changed: from here on the erasure is finished, now or at the next start. */
export async function beginJournal(area: AreaFolder, begun: Begun): Promise<void> {
  await replaceFile(pathOf(area), JSON.stringify(begun), 0o600);
}

/** The erasure that was begun in an area and not finished. */
export async function findBegun(area: AreaFolder): Promise<Begun | undefined> {
  await rm(draftOf(pathOf(area)), { force: true }); // cut short before it counted
  const text = await readFile(pathOf(area), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { upn, because, ...rest } = shape.parse(JSON.parse(text));
  const [found, ground] = [findUpn(upn), findGround(because)];
  return found && ground ? { ...rest, upn: found, because: ground } : undefined;
}

export async function endJournal(area: AreaFolder): Promise<void> {
  await rm(pathOf(area), { force: true });
  await settleFolder(area.path);
}

function findGround(text: string): ErasureGround | undefined {
  return listGrounds().find((ground) => ground === text);
}

export function listGrounds(): readonly ErasureGround[] {
  return Object.keys(ERASURE_GROUNDS).filter((key): key is ErasureGround => key in ERASURE_GROUNDS);
}

function pathOf(area: AreaFolder): string {
  return join(area.path, 'erasure.json');
}
