import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findInstant } from '#kernel';
import { oracleFigures, readOracleArea, type OracleFigures } from './oracle/index.ts';
import { publishedArea, type PublishedArea } from './published-area.ts';
import { workedArea } from './work-folder.ts';

const NOW = '2025-11-01T12:00:00Z';

/** The worked area brings no suspensions: these are added, lunchtime and permanent ones among them. */
const SUSPENSIONS = [
  { upn: 'D801400121005', urn: '900101', category: 'SUSP', start_date: '2024-10-07' },
  { upn: 'D801400121005', urn: '900101', category: 'SUSP', start_date: '2025-02-03' },
  { upn: 'A801400518012', urn: '900101', category: 'LNCH', start_date: '2025-03-10' },
  { upn: 'L801400417025', urn: '900102', category: 'FIXD', start_date: '2024-11-11' },
  { upn: 'J801400512019', urn: '900103', category: 'PERM', start_date: '2025-03-03' },
] as const;

/** Trusts of its schools, with names that an address must write otherwise. */
const TRUSTS: Readonly<Record<string, string>> = {
  '900100': 'Églantine & Oak Trust',
  '900101': 'Églantine & Oak Trust',
  '900102': 'Églantine & Oak Trust',
  '900103': 'eglantine-oak trust',
};

/** The worked area with suspensions and trusts, published, and the oracle’s figures from the very same files. */
export async function suspendedArea(): Promise<PublishedArea & { readonly truth: OracleFigures }> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-figures-'));
  await cp(workedArea, folder, { recursive: true });
  const rows = SUSPENSIONS.map((row) => Object.values(row).join(','));
  await writeFile(join(folder, 'suspensions.csv'), `upn,urn,category,start_date\n${rows.join('\n')}\n`);
  const schools = join(folder, 'schools.csv');
  const [head = '', ...lines] = (await readFile(schools, 'utf8')).trimEnd().split(/\r?\n/);
  const inTrusts = lines.map((line) => `${line},${TRUSTS[line.slice(0, 6)] ?? ''}`);
  await writeFile(schools, [`${head},trust`, ...inTrusts, ''].join('\n'));
  const now = findInstant(NOW);
  if (!now) throw new Error(NOW);
  const area = await publishedArea(folder, { now, region: 'North East' });
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      name,
      text: await readFile(join(folder, name), 'utf8'),
      receivedAt: NOW,
    })),
  );
  return {
    ...area,
    truth: oracleFigures(readOracleArea(files), { today: NOW.slice(0, 10) }, SUSPENSIONS),
    close: async () => {
      await area.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
