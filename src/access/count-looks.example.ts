import type { Access } from './access.ts';
import { singleUser } from './actor.ts';

/** How many looks for oversight stood before this one, which is one too. */
export async function countLooks(access: Access): Promise<number> {
  return access.actingAs(singleUser, 'oversight', { kind: 'area' }, async (tx) => {
    const { looks } = await tx
      .selectFrom('access.look')
      .where('purpose', '=', 'oversight')
      .select(({ fn }) => fn.countAll<string>().as('looks'))
      .executeTakeFirstOrThrow();
    return Number(looks) - 1;
  });
}
