import { join } from 'node:path';
import type { AcademicYear, Clock } from '#kernel';
import { openArea } from '#exchange/area-files';
import { Aggregates, buildAccount, writeAggregates } from '#lost-learning';
import type { Warehouse } from '#store';

/** The account of one year of a folder, as rows and as the sums that pages read; the sums of earlier years, too. */
export type OpenAccount = {
  readonly warehouse: Warehouse;
  readonly aggregates: Aggregates;
  readonly close: () => Promise<void>;
};

export async function openAccount(
  folder: string,
  year: AcademicYear,
  clock: Clock,
  ...earlier: readonly AcademicYear[]
): Promise<OpenAccount> {
  const area = await openArea(folder, { clock });
  const sums = join(area.area.path, 'sums');
  for (const one of [...earlier, year]) {
    await writeAggregates(area.warehouse, await buildAccount(area.warehouse, { year: one }, clock), sums);
  }
  const aggregates = await Aggregates.open(sums);
  return {
    warehouse: area.warehouse,
    aggregates,
    close: async () => {
      aggregates.close();
      await area.close();
    },
  };
}
