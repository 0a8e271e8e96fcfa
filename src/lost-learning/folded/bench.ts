import { randomId } from '#kernel';
import { readAccountModels } from '../question.ts';
import { quoted, Warehouse } from '#store';
import type { Bench } from './fold-part.ts';
import type { WholeFiles } from './part-inputs.ts';
import { readSchools } from './read-schools.ts';
import type { Before } from './take-over.ts';

/** What is needed to open a bench: plain values, which another process can be handed. */
export type BenchPlan = {
  /** Folders that its warehouse may read and write. */
  readonly folders: readonly string[];
  readonly memoryLimit: string;
  /** Threads of its warehouse; all there are where it is the only one. */
  readonly threads: number | undefined;
  readonly weekday: number;
  readonly whole: WholeFiles;
  readonly folder: string;
  readonly before: Before | undefined;
  /** Where what does not fit into its memory goes, into a folder of its own. */
  readonly spill: string;
};

export async function withBench<T>(plan: BenchPlan, work: (bench: Bench) => Promise<T>): Promise<T> {
  const { folders, memoryLimit, threads, weekday, whole, folder, before } = plan;
  const spillFolder = `${plan.spill}-${randomId()}`;
  const of = threads === undefined ? {} : { threads };
  const warehouse = await Warehouse.open({ folders, memoryLimit, spillFolder, ...of });
  try {
    const schools = await readSchools(warehouse, `read_parquet(${quoted(whole.schools)})`, weekday);
    return await work({ warehouse, models: await readAccountModels(warehouse), schools, whole, folder, before });
  } finally {
    warehouse.close();
  }
}
