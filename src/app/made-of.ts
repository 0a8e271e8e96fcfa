import { createHash } from 'node:crypto';
import { aggregatesForm } from '#lost-learning';
import { qualityForm } from '#quality';
import type { Manifest } from '#store';
import { listsForm } from '#worklists';

/**
 * Names what a publication is made of: the files and settings of the area, and the rules of this Kith. Records that say
 * another name hold something else, whatever the numbers of versions say, and are worked out again.
 */
export async function madeOf(manifest: Manifest): Promise<string> {
  const files = createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 16);
  const rules = await Promise.all([aggregatesForm(), listsForm(), qualityForm()]);
  return [manifest.version, files, ...rules].join('-');
}
