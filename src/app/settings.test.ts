import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readSettings, refuseUnknown, SETTINGS, settingsText } from './settings.ts';

const bare = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ');

test('the guide to operation holds the table as it is', async () => {
  const page = await readFile(new URL('../../docs/guides/operation.md', import.meta.url), 'utf8');
  expect(bare(page)).toContain(bare(settingsText()));
});

test('every example is one that is accepted, and empty is unset', () => {
  const examples = Object.fromEntries(Object.entries(SETTINGS).map(([name, { example }]) => [name, example]));
  expect(readSettings(examples)).toEqual(examples);
  expect(readSettings(Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, ''])))).toEqual({});
});

describe('is refused, by name and with what to write, and never with what stood there', () => {
  test.each([
    ['DATABASE_URL', 'mysql://secret@x/y'],
    ['KITH_ORIGIN', 'kith.secret.example'],
    ['KITH_HOST', 'a secret'],
    ['KITH_PROVIDERS', ' secret'],
    ['KITH_SEALS', 'secret '],
    ['KITH_LOG', 'secret'],
    ['KITH_DRAIN_SECONDS', 'secret'],
    ['KITH_DRAIN_SECONDS', '301'],
    ['KITH_DRAIN_SECONDS', '-1'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'secret:4318'],
    ['OTEL_EXPORTER_OTLP_METRICS_ENDPOINT', 'grpc://secret'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'secret'],
    ['OTEL_EXPORTER_OTLP_TIMEOUT', '99'],
    ['OTEL_METRIC_EXPORT_INTERVAL', '999'],
  ])('%s=%s', (name, text) => {
    const read = () => readSettings({ [name]: text });
    expect(read).toThrow(expect.objectContaining({ code: 'settings/value' }));
    expect(read).toThrow(new RegExp(`^${name} is not what Kith can use\\. Write `));
    expect(read).not.toThrow(/secret/);
  });
});

test.each(['KITH_ORIGN', 'KITH_PROVIDER', 'KITH_LOGS'])('%s is refused with the names that there are', (name) => {
  expect(() => refuseUnknown({ [name]: 'x' }, new Set())).toThrow(
    `Kith reads no variable ${name}. Write one of KITH_ORIGIN, `,
  );
});

test('what the providers’ file names, what tests use and what is not Kith’s may be there', () => {
  const environment = { KITH_DFE_SECRET: 'x', KITH_TEST_DATABASE_URL: 'x', HOME: 'x' };
  expect(() => refuseUnknown(environment, new Set(['KITH_DFE_SECRET']))).not.toThrow();
  expect(() => refuseUnknown(environment, new Set())).toThrow('KITH_DFE_SECRET');
});
