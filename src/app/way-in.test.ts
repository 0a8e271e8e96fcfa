import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_LENGTHS, type SignInSettings } from '#sign-in';
import { readReach, type Reach } from './listening.ts';
import { chooseWayIn } from './way-in.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-reach-'));
  file = join(folder, 'providers.json');
  await writeFile(file, JSON.stringify({ providers: [], passkeys: true }));
});
afterAll(() => rm(folder, { recursive: true }));

const HERE: Reach = { origin: undefined, hostname: '127.0.0.1', settings: undefined };
const settings: SignInSettings = { providers: [], passkeys: true, lengths: SESSION_LENGTHS };
const ORIGIN = new URL('https://kith.example.org');

describe('how people come in', () => {
  const nothing = { singleUser: false, demonstration: false };
  const asDemonstration = { singleUser: false, demonstration: true };
  const alone = { singleUser: true, demonstration: false };
  test.each([
    ['npm start', true, asDemonstration, HERE, 'demonstration'],
    ['the demonstration’s area, not started as one', true, nothing, HERE, 'single-user'],
    ['the demonstration alone', true, { singleUser: true, demonstration: true }, HERE, 'single-user'],
    ['an area with providers', false, nothing, { ...HERE, settings }, 'sign-in'],
    [
      'a real area started as the demonstration, with providers',
      false,
      asDemonstration,
      { ...HERE, settings },
      'sign-in',
    ],
    ['the demonstration’s area with providers, not started as one', true, nothing, { ...HERE, settings }, 'sign-in'],
    ['a real area alone', false, alone, HERE, 'single-user'],
  ] as const)('%s', (_, demonstration, asked, reach, way) => {
    expect(chooseWayIn({ demonstration }, asked, reach)).toBe(way);
  });

  test.each([
    ['a real area with nobody to sign in', false, nothing, HERE, 'serve/single-user'],
    ['a real area started as the demonstration', false, asDemonstration, HERE, 'serve/single-user'],
    [
      'the demonstration at an address, with nobody to be',
      true,
      nothing,
      { ...HERE, origin: ORIGIN },
      'serve/single-user',
    ],
    ['a single user at an address', false, alone, { ...HERE, origin: ORIGIN }, 'serve/single-user-reach'],
  ] as const)('%s is refused', (_, demonstration, asked, reach, code) => {
    expect(() => chooseWayIn({ demonstration }, asked, reach)).toThrow(expect.objectContaining({ code }));
  });
});

describe('who can reach it', () => {
  test('this machine, where nothing is said', async () => {
    expect(await readReach({})).toEqual(HERE);
    expect(await readReach({ KITH_ORIGIN: '', KITH_HOST: '', KITH_PROVIDERS: '' })).toEqual(HERE);
  });

  test('others, with an address and a way to sign in', async () => {
    const environment = { KITH_ORIGIN: 'https://kith.example.org', KITH_HOST: '0.0.0.0', KITH_PROVIDERS: file };
    expect(await readReach(environment)).toMatchObject({ hostname: '0.0.0.0', origin: ORIGIN, settings });
  });

  test.each([
    { KITH_HOST: '0.0.0.0' },
    { KITH_HOST: '::' },
    { KITH_HOST: '192.0.2.1', KITH_ORIGIN: 'https://kith.example.org' },
    { KITH_HOST: 'localhost.evil.example' },
  ])('not %o', async (environment) => {
    await expect(readReach(environment)).rejects.toMatchObject({ code: 'serve/host' });
  });

  test.each([
    'kith.example.org',
    'http://kith.example.org',
    'https://kith.example.org/path',
    'https://u:p@kith.example.org',
    'https://kith.example.org?x',
    'ftp://kith.example.org',
    'x',
  ])('an address cannot be %s', async (KITH_ORIGIN) => {
    await expect(readReach({ KITH_ORIGIN })).rejects.toMatchObject({ code: 'settings/value' });
  });

  test('and a name that nobody reads stops the start', async () => {
    await expect(readReach({ KITH_ORIGN: 'https://kith.example.org' })).rejects.toMatchObject({
      code: 'settings/unknown',
    });
  });

  test('and http is for this machine', async () => {
    expect((await readReach({ KITH_ORIGIN: 'http://localhost:8642' })).origin?.port).toBe('8642');
  });
});
