import { today, type Instant } from '#kernel';
import { TIMED_CLASSES, type Actor, type TimedClass } from '#access';
import { countReceived, rewriteReceived } from '#exchange/area-files';
import { scrubRecords } from '#store';
import type { Erasing } from './erase.ts';
import { listHolds } from './hold.ts';
import { listRestrictions } from './restriction.ts';
import {
  isPersonal,
  momentBefore,
  pastRemoval,
  RETENTION,
  retentionClasses,
  type RetentionClass,
  type RetentionRow,
} from './retention.ts';

/** A class of data, how long it is kept, and how much of it is past its time. */
export type KeptClass = RetentionRow & { readonly class: RetentionClass; readonly past: number };

/**
 * How much of each class of data is past its time (lines of files, rows of records); with `apply`, that much was removed.
 * What a hold or a restriction keeps is not counted and not removed.
 */
export async function keepInTime(erasing: Erasing, actor: Actor, apply: boolean): Promise<readonly KeptClass[]> {
  const { area, records, clock, access, publish } = erasing;
  const now = today(clock);
  const holds = (await listHolds(access, actor)).flatMap(({ held, lifted }) => (held && !lifted ? [held] : []));
  const restricted = (await listRestrictions(access, actor)).flatMap(({ upn, lifted }) =>
    upn && !lifted ? [{ upn }] : [],
  );
  const removal = pastRemoval(now, [...holds, ...restricted]);
  const counts = new Map<RetentionClass, number>();
  for (const [kind, lines] of await countReceived(area, removal)) if (isPersonal(kind)) counts.set(kind, lines);
  // Whether someone may is asked before anything is removed.
  const before = (name: TimedClass): Instant => momentBefore(RETENTION[name].years, now);
  const cleared = await access.clearPastTime(
    actor,
    {
      looks: before('looks'),
      ties: before('ties'),
      consents: before('consents'),
      notes: before('notes'),
      emergencies: before('emergencies'),
      requests: before('requests'),
    },
    apply,
  );
  for (const name of TIMED_CLASSES) counts.set(name, cleared[name]);
  if (apply) {
    const rewritten = await rewriteReceived(area, removal, 'past-its-time', clock);
    if (rewritten.length > 0) await publish();
    await scrubRecords(records);
  }
  return retentionClasses().map((name) => ({ class: name, ...RETENTION[name], past: counts.get(name) ?? 0 }));
}
