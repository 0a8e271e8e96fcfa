import { expect, test } from 'vitest';
import { dataText, findText, speak } from '#language';
import { accountMeasures, lostLearningForms } from '#lost-learning';
import { attendanceCodes } from '#register';
import { findReferenceMeasure } from './measure.ts';

// Each rule written twice has one test that reads both.
test('the catalogue says of forms what their table says', () => {
  const said = lostLearningForms.map(({ id }) => [findText(`forms.${id}.title`), findText(`forms.${id}.words`)]);
  expect(said).toEqual(lostLearningForms.map(({ title, words }) => [title, words]));
});

test('every measure of the account is the same in English, and has words of its own in another language', () => {
  for (const { id, title, definition, exclusions, source } of accountMeasures) {
    expect(findReferenceMeasure(id)).toMatchObject({ id, title, definition, exclusions, source });
    const other = speak('ar', () => findReferenceMeasure(id));
    const english = [title, definition, source, ...exclusions];
    const words = [other?.title, other?.definition, other?.source, ...(other?.exclusions ?? [])];
    expect([id, words.filter((text) => text === undefined || english.includes(text))]).toEqual([id, []]);
  }
  const sources = [...new Set(attendanceCodes.map(({ source }) => source))];
  expect(speak('ar', () => sources.filter((source) => dataText(source) === source))).toEqual([]);
});
