import { messageOf, Refusal, type Upn } from '#kernel';
import type { Access, Actor } from '#access';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gatherRecord } from './child-record.ts';
import type { Erasing } from './erase.ts';
import type { ChildRecord } from './record-part.ts';
import { recordHtml, recordJson } from './record-document.ts';

/**
 * Writes everything kept about one child into a new folder that only its owner may enter: a page to read, and data. A
 * folder that is there already is refused: what lies in it may be somebody else’s.
 */
export async function exportChild(
  open: Erasing & { readonly access: Access },
  actor: Actor,
  upn: Upn,
  to: string,
  { names = true }: { readonly names?: boolean } = {},
): Promise<ChildRecord> {
  await mkdir(to, { mode: 0o700 }).catch((cause: unknown) => {
    throw new Refusal(
      'rights/folder',
      `${to} cannot be made, or is there already (${messageOf(cause)}). Give the name of a new folder.`,
      { cause },
    );
  });
  try {
    const record = await gatherRecord(open, actor, upn, names);
    await writeFile(join(to, 'record.html'), recordHtml(record), { mode: 0o600 });
    await writeFile(join(to, 'record.json'), recordJson(record), { mode: 0o600 });
    return record;
  } catch (error) {
    await rm(to, { recursive: true, force: true });
    throw error;
  }
}
