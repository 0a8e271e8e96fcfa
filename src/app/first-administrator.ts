import type { Clock } from '#kernel';
import { addActor, singleUser, type Access, type Actor } from '#access';
import { invite, listWays } from '#sign-in';

const FIRST: Actor = {
  id: 'first-administrator',
  name: 'First administrator',
  role: 'area-administrator',
  scope: 'area',
};

/**
 * Where no administrator has a way to sign in, the code of an invitation for one: somebody must be able to let the
 * others in. Each start makes a new code, and the one before no longer works, until it has been used.
 */
export async function inviteFirstAdministrator(access: Access, clock: Clock): Promise<string | undefined> {
  return access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    const people = await listWays(tx, clock);
    if (people.some(({ role, ended, ways }) => role === 'area-administrator' && !ended && ways.length > 0)) {
      return undefined;
    }
    if (!people.some(({ id }) => id === FIRST.id)) await addActor(tx, FIRST, clock);
    return invite(tx, clock, FIRST.id);
  });
}
