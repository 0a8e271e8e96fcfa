// Made from the migrations by scripts/generate-schema.ts: run it after any change there, change nothing here.
import type { Instant } from '#kernel';
import type { ColumnType } from 'kysely';

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface AccessActor {
  ended_at: Instant | null;
  id: string;
  name: string;
  role: string;
  scope: string;
  since: Instant;
}

export interface AccessLook {
  actor: string;
  actor_name: string;
  at: Instant;
  id: Generated<Int8>;
  permitted: boolean;
  purpose: string;
  reason: string;
  role: string;
  subject_key: string;
  subject_kind: string;
}

export interface AccessTie {
  actor: string;
  ended_at: Instant | null;
  id: Generated<number>;
  since: Instant;
  upn: string | null;
  urn: number | null;
}

export interface AccountabilityChallenge {
  acting_for: string | null;
  actor: string;
  actor_name: string;
  at: Instant;
  id: string;
  measure: string;
  page: string;
  period: string;
  place: string;
  reason: string;
  urn: number | null;
  words: string | null;
  working_days: number;
}

export interface AccountabilityChallengeEvent {
  actor: string;
  actor_name: string;
  answered_for: string | null;
  at: Instant;
  because: string | null;
  challenge: string;
  kind: string;
  number: number;
  outcome: string | null;
  reply: string | null;
}

export interface AccountabilityMissionEvent {
  actor: string;
  actor_name: string;
  at: Instant;
  kind: string;
  mission: string;
  number: number;
  said: Json;
}

export interface AccountabilityReplyPromise {
  actor: string;
  actor_name: string;
  at: Instant;
  number: number;
  working_days: number;
}

export interface AccountCard {
  academic_year: string;
  away: number;
  leads: boolean;
  nth: number;
  upn: string;
  urn: number;
  urns: number[];
  version: number;
  words: string;
}

export interface AccountChildYear {
  academic_year: string;
  access_failure: number;
  attended: number;
  authorised: number;
  calendar: number;
  facts: Json;
  family_name: string | null;
  given_name: string | null;
  lost_absence: number;
  lost_extended: number;
  lost_headline: number;
  minutes_lost: number;
  not_required: number;
  off_roll: number;
  part_time: number;
  possible: number;
  sessions: Buffer;
  sex: string | null;
  suspended: number;
  unauthorised: number;
  unmarked: number;
  unrecorded_dual: number;
  upn: string;
  urns: number[];
  version: number;
  year_group: number | null;
}

export interface AccountCurrentPublication {
  the_one: Generated<boolean>;
  version: number;
}

export interface AccountPublication {
  area: string | null;
  child_years: Generated<number>;
  complete: Generated<boolean>;
  created_at: Instant;
  known_at: Instant | null;
  made_of: string | null;
  published_at: Instant | null;
  results: string | null;
  state: string;
  version: Generated<number>;
}

export interface AccountWord {
  academic_year: string;
  nths: number[];
  version: number;
  word: string;
}

export interface WorklistDeparted {
  counted: number;
  family_name: string | null;
  given_name: string | null;
  left_at: Instant;
  list: string;
  listed_at: Instant;
  since: string;
  upn: string;
  urn: number;
  urns: number[];
  year_group: number | null;
}

export interface WorklistEntry {
  academic_year: string;
  class: string | null;
  counted: number;
  detail: Json;
  due: string | null;
  entered_on: string;
  family_name: string | null;
  fsm: boolean | null;
  given_name: string | null;
  in_care: boolean | null;
  list: string;
  listed_at: Instant;
  nth: number;
  overdue: boolean;
  sen: string | null;
  sex: string | null;
  since: string;
  until: string;
  upn: string;
  urn: number;
  urns: number[];
  version: number;
  year_group: number | null;
}

export interface WorklistSeen {
  actor: string;
  at: Instant;
  subject_key: string;
}

export interface WorklistTally {
  entries: number;
  list: string;
  listed_at: Instant;
  overdue: number;
  urn: number;
  version: number;
}

export interface WorklistTotal {
  entries: number;
  list: string;
  overdue: number;
  version: number;
}

export interface DB {
  'access.actor': AccessActor;
  'access.look': AccessLook;
  'access.tie': AccessTie;
  'account.card': AccountCard;
  'account.child_year': AccountChildYear;
  'account.current_publication': AccountCurrentPublication;
  'account.publication': AccountPublication;
  'account.word': AccountWord;
  'accountability.challenge': AccountabilityChallenge;
  'accountability.challenge_event': AccountabilityChallengeEvent;
  'accountability.mission_event': AccountabilityMissionEvent;
  'accountability.reply_promise': AccountabilityReplyPromise;
  'worklist.departed': WorklistDeparted;
  'worklist.entry': WorklistEntry;
  'worklist.seen': WorklistSeen;
  'worklist.tally': WorklistTally;
  'worklist.total': WorklistTotal;
}
