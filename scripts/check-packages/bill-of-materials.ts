import { z } from 'zod';
import type { Package } from './packages.ts';

const Bill = z.looseObject({
  components: z.array(z.looseObject({ name: z.string(), version: z.string(), 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * A CycloneDX bill of what is installed to run Kith, from npm’s own of everything. (`npm sbom --omit dev` leaves out
 * production packages that development needs too, so it is not asked for that.) Throws where a package is missing.
 */
export function billOfMaterials(everything: unknown, packages: readonly Package[]): z.infer<typeof Bill> {
  const bill = Bill.parse(everything);
  const wanted = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const components = bill.components.filter(({ name, version }) => wanted.has(`${name}@${version}`));
  const missing = [...wanted].filter((one) => !components.some(({ name, version }) => one === `${name}@${version}`));
  if (missing.length > 0) throw new Error(`npm’s bill of materials lacks ${missing.join(', ')}`);
  const kept = new Set(components.map((one) => one['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref) || !bill.components.some((one) => one['bom-ref'] === ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => kept.has(ref)) }));
  return { ...bill, components, dependencies };
}
