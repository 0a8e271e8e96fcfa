import { addActor, createThreshold, singleUser, type Access, type Actor } from '#access';
import type { Clock } from '#kernel';
import { createSignIn, subjectKey, type SignIn, type SignInSettings } from '#sign-in';
import { beginTransaction } from '#store';
import { openAccess } from './open-access.ts';

/** Three people to sign in, until a test says otherwise. */
export const SIGNING_IN = {
  administrator: { id: 'asha', name: 'Asha Verma', role: 'area-administrator', scope: 'area' },
  officer: { id: 'owen', name: 'Owen Pryce', role: 'area-officer', scope: 'area' },
  lead: { id: 'lena', name: 'Lena Fox', role: 'inclusion-lead', scope: 'ties' },
} as const satisfies Readonly<Record<string, Actor>>;

export type SignInWorld = {
  readonly access: Access;
  readonly signIn: (settings: SignInSettings, origin: string, demonstration?: boolean) => SignIn;
  /** Says that a subject of an issuer is this actor, as the owner of the database: nobody else may without an invitation. */
  readonly tie: (provider: string, issuer: string, subject: string, actor: Actor) => Promise<void>;
  readonly close: () => Promise<void>;
} & Pick<Awaited<ReturnType<typeof openAccess>>, 'records'>;

/** Records with these people in them, and sign-in on top. */
export async function openSignInWorld(clock: Clock): Promise<SignInWorld> {
  const { access, records, close } = await openAccess(clock);
  await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
    for (const actor of Object.values(SIGNING_IN)) await addActor(tx, actor, clock);
  });
  return {
    access,
    records,
    close,
    signIn: (settings, origin, demonstration = false) =>
      createSignIn({
        ...settings,
        threshold: createThreshold(records),
        clock,
        origin: new URL(origin),
        demonstration,
      }),
    tie: (provider, issuer, subject, actor) =>
      beginTransaction(
        records,
        async (tx) =>
          void (await tx
            .insertInto('access.identity')
            .values({
              subject: subjectKey(issuer, subject),
              provider,
              actor: actor.id,
              tied_by: 'test',
              since: clock.now(),
            })
            .execute()),
      ),
  };
}
