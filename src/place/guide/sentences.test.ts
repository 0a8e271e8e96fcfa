import { beforeAll, describe, expect, test } from 'vitest';
import { carriedFigures } from '#testing';
import type { PublishedStatistics } from '../statistics.ts';
import { checkedGuide, type CheckedStatement } from './check.ts';
import type { Reading } from './reading.ts';
import { GUIDE_THEMES } from './statement.ts';
import { VERDICTS, summaryText, verdictText } from './verdict-text.ts';

let published: PublishedStatistics;
let all: readonly CheckedStatement[];

beforeAll(async () => {
  published = await carriedFigures();
  all = await checkedGuide(published);
}, 120_000);

function find(id: string): CheckedStatement {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`no statement ${id}`);
  return found;
}

function readingsOf({ finding }: CheckedStatement): readonly Reading[] {
  return finding.kind === 'none' ? finding.instead : [...(finding.own ? [finding.own] : []), ...finding.others];
}

function told(id: string): Reading {
  const { verdict } = find(id);
  if (!('reading' in verdict)) throw new Error(`${id} has no reading`);
  return verdict.reading;
}

// Rates of 2023/24 as DfE’s interactive tool gives them, divided here.
describe('what the guide says of places against England', () => {
  test.each([
    ['suspension-north-east-against-england', 100 * (18.41896 / 11.30744 - 1), 'agrees', 'North East'],
    ['exclusion-north-east-against-england', 0.25174 / 0.12889, 'agrees', 'North East'],
    ['suspension-parts-of-west-yorkshire', 1.943, 'agrees', 'Bradford'],
    ['severe-absence-south-west', 3.59 / 2.3, 'agrees', 'Torbay'],
    ['exclusion-parts-of-south-west', 100 * (0.23 / 0.13 - 1), 'agrees-rounded', 'Cornwall'],
  ])('%s is %d', (id, ratio, kind, place) => {
    expect(find(id).verdict.kind).toBe(kind);
    expect(told(id).value).toBeCloseTo(ratio, 2);
    expect(told(id).what).toContain(place);
  });

  test('Torbay’s 1.56 reaches 1.57 by the rounding of its two rates, and a year later does not', () => {
    const { low, high } = told('severe-absence-south-west');
    expect([low, high]).toEqual([expect.closeTo(3.585 / 2.305, 8), expect.closeTo(3.595 / 2.295, 8)]);
    const { finding } = find('severe-absence-south-west');
    const after = finding.kind === 'readings' ? finding.others.find((one) => one.what.includes('2024/25')) : undefined;
    expect(after?.value).toBeCloseTo(3.31 / 2.39, 8);
    expect(after?.high).toBeLessThan(1.565);
  });

  test('Cornwall’s exclusions are 76% above England’s before rounding, so 77% rests on rounded rates', () => {
    const { verdict } = find('exclusion-parts-of-south-west');
    const own = verdict.kind === 'agrees-rounded' ? verdict.own : undefined;
    expect(own?.value).toBeCloseTo(100 * (0.22693 / 0.12889 - 1), 3);
    expect(own?.parts).toHaveLength(15);
    expect(own?.parts.map((part) => part.name)).toEqual(own?.parts.map((part) => part.name).toSorted());
  });
});

describe('what the guide says of England', () => {
  // Counts of 2023/24: secondary over primary and special together.
  test('secondary schools suspend and exclude several times as many', () => {
    const rate = (events: number, pupils: number): number => events / pupils;
    const others = 4_614_990 + 160_420;
    expect(told('suspension-secondary').value).toBeCloseTo(
      rate(829_896, 3_669_933) / rate(104_803 + 20_253, others),
      8,
    );
    expect(told('exclusion-secondary').value).toBeCloseTo(rate(9298, 3_669_933) / rate(1462 + 125, others), 8);
  });

  // Ages 11 and 12 in 2016/17, counts as DfE gave them.
  test('Years 7 and 8 stood above all pupils in the last year by age', () => {
    const pupils = 583_630 + 571_830;
    expect(told('suspension-years-7-and-8').value).toBeCloseTo((44_970 + 65_445) / pupils / (381_865 / 8_024_635), 3);
    expect(told('exclusion-years-7-and-8').value).toBeCloseTo((675 + 1210) / pupils / (7720 / 8_024_635), 3);
    expect(find('suspension-years-7-and-8').verdict.kind).toBe('agrees-another-period');
  });

  test('34 million days is 33.6 million either way', () => {
    expect(find('lost-days').verdict.kind).toBe('agrees');
    expect(told('lost-days').value / 1e6).toBeCloseTo(33.6, 1);
    expect(told('lost-days').high / 1e6).toBeCloseTo(33.6, 1);
  });

  test('half with SEN or free school meals cannot be computed; its parts and its two ends can', () => {
    const { verdict } = find('half-of-suspended-children');
    expect(verdict.kind).toBe('cannot-be-computed');
    const [spring, sen, fsm, either] = readingsOf(find('half-of-suspended-children'));
    expect(spring?.value).toBeCloseTo(46.8, 1);
    expect(sen?.value).toBeCloseTo((100 * (14_555 + 56_735)) / (14_555 + 56_735 + 112_185), 6);
    expect(fsm?.value).toBeCloseTo(32.1, 1);
    expect([either?.low, either?.high]).toEqual([sen?.value, (sen?.value ?? 0) + (fsm?.value ?? 0)]);
  });

  test('poverty is not in the data, and where it may be found is said', () => {
    const { verdict, printed } = find('poverty-greater-manchester');
    expect(verdict.kind).toBe('cannot-be-computed');
    expect(verdictText(printed, verdict)).toContain('Department for Work and Pensions');
  });
});

