import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseProviders, readProviders } from './providers-file.ts';

const WHOLE = {
  id: 'dfe',
  title: 'DfE Sign-in',
  issuer: 'https://provider.example.org',
  clientId: 'kith',
  secretIn: 'KITH_DFE_SECRET',
  for: 'staff',
  secondFactor: { amr: ['mfa'] },
};
const secretOf = (name: string): string | undefined => (name === 'KITH_DFE_SECRET' ? 'hush' : undefined);
const read = (value: unknown) => parseProviders('providers.json', JSON.stringify(value), secretOf);

test('a whole file is read, with what it leaves out', () => {
  expect(read({ providers: [WHOLE], sessions: { idleMinutes: 15 } })).toEqual({
    providers: [
      {
        id: 'dfe',
        title: 'DfE Sign-in',
        issuer: 'https://provider.example.org',
        clientId: 'kith',
        secret: 'hush',
        authentication: 'client_secret_basic',
        keyAlgorithm: 'RS256',
        scopes: ['openid'],
        for: 'staff',
        secondFactor: { amr: ['mfa'] },
        parameters: {},
        idTokenAlgorithm: undefined,
      },
    ],
    passkeys: false,
    lengths: { hours: 12, idleMinutes: 15, familyIdleMinutes: 30 },
  });
});

test('an area of passkeys alone needs no provider', () => {
  expect(read({ providers: [], passkeys: true })).toMatchObject({ providers: [], passkeys: true });
});

describe('what cannot be used is refused, with the file, the key and what to do', () => {
  test.each([
    [{ ...WHOLE, issuer: 'http://provider.example.org' }, 'providers.json: providers[0].issuer: Give an https address'],
    [{ ...WHOLE, issuer: 'https://u:p@provider.example.org' }, 'providers[0].issuer: Give an https address'],
    [{ ...WHOLE, issuer: 3 }, 'providers[0].issuer: Give the issuer’s address'],
    [{ ...WHOLE, id: 'DfE' }, 'providers[0].id: Use small letters'],
    [{ ...WHOLE, id: 'demonstration' }, 'providers[0].id: Kith uses this name itself'],
    [{ ...WHOLE, id: 'passkey' }, 'providers[0].id: Kith uses this name itself'],
    [{ ...WHOLE, clientId: '' }, 'providers[0].clientId: Give it'],
    [{ ...WHOLE, secretIn: 'the-secret-itself' }, 'not the secret itself'],
    [{ ...WHOLE, secretIn: 'KITH_OTHER' }, 'Set the environment variable KITH_OTHER'],
    [{ ...WHOLE, for: 'everyone' }, 'providers[0].for: Choose staff, health or families'],
    [{ ...WHOLE, scopes: ['email'] }, 'providers[0].scopes: Put openid among the scopes'],
    [{ ...WHOLE, secondFactor: undefined }, 'providers[0].secondFactor: Say which acr, amr or vot'],
    [{ ...WHOLE, secondFactor: { amr: [] } }, 'providers[0].secondFactor: Name at least one value'],
    [{ ...WHOLE, parameters: { redirect_uri: 'https://evil.example' } }, 'Leave out what a sign-in sets itself'],
    [{ ...WHOLE, secret: 'hush' }, 'providers[0]: Kith does not know secret'],
  ])('%o', (provider, sentence) => {
    expect(() => read({ providers: [provider] })).toThrow(sentence);
  });

  test.each([
    [{ providers: [] }, 'providers: Name at least one provider, or set passkeys to true.'],
    [{ providers: [WHOLE, WHOLE] }, 'providers[1].id: Another provider has it already'],
    [{ providers: [WHOLE], sessions: { hours: 100 } }, 'sessions.hours: Give at most 24.'],
    [{ providers: [WHOLE], sesions: {} }, 'the file: Kith does not know sesions'],
    [[], 'the file:'],
  ])('%o', (file, sentence) => {
    expect(() => read(file)).toThrow(sentence);
  });

  test('families may come without a second factor', () => {
    expect(read({ providers: [{ ...WHOLE, for: 'families', secondFactor: undefined }] }).providers).toHaveLength(1);
  });

  test('what is no JSON, by line and column', () => {
    const long = JSON.stringify({ providers: [WHOLE] }, null, 2).replace('"kith"', ']');
    expect(() => parseProviders('providers.json', long, secretOf)).toThrow(
      'providers.json, line 7, column 19: This is not JSON.',
    );
    expect(() => parseProviders('providers.json', ']', secretOf)).toThrow(
      'providers.json, line 1, column 1: This is not',
    );
    expect(() => parseProviders('providers.json', '{"providers":', secretOf)).toThrow('line 1, column 14: This is not');
  });

  test('a file that is not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-providers-'));
    await expect(readProviders(join(folder, 'none.json'), secretOf)).rejects.toMatchObject({
      code: 'sign-in/providers-file',
    });
    await writeFile(join(folder, 'one.json'), JSON.stringify({ providers: [WHOLE] }));
    expect((await readProviders(join(folder, 'one.json'), secretOf)).providers).toHaveLength(1);
    await rm(folder, { recursive: true });
  });
});
