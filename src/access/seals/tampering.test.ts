import { sql } from 'kysely';
import { copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outsideFile } from './outside-file.ts';
import { openSealedWorld, type SealedWorld } from './sealed-world.example.ts';
import { sealShape, type Seal } from './seal.ts';
import { createSealing } from './sealing.ts';
import { verifyLooks, type Verdict } from './verifying.ts';

let world: SealedWorld;
beforeAll(async () => {
  world = await openSealedWorld();
}, 300_000);
afterAll(() => world.close());

/** Three seals: looks 1 to 4, 5 to 8, 9 to 12, ten minutes apart; and looks 13 and 14, which wait. */
beforeEach(async () => {
  await world.clear();
  for (let at = 0; at < 3; at += 1) {
    await world.look(4);
    await world.seal(false);
    world.clock.move(20 * 60_000);
  }
  await world.look(2);
});

function verify(options: { readonly copy?: string; readonly publicKey?: string } = {}): Promise<Verdict> {
  return verifyLooks(world.records, { folder: world.folder, ...options });
}

async function faults(options = {}): Promise<readonly string[]> {
  return (await verify(options)).faults.map(({ place, problem }) => `${place}: ${problem}`);
}

const owner = (statement: string) => world.asOwner((tx) => sql.raw(statement).execute(tx));
const FILE = () => outsideFile(world.folder);

async function rewriteFile(change: (lines: string[]) => readonly string[]): Promise<void> {
  await writeFile(FILE(), change([...(await world.lines())]).map((line) => `${line}\n`).join(''));
}

function sealOf(line: string | undefined): Seal {
  return sealShape.parse(JSON.parse(line ?? ''));
}

test('what nobody touched stands, and what is sealed since when is told', async () => {
  expect(await verify()).toEqual({
    faults: [],
    moreFaults: 0,
    seals: 3,
    looks: 12,
    since: '2025-01-06T09:00:00.000000Z',
    until: '2025-01-06T09:40:00.000000Z',
    unsealed: 2,
    cutShort: 0,
  });
});
