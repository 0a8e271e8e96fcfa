import { join, resolve } from 'node:path';
import type { AreaFolder } from '#store';
import { readSettings } from './settings.ts';

/** Where the seals of an area’s looks are: where KITH_SEALS says, or else beside its files. Never inside the records. */
export function sealsFolder(area: Pick<AreaFolder, 'path'>): string {
  const set = readSettings().KITH_SEALS;
  return set === undefined ? join(area.path, 'seals') : resolve(set);
}
