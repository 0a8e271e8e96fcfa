import { calendarDate, monthsLater, randomId, Refusal, today, type CalendarDate, type Clock, type Upn } from '#kernel';
import type { Access, Actor } from '#access';
import type { Tx } from '#store';

/** What someone may ask about their own data, and the article of the UK GDPR that gives the right. */
export const REQUEST_KINDS = { access: 15, erasure: 17, correction: 16, restriction: 18, objection: 21 } as const;
export type RequestKind = keyof typeof REQUEST_KINDS;

export const ASKED_BY = ['child', 'parent', 'someone-for-them'] as const;
export type AskedBy = (typeof ASKED_BY)[number];

/** Why more time is taken (article 12(3)), or a request is refused. */
export const EXTENSIONS = ['complex', 'many-requests'] as const;
export const REFUSALS = ['unfounded', 'excessive', 'exempt', 'law-requires-keeping', 'not-entitled'] as const;
export type Because = (typeof EXTENSIONS)[number] | (typeof REFUSALS)[number];

/** What happens to a request, in the order in which it may. */
export const EVENT_KINDS = [
  'identity-asked',
  'identity-confirmed',
  'extended',
  'fulfilled',
  'refused',
  'withdrawn',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type RequestEvent = {
  readonly kind: EventKind;
  readonly on: CalendarDate;
  readonly because: Because | undefined;
  readonly actorName: string;
};

export type Request = {
  readonly id: string;
  readonly kind: RequestKind;
  /** Whose data: a UPN, or what took its place once the child was erased. */
  readonly about: string;
  readonly askedBy: AskedBy;
  readonly receivedOn: CalendarDate;
  readonly words: string | undefined;
  readonly recordedBy: string;
  readonly events: readonly RequestEvent[];
} & Standing;

/** Where a request stands: worked out from what happened, never stored. */
export type Standing = {
  readonly state: 'open' | 'waits-for-identity' | 'fulfilled' | 'refused' | 'withdrawn';
  /** The last day for an answer; undefined while who asks has yet to be confirmed, and once it is closed. */
  readonly due: CalendarDate | undefined;
  readonly overdue: boolean;
};

/**
 * One month from when it was received, or from when it was confirmed who asks, where that had to be asked; three months
 * where it was extended (UK GDPR article 12(3) and (6)). Months are counted as the Information Commissioner does (received
 * on 31 January: due on 28 or 29 February); a day that is no working day is not moved: earlier than the law allows is safe.
 */
export function standingOf(
  { receivedOn, events }: Pick<Request, 'receivedOn' | 'events'>,
  now: CalendarDate,
): Standing {
  let from: CalendarDate | undefined = receivedOn;
  let months = 1;
  for (const { kind, on } of events) {
    if (kind === 'identity-asked') from = undefined;
    else if (kind === 'identity-confirmed') from = on;
    else if (kind === 'extended') months = 3;
    else return { state: kind, due: undefined, overdue: false };
  }
  if (from === undefined) return { state: 'waits-for-identity', due: undefined, overdue: false };
  const due = monthsLater(from, months);
  return { state: 'open', due, overdue: due < now };
}

export type NewRequest = {
  readonly kind: RequestKind;
  readonly upn: Upn;
  readonly askedBy: AskedBy;
  readonly receivedOn: CalendarDate;
  readonly words: string | undefined;
};

/** Records a request, and answers its id. Traced as a look at the child it is about. */
export async function recordRequest(access: Access, clock: Clock, actor: Actor, request: NewRequest): Promise<string> {
  if (request.receivedOn > today(clock)) {
    throw new Refusal('rights/not-yet', 'A request cannot have been received after today. Check the date.');
  }
  const id = randomId();
  await access.actingAs(actor, 'rights', { kind: 'child', upn: request.upn }, async (tx) => {
    await tx
      .insertInto('rights.request')
      .values({
        id,
        at: clock.now(),
        actor: actor.id,
        actor_name: actor.name,
        kind: request.kind,
        upn: request.upn,
        asked_by: request.askedBy,
        received_on: request.receivedOn,
        words: request.words ?? null,
      })
      .execute();
  });
  return id;
}

/** Adds what happened to a request. Throws `Refusal` where that cannot follow what happened before. */
export async function addEvent(
  access: Access,
  clock: Clock,
  actor: Actor,
  id: string,
  event: Happening,
): Promise<void> {
  await access.actingAs(actor, 'rights', { kind: 'area' }, async (tx) => {
    const request = (await readRequests(tx, today(clock))).find((one) => one.id === id);
    if (!request)
      throw new Refusal('rights/no-request', 'There is no such request. Choose one of those that are listed.');
    const problem = mayFollow(request, event);
    if (problem !== undefined) throw new Refusal('rights/cannot-follow', problem);
    await tx
      .insertInto('rights.request_event')
      .values({
        request: id,
        number: request.events.length + 1,
        at: clock.now(),
        actor: actor.id,
        actor_name: actor.name,
        kind: event.kind,
        happened_on: today(clock),
        because: event.because ?? null,
      })
      .execute();
  });
}

/** Something that happens to a request, with its reason where it has to have one. */
export type Happening = Pick<RequestEvent, 'kind' | 'because'>;
/** What is known of a request that decides what may follow. */
type SoFar = Pick<Request, 'state' | 'events'>;

/** Everything that may follow what happened so far, in order; nothing once it is closed. */
export function listHappenings(request: SoFar): readonly Happening[] {
  return EVENT_KINDS.flatMap((kind): readonly Happening[] => {
    const reasons = reasonsFor(kind);
    return reasons.length === 0 ? [{ kind, because: undefined }] : reasons.map((because) => ({ kind, because }));
  }).filter((happening) => mayFollow(request, happening) === undefined);
}

function reasonsFor(kind: EventKind): readonly Because[] {
  if (kind === 'extended') return EXTENSIONS;
  return kind === 'refused' ? REFUSALS : [];
}

/** The problem where it cannot follow. */
function mayFollow({ state, events }: SoFar, { kind, because }: Happening): string | undefined {
  if (state === 'fulfilled' || state === 'refused' || state === 'withdrawn') {
    return 'The request is closed. Record a new one where something more is asked.';
  }
  if (kind === 'identity-confirmed' && state !== 'waits-for-identity') {
    return 'Nobody was asked who they are. Record that first.';
  }
  if (kind === 'identity-asked' && events.length > 0) return 'Who asks is asked first, or not at all.';
  if (kind === 'extended' && events.some((event) => event.kind === 'extended')) {
    return 'A request is extended once, by two months. It has been.';
  }
  const allowed = reasonsFor(kind);
  if (because === undefined) return allowed.length > 0 ? `Say why: ${allowed.join(', ')}.` : undefined;
  return allowed.includes(because)
    ? undefined
    : `“${because}” is no reason for that. Choose from: ${allowed.join(', ')}.`;
}

/** Every request: what is due first first, then those that wait, then those that are closed, the latest first. */
export async function listRequests(access: Access, clock: Clock, actor: Actor): Promise<readonly Request[]> {
  return access.actingAs(actor, 'rights', { kind: 'area' }, (tx) => readRequests(tx, today(clock)));
}

/** Needs a `tx` acting for `rights`: those that it may see. */
export async function readRequests(tx: Tx, now: CalendarDate): Promise<readonly Request[]> {
  const [requests, events] = [
    await tx.selectFrom('rights.request').selectAll().orderBy('received_on', 'desc').orderBy('id').execute(),
    await tx.selectFrom('rights.request_event').selectAll().orderBy('request').orderBy('number').execute(),
  ];
  const all = requests.map((row): Request => {
    const receivedOn = calendarDate(row.received_on);
    const own = events.filter(({ request }) => request === row.id).map(eventOf);
    return {
      id: row.id,
      kind: oneOf(kinds(), row.kind),
      about: row.upn,
      askedBy: oneOf(ASKED_BY, row.asked_by),
      receivedOn,
      words: row.words ?? undefined,
      recordedBy: row.actor_name,
      events: own,
      ...standingOf({ receivedOn, events: own }, now),
    };
  });
  return all.toSorted((a, b) => place(a).localeCompare(place(b)));
}

function place({ due, state }: Request): string {
  if (due !== undefined) return `0 ${due}`;
  return state === 'waits-for-identity' ? '1' : '2';
}

function eventOf(row: {
  readonly kind: string;
  readonly happened_on: string;
  readonly because: string | null;
  readonly actor_name: string;
}): RequestEvent {
  return {
    kind: oneOf(EVENT_KINDS, row.kind),
    on: calendarDate(row.happened_on),
    because: row.because === null ? undefined : oneOf([...EXTENSIONS, ...REFUSALS], row.because),
    actorName: row.actor_name,
  };
}

export function kinds(): readonly RequestKind[] {
  return Object.keys(REQUEST_KINDS).filter((key): key is RequestKind => key in REQUEST_KINDS);
}

/** One of a list that the database allows no other than. */
export function oneOf<T extends string>(all: readonly T[], text: string): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new TypeError(`rights/unknown-word: ${text}`);
  return found;
}
