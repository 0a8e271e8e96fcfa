import { expect, test } from 'vitest';
import { machineSettings } from './machine-settings.ts';
import { SETTINGS } from './settings.ts';

test('a process that works for the service gets none of its settings', () => {
  const own = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, 'secret']));
  expect(Object.keys(own)).toContain('DATABASE_URL');
  expect(machineSettings({ ...own, PATH: '/bin' })).toEqual({ PATH: '/bin' });
});
