import { sql } from 'kysely';
import { writeFile } from 'node:fs/promises';
import { goOnSealing } from './going-on.ts';
import { outsideFile } from './outside-file.ts';
import type { SealedWorld } from './sealed-world.example.ts';
import type { SetAside } from './set-aside.ts';
import { verifyLooks, type VerifyOptions } from './verifying.ts';
import type { Verdict } from './walk.ts';

/** What tests do to a world whose database is put back to an earlier state. */
export type PutBack = {
  readonly owner: (statement: string) => Promise<unknown>;
  readonly goOn: () => Promise<SetAside>;
  readonly verify: (options?: Omit<VerifyOptions, 'folder'>) => Promise<Verdict>;
  readonly faults: (options?: Omit<VerifyOptions, 'folder'>) => Promise<readonly string[]>;
  readonly lookAndSeal: (count: number) => Promise<void>;
  /** Three seals: looks 1 to 4, 5 to 8, 9 to 12, ten minutes apart; and looks 13 and 14, which wait. */
  readonly begin: () => Promise<void>;
  /** The database as a backup has it that was made after seal `number`, and before the looks from `look` on. */
  readonly putBack: (number: number, look: number) => Promise<void>;
  readonly rewriteFile: (change: (lines: string[]) => readonly string[]) => Promise<void>;
};

export function putBackIn(made: () => SealedWorld): PutBack {
  const owner = (statement: string) => made().asOwner((tx) => sql.raw(statement).execute(tx));
  const verify: PutBack['verify'] = (options = {}) =>
    verifyLooks(made().records, { folder: made().folder, ...options });
  const lookAndSeal = async (count: number): Promise<void> => {
    await made().look(count);
    const { kind } = await made().seal(false);
    if (kind !== 'sealed') throw new Error(`looks were to be sealed: ${kind}`);
    made().clock.move(10 * 60_000);
  };
  return {
    owner,
    verify,
    lookAndSeal,
    goOn: () => goOnSealing(made().records, made().clock, made().folder),
    faults: async (options) => (await verify(options)).faults.map(({ place, problem }) => `${place}: ${problem}`),
    begin: async () => {
      await owner('drop table if exists access.kept_look, access.kept_seal');
      await made().clear();
      for (let at = 0; at < 3; at += 1) await lookAndSeal(4);
      await made().look(2);
    },
    putBack: async (number, look) => {
      await owner(`delete from access.seal where number > ${number}`);
      await owner(`delete from access.look where id >= ${look}`);
      await owner(`alter table access.look alter column id restart with ${look}`);
    },
    rewriteFile: async (change) => {
      const lines = change([...(await made().lines())]);
      await writeFile(outsideFile(made().folder), lines.map((line) => `${line}\n`).join(''));
    },
  };
}
