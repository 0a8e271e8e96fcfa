import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { STORE_IN_FOLDER } from '#exchange/area-files';
import { areaFolderAt } from '#store';
import { settingsInForce } from './settings-in-force.ts';

let home: string;
let providers: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-in-force-'));
  providers = join(home, 'providers.json');
  const one = { issuer: 'https://sign-in.example.org', clientId: 'kith', secretIn: 'KITH_SECRET_OF_STAFF' };
  const staff = { id: 'staff', title: 'Staff', for: 'staff', secondFactor: { amr: ['mfa'] }, ...one };
  const families = {
    ...one,
    id: 'families',
    title: 'Families',
    for: 'families',
    issuer: 'https://families.example.org',
  };
  await writeFile(providers, JSON.stringify({ providers: [staff, families], passkeys: true }));
});
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => rm(home, { recursive: true }));

const embedded = { login: { name: 'postgres', unbound: 'embedded' } } as const;
const area = (...path: readonly string[]) => areaFolderAt(join(home, ...path));

describe('records', () => {
  test.each([
    ['embedded', 'embedded', 'embedded'],
    ['on a server that binds its login', undefined, 'bound'],
    ['on a server whose login owns them', 'owner', 'not-bound'],
    ['on a server whose login is a superuser', 'superuser', 'not-bound'],
  ] as const)('%s', async (_, unbound, records) => {
    expect(await settingsInForce(area('a'), { login: { name: 'x', unbound } }, {})).toEqual({
      records,
      sealsApart: false,
      origin: undefined,
      signIn: undefined,
    });
  });
});

test('who signs in where and how long is told, and no secret is asked for', async () => {
  const environment = { KITH_ORIGIN: 'https://kith.example.org', KITH_PROVIDERS: providers, KITH_SECRET_OF_STAFF: 'x' };
  const found = await settingsInForce(area('a'), embedded, environment);
  expect(found).toMatchObject({
    origin: 'https://kith.example.org',
    signIn: {
      providers: [
        { title: 'Staff', issuer: 'https://sign-in.example.org', for: 'staff', secondFactor: true },
        { title: 'Families', for: 'families', secondFactor: false },
      ],
      passkeys: true,
    },
  });
  expect(Object.keys(found.signIn ?? {}).toSorted()).toEqual([
    'familyIdleMinutes',
    'hours',
    'idleMinutes',
    'passkeys',
    'providers',
  ]);
  // Whoever assesses need not have them.
  const { KITH_SECRET_OF_STAFF: _, ...without } = environment;
  expect(await settingsInForce(area('a'), embedded, without)).toEqual(found);
});

test('a variable that Kith does not read is refused, as at a start', async () => {
  await expect(settingsInForce(area('a'), embedded, { KITH_ORIGN: 'x' })).rejects.toThrow('KITH_ORIGN');
  // Named by no provider.
  await expect(settingsInForce(area('a'), embedded, { KITH_SECRET_OF_STAFF: 'x' })).rejects.toThrow(
    'KITH_SECRET_OF_STAFF',
  );
});

describe('seals stand apart', () => {
  const apart = async (at: ReturnType<typeof area>, seals: string): Promise<boolean> => {
    vi.stubEnv('KITH_SEALS', seals);
    return (await settingsInForce(at, embedded, {})).sealsApart;
  };

  test('outside the area’s folder only, in which its store may be a folder of its own', async () => {
    expect(await apart(area('b'), join(home, 'elsewhere'))).toBe(true);
    expect(await apart(area('b'), join(home, 'b-too'))).toBe(true);
    expect(await apart(area('b'), join(home, 'b'))).toBe(false);
    expect(await apart(area('b'), join(home, 'b', 'deep', 'seals'))).toBe(false);
    expect(await apart(area('b'), join(home, 'b', '..seals'))).toBe(false);
    expect(await apart(area('b', STORE_IN_FOLDER), join(home, 'b', 'seals'))).toBe(false);
    expect(await apart(area('b', STORE_IN_FOLDER), join(home, 'elsewhere'))).toBe(true);
  });

  test('not behind a link that leads back into it', async () => {
    await mkdir(join(home, 'c', 'seals'), { recursive: true });
    await symlink(join(home, 'c', 'seals'), join(home, 'link'));
    expect(await apart(area('c'), join(home, 'link'))).toBe(false);
  });
});
