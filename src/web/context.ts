import type { Access, Actor } from '#access';
import type { areaAt, ImportRow } from '#exchange/area-files';
import { t } from '#language';
import type { Clock } from '#kernel';
import type { Aggregates } from '#lost-learning';
import type { PublishedStatistics } from '#place';
import type { QualityFindings } from '#quality';

/** Everything a page may need, handed in by the composition root. Pages open nothing themselves. */
export type WebContext = {
  readonly clock: Clock;
  readonly access: Access;
  /** Who looks. One person on one machine, until sign-in exists. */
  readonly actor: Actor;
  readonly area: AreaContext;
  /** What the pages show, or why they cannot yet. Asked once a request. */
  readonly account: () => Promise<AccountState>;
  readonly published: PublishedStatistics;
};

export type AreaContext = {
  readonly folder: ReturnType<typeof areaAt>;
  readonly name: string;
  /** Made by `kith demo`: every page says that its people are invented. */
  readonly demonstration: boolean;
  /** Code or name of the region whose published figures stand beside the area’s. */
  readonly region: string | undefined;
  readonly imports: () => Promise<readonly ImportRow[]>;
};

/** What an area is called that has not been given a name. */
export const UNNAMED_AREA = 'This area';

/** The area’s name as it stands by itself. */
export function nameOfArea({ name }: Pick<AreaContext, 'name'>): string {
  return name === UNNAMED_AREA ? t('words.unnamed-area') : name;
}

/** The area’s name as it stands inside a sentence. */
export function nameInside({ name }: Pick<AreaContext, 'name'>): string {
  return name === UNNAMED_AREA ? t('words.this-area') : name;
}

export type AccountState =
  /** `working` is set while a newer version is being worked out: pages show the one before, and say so. */
  | {
      readonly kind: 'ready';
      readonly version: number;
      readonly aggregates: Aggregates;
      readonly findings: QualityFindings;
      readonly working: string | undefined;
    }
  | { readonly kind: 'working'; readonly words: string; readonly percent: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly reason: string };
