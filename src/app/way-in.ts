import { Refusal, type Clock } from '#kernel';
import { createThreshold } from '#access';
import { CAST } from '#demo';
import { createSignIn, SESSION_LENGTHS } from '#sign-in';
import type { Manifest, Records } from '#store';
import type { WebContext } from '#web';
import { LOOPBACK, type Reach } from './listening.ts';

/** How people come in: one single user, the cast of the demonstration, or whoever signs in. */
export type WayIn = 'single-user' | 'demonstration' | 'sign-in';

/** Decides it, or refuses. Who started the process says so; an area’s own files never do. */
export function chooseWayIn(
  manifest: Pick<Manifest, 'demonstration'>,
  asked: { readonly singleUser: boolean; readonly demonstration: boolean },
  reach: Reach,
): WayIn {
  if (asked.singleUser) {
    if (reach.origin === undefined) return 'single-user';
    throw new Refusal(
      'serve/single-user-reach',
      'A single user is for this machine only. Leave out --single-user, or KITH_ORIGIN.',
    );
  }
  if (asked.demonstration && manifest.demonstration) return 'demonstration';
  if (reach.settings !== undefined) return 'sign-in';
  if (manifest.demonstration && reach.origin === undefined) return 'single-user';
  throw new Refusal(
    'serve/single-user',
    'Nobody can sign in here yet. Name providers in a file and set KITH_PROVIDERS to it; or, if it is right for you that whoever uses this machine while Kith runs can see every child in this area, start it with --single-user.',
  );
}

/** What the pages need to know of signing in; nothing where there is one single user. */
export async function openWayIn(
  way: WayIn,
  from: {
    readonly reach: Reach;
    readonly port: number;
    readonly records: Records;
    readonly clock: Clock;
  },
): Promise<Pick<WebContext, 'signIn' | 'cast' | 'origin'>> {
  if (way === 'single-user') return {};
  const { reach, port, records, clock } = from;
  const { settings = { providers: [], passkeys: false, lengths: SESSION_LENGTHS }, origin } = reach;
  const demonstration = way === 'demonstration';
  const signIn = createSignIn({
    ...settings,
    threshold: createThreshold(records),
    clock,
    origin: origin ?? new URL(`http://${LOOPBACK}:${port}`),
    demonstration,
  });
  await signIn.clear();
  return { signIn, cast: demonstration ? CAST : undefined, origin };
}
