import type { Publication } from '#access';
import { Aggregates } from '#lost-learning';
import { QualityFindings } from '#quality';
import type { AreaFolder, Manifest } from '#store';
import { aggregatesFolder, findingsFolder } from './results-folder.ts';

/** A publication open for pages. */
export type Shown = {
  /** Its number in the records. */
  readonly publication: number;
  /** The version of the area it was worked out from. */
  readonly version: number;
  /** The imports it was worked out from. */
  readonly imports: readonly string[];
  readonly aggregates: Aggregates;
  readonly findings: QualityFindings;
};

/** Opens a publication of the area as this manifest has it; undefined where its sums are not there or cannot be read. */
export async function findShown(
  area: AreaFolder,
  { version: publication, results }: Pick<Publication, 'version' | 'results'>,
  manifest: Manifest,
): Promise<Shown | undefined> {
  if (results === undefined) return undefined;
  const aggregates = await Aggregates.open(aggregatesFolder(area, results)).catch(() => undefined);
  if (!aggregates) return undefined;
  const findings = await QualityFindings.open(findingsFolder(area, results)).catch(() => undefined);
  if (!findings) {
    aggregates.close();
    return undefined;
  }
  const imports = manifest.imports.map(({ id }) => id);
  return { publication, version: manifest.version, imports, aggregates, findings };
}

export function closeShown({ aggregates, findings }: Shown): void {
  aggregates.close();
  findings.close();
}
