import { describe, expect, test } from 'vitest';
import { ENGLAND, findPlace } from '#place';
import { communityWaitObservations } from './community-waits.ts';
import { deprivationObservations } from './deprivation.ts';
import { interactiveToolObservations } from './interactive-tool.ts';
import { readTableBytes, type Table } from './table.ts';

async function table(...lines: readonly string[]): Promise<Table> {
  const read = await readTableBytes('t.csv', Buffer.from(`${lines.join('\n')}\n`));
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
  return read.table;
}

describe('deprivation', () => {
  const HEADER = 'edition,district_code,average_score,most_deprived_share,income_share';

  test('a district that is an authority gives the authority’s figures, shares in per cent', async () => {
    const read = deprivationObservations(await table(HEADER, '2025,E06000002,40.037,0.5,0.375'), 'r');
    expect(
      read.map(({ measure, place, period, value }) => [measure, findPlace(place)?.name, period.kind, value]),
    ).toEqual([
      ['deprivation-score', 'Middlesbrough', 'edition', { kind: 'value', value: 40.037 }],
      ['most-deprived-neighbourhoods', 'Middlesbrough', 'edition', { kind: 'value', value: 50 }],
      ['income-deprivation', 'Middlesbrough', 'edition', { kind: 'value', value: 37.5 }],
    ]);
  });

  test('a district below a county is a district, and no figure of its county', async () => {
    const [first] = deprivationObservations(await table(HEADER, '2019,E07000105,14,0,0.1'), 'r');
    expect(findPlace(first?.place ?? '')).toMatchObject({ name: 'Ashford', level: 'district', region: undefined });
  });

  test('a place it does not know is said', async () => {
    const unknown = await table(HEADER, '2019,E07999999,14,0,0.1');
    expect(() => deprivationObservations(unknown, 'r')).toThrow('line 2');
  });
});

describe('community waits', () => {
  const HEADER = 'month,level,place,service,waiting,waiting_18_to_52_weeks,waiting_over_52_weeks';

  test('shares are worked out from the three counts', async () => {
    const read = communityWaitObservations(
      await table(HEADER, '2023-01,England,England,Audiology,17272,3805,508'),
      'r',
    );
    expect(read.map(({ measure, place, numerator, denominator }) => [measure, place, numerator, denominator])).toEqual([
      ['waits-18-weeks-audiology', ENGLAND, 4313, 17_272],
      ['waits-52-weeks-audiology', ENGLAND, 508, 17_272],
    ]);
    expect(read[0]?.value.kind === 'value' && read[0].value.value).toBeCloseTo(24.9710514, 6);
  });

  test('NA is a reason and never 0; nobody waiting is no share', async () => {
    const read = communityWaitObservations(
      await table(HEADER, '2023-01,icb,icb-devon,Audiology,NA,NA,NA', '2023-01,icb,icb-dorset,Audiology,0,0,0'),
      'r',
    );
    expect(read.map(({ value }) => value.kind === 'missing' && value.symbol)).toEqual(['NA', 'NA', 'z', 'z']);
    expect(read[0]).toMatchObject({ numerator: undefined, denominator: undefined });
  });

  test('an NHS board is not the county of the same name', async () => {
    const [first] = communityWaitObservations(await table(HEADER, '2023-01,icb,icb-dorset,Audiology,9,1,1'), 'r');
    expect(findPlace(first?.place ?? '')).toMatchObject({ name: 'NHS Dorset', level: 'icb' });
    expect(findPlace('Dorset')?.level).toBe('authority');
    expect(findPlace('South West')?.level).toBe('region');
  });
});

describe('the interactive tool', () => {
  const HEADER = 'measure_short,year,area,la_number,region,value';
  const periods = async (...rows: readonly string[]): Promise<readonly unknown[]> =>
    interactiveToolObservations(await table(HEADER, ...rows), 'r').observations.map(
      ({ measure, period, schoolType }) => [measure, period, schoolType],
    );

  test('its years are school, calendar or financial years, by its dictionary', async () => {
    expect(
      await periods(
        'TotAbs,2025,England,970,,6.78',
        'SEN_EHC_Excpt_20wks,2024,England,970,,46.4',
        'ChildPov,2024,England,970,,19.3',
        'Premium,2025-26,England,970,,2266678',
        'PriFSM,2025,England,970,,24.7',
      ),
    ).toEqual([
      ['overall-absence', { kind: 'academic-year', year: '2024/25' }, 'all'],
      ['plans-within-20-weeks', { kind: 'calendar-year', year: '2024/25', calendarYear: 2024 }, 'all'],
      ['tool-childpov', { kind: 'financial-year', year: '2023/24', from: 2023 }, 'all'],
      ['tool-premium', { kind: 'financial-year', year: '2025/26', from: 2025 }, 'all'],
      ['pupils-eligible-fsm', { kind: 'academic-year', year: '2024/25' }, 'primary'],
    ]);
  });

  test('years taken together stay together', async () => {
    expect(
      await periods('RTA,2020-22,England,970,,16.45', 'Hosp_Adm_Alc_<18yrs,2021/22-23/24,England,970,,22.56'),
    ).toEqual([
      ['tool-rta', { kind: 'years-together', year: '2022/23', label: '2020 to 2022' }, 'all'],
      ['tool-hosp-adm-alc-18yrs', { kind: 'years-together', year: '2023/24', label: '2021/22 to 2023/24' }, 'all'],
    ]);
  });

  test('a year 0 is left out and counted; another year that is none is said', async () => {
    const zero = await table(HEADER, 'CINPermExclusion,0,England,970,,-');
    expect(interactiveToolObservations(zero, 'r')).toEqual({
      observations: [],
      leftOut: { 'a year that is none (0)': 1 },
    });
    const wrong = await table(HEADER, 'TotAbs,soon,England,970,,7');
    expect(() => interactiveToolObservations(wrong, 'r')).toThrow('line 2');
  });
});
