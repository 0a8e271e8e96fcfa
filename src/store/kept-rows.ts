import { LRUCache } from 'lru-cache';
import type { Row, Values, Warehouse } from './warehouse.ts';

/** Answers of a warehouse whose rows do not change while it is open, kept by what was asked, up to so many rows. */
export class KeptRows {
  private readonly kept: LRUCache<string, readonly Row[]>;

  constructor(
    private readonly warehouse: Warehouse,
    most: number,
  ) {
    this.kept = new LRUCache({ maxSize: most, sizeCalculation: (rows) => rows.length + 1 });
  }

  async rows<T extends Row>(sql: string, values: Values): Promise<readonly T[]> {
    const asked = `${sql} ${JSON.stringify(values)}`;
    const kept = this.kept.get(asked);
    if (kept) return parseRows<T>(kept);
    const rows = await this.warehouse.rows<T>(sql, values);
    this.kept.set(asked, rows);
    return rows;
  }
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row type, as for `Warehouse.rows`
function parseRows<T extends Row>(rows: readonly Row[]): readonly T[] {
  return rows as readonly T[];
}
