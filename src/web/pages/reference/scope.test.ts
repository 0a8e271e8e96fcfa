import { describe, expect, it } from 'vitest';
import { findScope, partTitle, scopeText, subjectOf } from './scope.ts';

describe('a scope in an address', () => {
  it.each([
    'area',
    'school-900101',
    'child-D801400121005',
    'phase-alternative-provision',
    'trust-St. Aidan’s Trust',
    'trust-none',
    'la-801',
    'area.week-2024-09-02',
    'school-900101.week-2024-09-02',
    'school-900101.year-group--1',
    'area.fsm-none',
    'trust-A.B. Schools.sex-F',
  ])('%s is read and written', (text) => {
    const scope = findScope(text);
    expect(scope && scopeText(scope)).toBe(text);
  });

  it('a part by itself is of the whole area', () => {
    expect(findScope('year-group-7')).toEqual(findScope('area.year-group-7'));
    expect(findScope('week-2024-09-02')).toEqual(findScope('area.week-2024-09-02'));
  });

  it.each(['', 'england', 'school-1', 'child-X', 'area.week-2024-02-30', 'area.school-900101', 'nowhere.sex-F'])(
    '“%s” is none',
    (text) => expect(findScope(text)).toBeUndefined(),
  );

  it('says who is looked at: a school’s figure is a look at the school, its phase’s at the area', () => {
    const subjects = ['school-900101.year-group-7', 'phase-primary', 'child-D801400121005'].map((text) => {
      const scope = findScope(text);
      return scope && subjectOf(scope).kind;
    });
    expect(subjects).toEqual(['school', 'area', 'child']);
  });

  it('is said in words', () => {
    const words = ['area.week-2024-09-02', 'area.year-group-0', 'area.sen-none'].map((text) => {
      const part = findScope(text)?.part;
      return part && partTitle(part);
    });
    expect(words).toEqual([
      'Week of 2 September 2024',
      'Year group: Reception',
      'Special educational needs: Not known',
    ]);
  });
});
