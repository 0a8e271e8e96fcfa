import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { yearTrend, type TrendYear } from './year-trend.tsx';

const years: readonly TrendYear[] = [
  { year: '2016/17', value: 4.7, printed: '4.7%' },
  { year: '2017/18', value: 4.8, printed: '4.8%' },
  { year: '2018/19', value: undefined, printed: 'Not published' },
  { year: '2019/20', value: 7.55, printed: '7.55%' },
  { year: '2020/21', value: 6.78, printed: '6.78%' },
];
const input = { id: 'years', title: 'Absence <by> year', unit: '%', years };

function wide(list: readonly TrendYear[]): Element {
  const markup = yearTrend({ ...input, years: list }).svg.toString();
  const found = parseHTML(`<!DOCTYPE html><html><body>${markup}</body></html>`).document.querySelector(
    '.kith-svg--wide',
  );
  if (!found) throw new Error('no picture');
  return found;
}

describe('yearTrend', () => {
  it('draws a point a year with a figure, and no line across a year without one', () => {
    const picture = wide(years);
    expect(picture.querySelectorAll('circle')).toHaveLength(4);
    const lines = [...picture.querySelectorAll('path[fill=none]')].map((line) => line.getAttribute('d') ?? '');
    expect(lines.map((line) => line.split('L').length)).toEqual([2, 2]);
    expect(picture.querySelectorAll('path[fill="#ffffff"]')).toHaveLength(1);
  });

  it('says where it began, where it ended, the highest, and what is not there', () => {
    expect(yearTrend(input).summary).toBe(
      'From 4.7% in 2016/17 to 6.78% in 2020/21; the highest was 7.55%, in 2019/20; there is no figure for 2018/19.',
    );
    expect(yearTrend({ ...input, years: [] }).summary).toBe('There are no years to show.');
    expect(yearTrend({ ...input, years: years.slice(0, 1) }).summary).toBe('In 2016/17, 4.7%.');
  });

  it('has no inline style, no broken number, and names its pictures apart', () => {
    const markup = yearTrend(input).svg.toString();
    expect(markup).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
    expect(markup).toContain('Absence &lt;by&gt; year');
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(yearTrend(input).svg.toString()).toBe(markup);
    expect(yearTrend({ ...input, years: [] }).svg.toString()).not.toMatch(/NaN|Infinity/);
  });
});
