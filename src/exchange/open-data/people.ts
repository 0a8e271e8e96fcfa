import type { Row, Warehouse } from '#store';
import type { DataSet } from './data-sets.ts';

/** One person as a data set counts them: which groups, which school, and the numbers. Never leaves this room. */
export type Person = {
  readonly school: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>>;
};

/** The people of a data set, from an account that stands in the warehouse. */
export async function readPeople(warehouse: Warehouse, { people, topics }: DataSet): Promise<readonly Person[]> {
  const rows = await warehouse.rows<Row>(people);
  return rows.map(({ school, ...rest }) => ({
    school: String(school),
    groups: Object.fromEntries(topics.map((topic) => [topic, String(rest[topic] ?? '')])),
    numbers: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value] as const] : [])),
    ),
  }));
}
