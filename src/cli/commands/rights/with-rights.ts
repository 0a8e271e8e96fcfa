import type { Access, Actor } from '#access';
import type { Erasing, SettingsInForce } from '#rights';

/** An area that is open for what someone’s rights ask, and who acts. */
export type OpenRights = Erasing & {
  readonly access: Access;
  readonly actor: Actor;
  /** What the process is set to, asked only where it is told. */
  readonly settings: () => Promise<SettingsInForce>;
};

/** Opens an area, does the work, and closes it again. Made by the composition root. */
export type WithRights = <T>(
  folder: string,
  as: string | undefined,
  work: (open: OpenRights) => Promise<T>,
) => Promise<T>;
