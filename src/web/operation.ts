import type { OwnFault } from '#kernel';

/** What whoever runs this process hands in, so that machines can tell whether it works and how well. */
export type Operation = {
  /** Asked to stop: requests under way finish, new ones belong elsewhere. */
  readonly isStopping: () => boolean;
  /** Resolves when the records answer; throws when they do not. */
  readonly askRecords: () => Promise<unknown>;
  /** A request comes in. */
  readonly onRequest?: ((method: string) => void) | undefined;
  /** It has its answer. */
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
  /** The use of a record was restricted, or that was lifted: no more than that. */
  readonly onRestriction?: ((event: RestrictionEvent) => void) | undefined;
  /** Something went wrong in Kith. Undefined: it is said on standard error. */
  readonly onFault?: ((fault: RequestFault) => void) | undefined;
};

export type RestrictionEvent = 'restriction-set' | 'restriction-lifted';

/** One request as logs and figures may know it: never who asked, of whom, or from where. */
export type Answered = {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  /** The pattern of the route, with names in place of what stood there; `none` where no route fits. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Why it was refused; undefined where it was not. */
  readonly refused: RefusalKind | undefined;
};

/**
 * Why a request is refused, a word a reason: the person may not; another site sent it or fetched from here; it asked for
 * another host name; more came in a minute than anybody reads; what was sent cannot be used.
 */
export const REFUSALS = ['not-permitted', 'another-site', 'another-name', 'too-often', 'not-usable'] as const;
export type RefusalKind = (typeof REFUSALS)[number];

/** Something went wrong in Kith while a request was answered; `id` undefined: in work that a request had begun. */
export type RequestFault = {
  readonly id?: string;
  readonly at: string;
  readonly method?: string;
  readonly route: string;
  readonly fault: OwnFault;
};
