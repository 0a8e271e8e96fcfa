import type { Access, Actor } from '#access';
import type { areaAt, ImportRow } from '#exchange/area-files';
import { t } from '#language';
import type { Clock } from '#kernel';
import type { Aggregates } from '#lost-learning';
import type { PublishedStatistics } from '#place';
import type { QualityFindings } from '#quality';
import type { SignIn } from '#sign-in';
import type { Operation } from './operation.ts';

/** Everything a page may need, handed in by the composition root. Pages open nothing themselves. */
export type WebContext = {
  readonly clock: Clock;
  readonly access: Access;
  /** Who looks: whoever signed in and asks, or the one single user where there is no sign-in. */
  readonly actor: Actor;
  /** Undefined: one single user on this machine. */
  readonly signIn?: SignIn | undefined;
  /** People to be, in a process that was started as the demonstration; undefined in every other. */
  readonly cast?: readonly CastMember[] | undefined;
  /** Where browsers reach this Kith; undefined: at this machine only, by whatever name it has for itself. */
  readonly origin?: URL | undefined;
  readonly limits?: Limits | undefined;
  /** How an answer waits for its step (in-step.ts). Undefined: as long as it is told; tests have one that does not wait. */
  readonly wait?: ((milliseconds: number) => Promise<unknown>) | undefined;
  /** Undefined where nobody watches over the process, as in most tests. */
  readonly operation?: Operation | undefined;
  readonly area: AreaContext;
  /** What the pages show, or why they cannot yet. Asked once a request. */
  readonly account: () => Promise<AccountState>;
  readonly published: PublishedStatistics;
};

/** Somebody to be, and in one English sentence who that is and what to look at. */
export type CastMember = Actor & { readonly about?: string };

/** How often may be asked, before the answer is to wait a little. */
export type Limits = {
  /** Pages in a minute of one person who signed in. */
  readonly pages: number;
  /** Pages in a minute of visitors from one address; behind a proxy all have one. */
  readonly visits: number;
  /** Steps of signing in, in a minute, from one address. */
  readonly signIns: number;
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
      /** The imports it was worked out from; undefined: all of them. */
      readonly imports?: readonly string[];
      /** Whether this is still what is shown; undefined: for good. */
      readonly isShown?: () => boolean;
    }
  | { readonly kind: 'working'; readonly words: string; readonly percent: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly reason: string };
