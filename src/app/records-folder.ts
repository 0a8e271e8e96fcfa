import { join } from 'node:path';

/** Where an area’s records stand, unless they are on a server. */
export function recordsFolder(area: string): string {
  return join(area, 'records');
}
