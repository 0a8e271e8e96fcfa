import { expect, test } from 'vitest';
import { listRoles, PURPOSES, ROLES } from '#access';
import { findText } from '#language';
import { halfTermName } from '#kernel';
import { accountMeasures, bridgeSteps, states, TAKEN_FROM } from '#lost-learning';
import { attendanceCodes } from '#register';
import { getMeasure } from '#place';
import { leavingGrounds } from '#roll';
import { stateTitle } from '../../charts/index.ts';
import { titleOf } from './figures.tsx';
import { RATES } from './rates.ts';
import { childrenText, daysText, sessionsText, wordsFor } from './words.ts';

// The tables of the domains drive SQL, files and the command line; the catalogue has their words once more, for
// readers. Each rule written twice has one test that reads both.
test('the catalogue says of states, codes, grounds, measures, roles and purposes what their tables say', () => {
  for (const { id, title, words } of states) {
    expect([id, stateTitle(id), findText(`states.${id}.words`)]).toEqual([id, title, words]);
    expect(findText(`states.${id}.inside`)?.toLowerCase()).toBe(title.toLowerCase());
  }
  expect(attendanceCodes.map(({ code }) => findText(`codes.${code}`))).toEqual(
    attendanceCodes.map(({ meaning }) => meaning),
  );
  expect(leavingGrounds.map(({ ground }) => findText(`grounds.${ground}`))).toEqual(
    leavingGrounds.map(({ words }) => words),
  );
  expect(accountMeasures.map(({ id }) => titleOf(id))).toEqual(accountMeasures.map(({ title }) => title));
  const ids = new Set<string>(states.map(({ id }) => id.replaceAll('-', '_')));
  const own = accountMeasures.filter(({ id }) => !ids.has(id));
  expect(own.map(({ id }) => findText(`measures.${id}.definition`))).toEqual(own.map(({ definition }) => definition));
  expect(RATES.map(({ published }) => findText(`area.rates.published.${published}`))).toEqual(
    RATES.map(({ published }) => getMeasure(published).name),
  );
  expect(listRoles().map((role) => findText(`looks.role.${role}`))).toEqual(
    listRoles().map((role) => ROLES[role].title),
  );
  expect(Object.keys(PURPOSES).map((purpose) => findText(`looks.purpose.${purpose}`))).toEqual(
    Object.values(PURPOSES).map(({ why }) => why),
  );
});

test('so does it of rules by which sessions leave a figure, of half terms, and of where their dates are from', () => {
  for (const { id, title, why, otherwise } of bridgeSteps) {
    const said = ['title', 'why', 'otherwise'].map((word) => findText(`why-rules.${id}.${word}`));
    expect([id, ...said]).toEqual([id, title, why, otherwise]);
  }
  const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  for (const no of [1, 2, 3, 4, 5, 6]) {
    const name = halfTermName(no);
    expect(findText(`weeks.half.${no}`)).toBe(name);
    expect(findText(`weeks.half-title.${no}`)).toBe(sentence(name));
    expect(findText(`weeks.half-short.${no}`)).toBe(sentence(name.replace(' half term', '')));
    expect(sentence(name).startsWith(findText(`weeks.term.${Math.ceil(no / 2)}`) ?? '-')).toBe(true);
  }
  for (const [from, words] of Object.entries(TAKEN_FROM)) expect(findText(`terms.from.${from}`)).toBe(sentence(words));
});

test('what is counted is said with its unit, and what no table names is shown as it came', () => {
  expect([1, 2, 3, 25, 2469].map(daysText)).toEqual(['0.5 days', '1 day', '1.5 days', '12.5 days', '1,234.5 days']);
  expect([0, 1, 1204].map(sessionsText)).toEqual(['0 sessions', '1 session', '1,204 sessions']);
  expect([1, 2].map(childrenText)).toEqual(['1 child', '2 children']);
  expect(wordsFor('year-group', '7')).toBe('Year 7');
  expect(wordsFor('year-group', '0')).toBe('Reception');
  expect(wordsFor('sen', 'K')).toBe('SEN support');
  expect(wordsFor('sen', 'Z9')).toBe('Z9');
  expect(wordsFor('suspension', '')).toBe('Not known');
});
