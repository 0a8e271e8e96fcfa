import { access, cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '#kernel';
import { quoted, Warehouse } from '#store';
import { runKith } from './server.ts';

/** School days of the whole area that one file of further registers holds. */
const DAYS = 5;

/**
 * A copy of the area at `kept` in `folder`, so that it can be measured again as it was; made there first, where it is not
 * yet, and opened once, so that every measurement starts from a published account.
 */
export async function copyArea(
  kept: string,
  folder: string,
  { pupils, publish }: { readonly pupils: number; readonly publish: (area: string) => Promise<void> },
): Promise<void> {
  if (!(await isThere(kept))) await runKith(['demo', kept, '--pupils', String(pupils)]);
  await publish(kept);
  await cp(kept, folder, { recursive: true });
}

/**
 * Files of further registers, one an import: a week of marks that came again, with one in nine changed to illness or back,
 * as schools send them who put registers right. They are other weeks, the last first.
 */
export async function writeFurtherRegisters(area: string, folder: string, files: number): Promise<readonly string[]> {
  const warehouse = await Warehouse.open({ folders: [area, folder], memoryLimit: '2GiB' });
  try {
    const years = (await readdir(area)).flatMap((name) => /^marks-(\d{4}-\d{2})-/.exec(name)?.[1] ?? []);
    const year = years.toSorted().at(-1) ?? '';
    const marks = `read_parquet(${quoted(join(area, `marks-${year}-*.parquet`))})`;
    const paths: string[] = [];
    for (let file = 0; file < files; file += 1) {
      const path = join(folder, `marks-further-${file + 1}.parquet`);
      const other = (mark: string): string =>
        `case when hash(upn, date) % 9 = ${file} and ${mark} is not null then case ${mark} when 'I' then '${mark === 'am' ? '/' : '\\'}' else 'I' end else ${mark} end`;
      await warehouse.run(
        `copy (
          with days as (select distinct date from ${marks} order by date desc limit ${DAYS} offset ${file * DAYS})
          select upn, urn, date, ${other('am')} as am, ${other('pm')} as pm, null::varchar as withdrawn,
            timestamptz ${quoted(systemClock.now())} as recorded_at
          from ${marks} semi join days using (date)
          qualify row_number() over (partition by upn, urn, date order by recorded_at desc) = 1
        ) to ${quoted(path)} (format parquet, compression zstd)`,
      );
      paths.push(path);
    }
    return paths;
  } finally {
    warehouse.close();
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