describe('highest and lowest', () => {
  test('is judged against the region that comes closest, chance and error allowed for', () => {
    const exclusion = told('lowest-exclusion');
    expect(find('lowest-exclusion').verdict.kind).toBe('cannot-be-told');
    expect(exclusion.low).toBeLessThan(1);
    expect(exclusion.high).toBeGreaterThan(1);
    expect(exclusion.steps[1]?.sentence).toContain('South East');
    for (const id of ['highest-suspension', 'highest-exclusion', 'lowest-suspension']) {
      expect(find(id).verdict.kind).toBe('agrees');
      expect(told(id).low).toBeGreaterThan(1);
    }
  });

  // Rothman’s interval of a ratio of counts, written out here: 95%, log scale, 1/a + 1/b.
  test('allows for chance in both counts, and for the error of both rates', () => {
    const rate = (id: string): Reading => {
      const { finding } = find(id);
      if (finding.kind !== 'readings' || !finding.own) throw new Error(`${id} has no figure`);
      return finding.own;
    };
    const [london, southEast] = [rate('exclusion-greater-london'), rate('exclusion-south-east')];
    const chance = Math.exp(1.959_964 * Math.sqrt(1 / (london.count ?? 0) + 1 / (southEast.count ?? 0)));
    expect(chance).toBeGreaterThan(1.1);
    expect(told('lowest-exclusion').low).toBeCloseTo(southEast.low / london.high / chance, 8);
    expect(told('lowest-exclusion').high).toBeCloseTo((southEast.high / london.low) * chance, 8);
  });

  test('lists the nine regions by name, whatever their rates', () => {
    const names = told('highest-absence').parts.map((part) => part.name);
    expect(names).toHaveLength(9);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
  });

  test('says that chance cannot be measured where there are no counts', () => {
    expect(told('highest-absence').error).toContain('without counts');
    expect(told('highest-exclusion').error).toContain('95%');
  });
});

describe('every statement', () => {
  test('has an id of its own, a theme, a place, a sense and a period', () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    const themes = new Set<string>(GUIDE_THEMES.map((theme) => theme.id));
    for (const one of all) {
      expect(one.id).toMatch(/^[a-z0-9-]+$/);
      expect(themes.has(one.theme)).toBe(true);
      expect([one.place, one.says, one.period, one.printed.text].every((text) => text !== '')).toBe(true);
    }
  });

  test('has a release behind it, or a reason and what would be needed', () => {
    const bare = all.filter((one) => {
      const rows = readingsOf(one).flatMap((reading) => reading.rows);
      const held = rows.length > 0 && rows.every((row) => published.findRelease(row.release) !== undefined);
      const { verdict } = one;
      return !held && !(verdict.kind === 'cannot-be-computed' && verdict.reason !== '' && verdict.needed !== '');
    });
    expect(bare.map((one) => one.id)).toEqual([]);
  });

  test('has arithmetic, and says how sure it is', () => {
    const unsure = all
      .flatMap(readingsOf)
      .filter(
        ({ steps, error, low, value, high }) => steps.length === 0 || error === '' || !(low <= value && value <= high),
      );
    expect(unsure.map((reading) => reading.what)).toEqual([]);
  });

  test('is counted once in the summary', () => {
    const counts = [...summaryText(all.map((one) => one.verdict)).matchAll(/\d+/g)].map(([digits]) => Number(digits));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
    expect(new Set(VERDICTS.map((one) => one.kind)).size).toBe(VERDICTS.length);
  });
});
