import { singleUser } from '#access';
import type { Clock } from '#kernel';
import type { SignIn } from '#sign-in';
import type { WebContext } from '#web';
import { carriedFigures } from './carried-figures.ts';
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts';

/** All that pages need where people sign in, for an area that has no files yet. */
export type SignedInWeb = SignInWorld & {
  readonly web: (signIn: SignIn | undefined, about?: Partial<WebContext>) => WebContext;
};

export async function openSignedInWeb(clock: Clock): Promise<SignedInWeb> {
  const world = await openSignInWorld(clock);
  const published = await carriedFigures();
  return {
    ...world,
    web: (signIn, about = {}) => ({
      clock,
      access: world.access,
      actor: singleUser,
      signIn,
      account: async () => ({ kind: 'empty' }),
      published,
      wait: () => Promise.resolve(),
      area: {
        folder: { path: '/nowhere', received: '/nowhere', parsed: '/nowhere', derived: '/nowhere' },
        name: 'Northvale',
        demonstration: false,
        region: undefined,
        imports: async () => [],
      },
      ...about,
    }),
  };
}
