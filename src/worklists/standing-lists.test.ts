import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedLists, plantedFolder, schoolDays, type AskedLists, type Painted } from '#testing';

const HERE = 900001;
const THERE = 900002;
const AUTUMN = schoolDays('2025-09-01', '2025-12-19', ['2025-10-27', '2025-10-31']);

const away = (from: string, to: string, code = 'O'): Painted => [from, to, code, code];
const morning = (day: string, code = 'O'): Painted => [day, day, code, null];

let area: { readonly remove: () => Promise<void> };
let lists: AskedLists;

beforeAll(async () => {
  const planted = await plantedFolder({
    schools: { [HERE]: AUTUMN, [THERE]: AUTUMN },
    children: {
      // Persistent and severe absence: seventy possible sessions up to Friday 17 October.
      'Ten per cent': { marks: [away('2025-10-13', '2025-10-15', 'I'), morning('2025-10-16')] },
      'A session less': { marks: [away('2025-10-13', '2025-10-15', 'I')] },
      'In and out and in': {
        marks: [away('2025-09-01', '2025-09-02'), away('2025-10-16', '2025-10-16'), morning('2025-10-17')],
      },
      Severe: { marks: [away('2025-09-15', '2025-10-07'), morning('2025-10-08')] },
      'Has left': { spells: [{ leaving: '2025-10-10', marks: [away('2025-09-01', '2025-10-10')] }] },
      'Four years old': { born: '2020-10-01', marks: [away('2025-09-01', '2025-10-10')] },
      // Fifteen days of illness.
      Ill: { marks: [away('2025-11-03', '2025-11-21', 'I')] },
      'A session short': { marks: [away('2025-11-03', '2025-11-20', 'I'), morning('2025-11-21', 'I')] },
      'Over two schools': {
        spells: [
          { leaving: '2025-10-10', marks: [away('2025-09-08', '2025-09-12', 'I')] },
          {
            urn: THERE,
            entry: '2025-10-13',
            marks: [
              away('2025-11-10', '2025-11-21', 'I'),
              away('2025-11-12', '2025-11-12', 'Y4'),
              away('2025-11-24', '2025-11-24', 'I'),
            ],
          },
        ],
      },
      'Not yet five': { born: '2020-11-10', marks: [away('2025-11-03', '2025-11-21', 'I')] },
      // Support first: the weeks of 1 September and 10 November are the first and the tenth.
      Ten: { marks: [away('2025-09-01', '2025-09-04'), away('2025-09-05', '2025-09-05', 'U')] },
      Nine: { marks: [away('2025-09-01', '2025-09-04'), morning('2025-09-05')] },
      'Ten over ten weeks': {
        marks: [
          away('2025-09-01', '2025-09-02', 'G'),
          morning('2025-09-03', 'N'),
          away('2025-11-11', '2025-11-12'),
          morning('2025-11-14'),
        ],
      },
      'Ten over eleven': {
        marks: [
          away('2025-09-01', '2025-09-02'),
          morning('2025-09-03'),
          away('2025-11-17', '2025-11-18'),
          morning('2025-11-19'),
        ],
      },
      'At two schools': {
        spells: [
          { leaving: '2025-09-12', marks: [away('2025-09-01', '2025-09-02'), morning('2025-09-03')] },
          { urn: THERE, entry: '2025-09-15', marks: [away('2025-09-15', '2025-09-16'), morning('2025-09-17')] },
        ],
      },
      'With leave': { marks: [away('2025-09-01', '2025-09-04'), away('2025-09-05', '2025-09-05', 'C')] },
      'Too young for it': { born: '2020-09-20', marks: [away('2025-09-01', '2025-09-12')] },
    },
  });
  area = planted;
  lists = await askedLists(planted.folder);
});

afterAll(async () => {
  await lists.close();
  await area.remove();
});

