import { Warehouse } from '#store';
import { AuthorityFiles } from './authority-files.ts';
import { planCountry } from './country.ts';

/** The part of the work that one process does: every `of`th authority, from the `at`th. */
export type Part = {
  readonly folder: string;
  readonly scale: number;
  readonly seed: number;
  readonly at: number;
  readonly of: number;
};

export type PartAnswer = {
  readonly spells: number;
  readonly registers: number;
  readonly megabytes: number;
};

export async function makePart({ folder, scale, seed, at, of }: Part, onAuthority: () => void): Promise<PartAnswer> {
  const country = planCountry(scale, seed);
  const warehouse = await Warehouse.open({ folders: [folder], threads: 1, memoryLimit: '1GiB' });
  let [spells, registers] = [0, 0];
  try {
    const files = new AuthorityFiles(country, warehouse, folder);
    for (const authority of country.authorities) {
      if (authority.at % of !== at) continue;
      const made = await files.write(authority);
      spells += made.spells;
      registers += made.registers;
      onAuthority();
    }
  } finally {
    warehouse.close();
  }
  return { spells, registers, megabytes: process.resourceUsage().maxRSS / 1024 };
}
