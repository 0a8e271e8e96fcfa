import { sql } from 'kysely';
import type { Instant } from '#kernel';

/** Who acts and when, as the transaction itself knows them: nobody signs with another’s name or at another moment. */
export const SIGNED = {
  actor: sql<string>`access.me()`,
  actor_name: sql<string>`access.my_name()`,
  at: sql<Instant>`access.at()`,
} as const;
