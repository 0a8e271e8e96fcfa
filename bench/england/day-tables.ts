import { mkdir } from 'node:fs/promises';
import { Warehouse } from '#store';

export { writeTables } from '#lost-learning';

/** A database to write tables with, which is what takes longest to load. */
export async function openWriter(tables: string): Promise<Warehouse> {
  await mkdir(tables, { recursive: true });
  return Warehouse.open({ folders: [tables], memoryLimit: '512MiB' });
}