describe('persistent and severe absence', () => {
  test('begins at exactly 10 %, and tells since which week', async () => {
    const entries = await lists.listed('persistent-absence', '2025-10-17');
    expect(entries['Ten per cent']).toMatchObject({
      counted: 7,
      possible: 70,
      rate: 10,
      since: '2025-10-13',
      entered_on: '2025-10-16',
      severe: false,
      severe_since: null,
    });
    const thursday = await lists.listed('persistent-absence', '2025-10-16');
    expect(thursday['Ten per cent']).toMatchObject({ entered_on: '2025-10-16' });
    expect(entries).not.toHaveProperty('A session less');
  });

  test('since begins anew where a week ended below', async () => {
    const { 'In and out and in': entry } = await lists.listed('persistent-absence', '2025-10-17');
    expect(entry).toMatchObject({ counted: 7, since: '2025-10-13' });
    expect((await lists.listed('persistent-absence', '2025-09-26'))['In and out and in']).toMatchObject({
      counted: 4,
      since: '2025-09-01',
    });
  });

  test('severe from exactly 50 %, with its own week', async () => {
    expect((await lists.listed('persistent-absence', '2025-10-17'))['Severe']).toMatchObject({
      counted: 35,
      severe: true,
      since: '2025-09-15',
      severe_since: '2025-09-22',
    });
    expect((await lists.listed('persistent-absence', '2025-10-20'))['Severe']).toMatchObject({
      severe: false,
      rate: 48.6,
    });
  });

  test('lists who is on roll and whom the published measure counts', async () => {
    const entries = await lists.listed('persistent-absence', '2025-10-17');
    expect(entries).not.toHaveProperty('Has left');
    expect(entries).not.toHaveProperty('Four years old');
  });
});

describe('fifteen days of illness', () => {
  test('are thirty sessions, not twenty-nine', async () => {
    expect(await lists.listed('illness-15-days', '2025-11-20')).not.toHaveProperty('Ill');
    const entries = await lists.listed('illness-15-days', '2025-11-21');
    expect(entries['Ill']).toMatchObject({
      counted: 30,
      since: '2025-11-03',
      entered_on: '2025-11-21',
      reached_on: '2025-11-21',
      days: 15,
      in_a_row: 30,
      ill_now: true,
      due: null,
      overdue: false,
    });
    expect(entries).not.toHaveProperty('A session short');
  });

  test('add up over schools; the most in a row passes over a closure', async () => {
    expect(await lists.listed('illness-15-days', '2025-11-21')).not.toHaveProperty('Over two schools');
    expect((await lists.listed('illness-15-days', '2025-11-28'))['Over two schools']).toMatchObject({
      urn: THERE,
      counted: 30,
      since: '2025-09-08',
      until: '2025-11-24',
      reached_on: '2025-11-24',
      in_a_row: 20,
      ill_now: false,
    });
  });

  test('count in compulsory school age only', async () => {
    expect(await lists.listed('illness-15-days', '2025-11-28')).not.toHaveProperty('Not yet five');
  });
});

describe('support first', () => {
  test('begins with the tenth unauthorised session, whatever its code; leave is none', async () => {
    expect(await lists.listed('support-first', '2025-09-04')).not.toHaveProperty('Ten');
    const entries = await lists.listed('support-first', '2025-09-05');
    expect(entries['Ten']).toMatchObject({
      counted: 10,
      since: '2025-09-05',
      entered_on: '2025-09-05',
      first_date: '2025-09-01',
      last_date: '2025-09-05',
      other: 8,
      late: 2,
      holiday: 0,
      not_known: 0,
    });
    expect(entries).not.toHaveProperty('Nine');
    expect(entries).not.toHaveProperty('With leave');
  });

  test('holds for ten school weeks, half term not among them', async () => {
    const tenth = await lists.listed('support-first', '2025-11-14');
    expect(tenth['Ten']).toMatchObject({ counted: 10, since: '2025-09-05' });
    expect(tenth['Ten over ten weeks']).toMatchObject({
      counted: 10,
      since: '2025-11-14',
      holiday: 4,
      not_known: 1,
      other: 5,
    });
    const eleventh = await lists.listed('support-first', '2025-11-21');
    expect(eleventh).not.toHaveProperty('Ten');
    expect(eleventh).not.toHaveProperty('Ten over ten weeks');
    expect(eleventh).not.toHaveProperty('Ten over eleven');
  });

  test('adds up over schools', async () => {
    expect((await lists.listed('support-first', '2025-09-17'))['At two schools']).toMatchObject({
      urn: THERE,
      counted: 10,
    });
    expect(await lists.listed('support-first', '2025-09-16')).not.toHaveProperty('At two schools');
  });

  test('counts in compulsory school age only', async () => {
    expect(await lists.listed('support-first', '2025-09-12')).not.toHaveProperty('Too young for it');
  });
});
