import { join } from 'node:path';
import type { AreaFolder, Records, RecordsOptions } from '#store';
import { readSettings } from './settings.ts';

/** Where an area’s records are: in the database that DATABASE_URL names, or else beside its files. */
export function recordsPlace(area: Pick<AreaFolder, 'path'>): RecordsOptions {
  const databaseUrl = readSettings().DATABASE_URL;
  return databaseUrl === undefined ? { folder: join(area.path, 'records') } : { databaseUrl };
}

const WHY_UNBOUND = {
  superuser: 'is a superuser',
  bypass: 'may bypass row security',
  owner: 'owns tables of it, or the database',
} as const;

/** Which store it is and whether its policies bind this process, said to whoever starts it. */
export function recordsSentence({ login }: Pick<Records, 'login'>): string {
  if (login.unbound === 'embedded') {
    return 'The records are in the embedded store (DATABASE_URL is not set): right for evaluation or one small organisation. Whoever can read this process or its files is past the rules of access.';
  }
  if (login.unbound === undefined) {
    return `The records are in PostgreSQL, as the login ${login.name}, which the rules of access bind in the database itself.`;
  }
  return `The records are in PostgreSQL, as the login ${login.name}. WARNING: it ${WHY_UNBOUND[login.unbound]}, so the rules of access do not bind it: whoever has its password sees every child. Use a login of its own: create role kith_web login password '…' in role kith_app.`;
}
