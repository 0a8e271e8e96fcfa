import { describe, expect, test } from 'vitest';
import { groupOfFilters } from './groups.ts';

describe('whom a row is about', () => {
  test.each([
    [{}, 'all'],
    [{ characteristic: 'Total', sex: 'Total' }, 'all'],
    [{ sen_status: 'EHC plan' }, 'ehc-plan'],
    [{ sen_status: 'SEN support', sex: 'Girls' }, 'sen-support+female'],
    [{ fsm_eligible: 'Eligible', sen_status: 'Any special educational need', gender: 'Male' }, 'fsm+sen+male'],
    [{ fsm_eligible: 'Unclassified' }, 'fsm-unclassified'],
    [{ ethnicity: 'White - Gypsy/Roma', language: 'Total' }, 'white-gypsy-roma'],
    [{ breakdown_topic: 'Ethnicity', breakdown: 'Unclassified' }, 'ethnicity-unclassified'],
    [{ breakdown_topic: 'All EHC plans issued', breakdown: 'All EHC plans issued' }, 'all'],
    [{ breakdown_topic: 'Child or young persons age', breakdown: 'Aged 2 and under' }, 'age-2-and-under'],
    [{ characteristic: 'Age_11', gender: 'Female' }, 'female+age-11'],
    [{ characteristic: 'NC_Year_7' }, 'year-7'],
    [{ characteristic: 'Ethnicity_Minor_Chinese' }, 'chinese'],
    [{ sen_status: 'EHC plans', primary_need: 'Autistic Spectrum Disorder' }, 'ehc-plan+need-asd'],
  ])('%o is %s', (filters, group) => {
    expect(groupOfFilters(filters)).toEqual({ kind: 'group', group });
  });

  test.each([
    [{ characteristic: 'Left-handed' }, 'characteristic'],
    [{ breakdown_topic: 'Sex', breakdown: 'Unknown' }, 'breakdown'],
    // “Unclassified” alone does not say of what.
    [{ characteristic: 'Unclassified' }, 'characteristic'],
  ])('%o is no group Kith knows', (filters, column) => {
    expect(groupOfFilters(filters)).toEqual({ kind: 'unknown', column });
  });

  test('two columns that say the same thing differently make no group', () => {
    expect(groupOfFilters({ sex: 'Female', gender: 'Male' })).toMatchObject({ kind: 'unknown' });
  });
});
