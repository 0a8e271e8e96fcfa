import type { Agreement, SharedClass } from '#access';
import type { Figure } from '#disclosure';
import type { CalendarDate } from '#kernel';

/** What a process of Kith is set to, as far as an impact assessment tells it. No secret is in it. */
export type SettingsInForce = {
  /** `bound`: on a server, with a login that row security binds. */
  readonly records: 'embedded' | 'bound' | 'not-bound';
  /** Whether seals are kept outside the area’s folder. */
  readonly sealsApart: boolean;
  /** Where browsers reach it; undefined: at its own machine only. */
  readonly origin: string | undefined;
  /** Undefined where nobody signs in. */
  readonly signIn: SignInInForce | undefined;
};
export type SignInInForce = {
  readonly providers: readonly {
    readonly title: string;
    readonly issuer: string;
    readonly for: string;
    readonly secondFactor: boolean;
  }[];
  readonly passkeys: boolean;
  readonly hours: number;
  readonly idleMinutes: number;
  readonly familyIdleMinutes: number;
};

/** What an impact assessment says of one area. Counts of people are protected. */
export type AssessedArea = {
  readonly name: string;
  readonly on: CalendarDate;
  /** Children in the account, and of those a yes to sharing stands for now, by who may read what. */
  readonly children: Figure;
  readonly consents: readonly {
    readonly organisation: string;
    readonly class: SharedClass;
    readonly children: Figure;
  }[];
  readonly schools: number;
  readonly years: readonly string[];
  /** Kinds of files that were brought in. */
  readonly kinds: readonly string[];
  /** In force or still to come, with the names of those who agreed; how many have ended. */
  readonly agreements: readonly NamedAgreement[];
  readonly agreementsEnded: number;
  /** Whether legal holds stand: of one, a count would tell when a claim about a child began. */
  readonly holds: boolean;
  readonly settings: SettingsInForce;
};
export type NamedAgreement = Agreement & {
  readonly giverName: string;
  readonly receiverName: string;
  readonly state: 'in-force' | 'to-come';
};
