import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { academicYearStarting, fixedClock, instantOf } from '#kernel';
import { makeNorthmoor } from '#demo';
import { openArea } from '#exchange/area-files';
import { buildAccount, ledgerBy } from '#lost-learning';
import { assessQuality, countFindings, findingWords, listFirstFindings } from '#quality';

test('finds in Northmoor the Wednesdays that nobody records, and the registers that were not taken', async () => {
  const clock = fixedClock(instantOf(Date.UTC(2026, 8, 1)));
  const home = await mkdtemp(join(tmpdir(), 'kith-quality-'));
  const folder = join(home, 'area');
  await makeNorthmoor({ folder, pupils: 300, years: [academicYearStarting(2025)], clock });
  const open = await openArea(folder, { clock });
  try {
    const answered = await buildAccount(open.warehouse, {}, clock);
    const schools = await ledgerBy(open.warehouse, 'school');
    await assessQuality(open, answered, clock);
    const counts = await countFindings(open.warehouse);
    const first = await listFirstFindings(open.warehouse);

    // Planted story 6: Callum Armstrong, D in both registers on every Wednesday from 4 November 2025 to 13 February 2026.
    const callum = first.find(({ rule }) => rule === 'neither-school-has-record');
    expect(callum).toMatchObject({ upn: 'U399900015204', urn: 920006, other: 950001, weekday: 3, value: 'D' });
    expect(callum && findingWords(callum, String)).toContain('always on Wednesdays');
    const untaken = counts.filter(({ rule }) => rule === 'register-not-taken');
    expect(new Map(untaken.map(({ urn, sessions }) => [String(urn), sessions]))).toEqual(
      new Map(schools.rows.filter((row) => Number(row['unmarked']) > 0).map((row) => [row['urn'], row['unmarked']])),
    );
    expect(untaken.length).toBeGreaterThan(0);
  } finally {
    await open.close();
    await rm(home, { recursive: true, force: true });
  }
}, 60_000);
