import { Refusal } from '#kernel';
import { createAccess, singleUser, type Access, type Actor } from '#access';
import type { Terminal, WithRights } from '#cli';
import { findStore } from '#exchange/area-files';
import { finishErasure, type Erasing } from '#rights';
import { closeRecords, openRecords, type AreaFolder, type Records } from '#store';
import { publishAnew } from './keep-published.ts';
import { recordsPlace } from './records-place.ts';
import { settingsInForce } from './settings-in-force.ts';

/** Opens an area for what someone’s rights ask, with nobody else in it. What a stop cut short is finished first. */
export function rightsOf(terminal: Terminal): WithRights {
  return async (folder, as, work) => {
    const area = await findStore(folder);
    if (!area) {
      throw new Refusal(
        'rights/no-area',
        `There is no area at ${folder}. Give the folder that files were imported into.`,
      );
    }
    const records = await openRecords(recordsPlace(area));
    try {
      const access = createAccess(records, terminal.clock);
      const erasing = erasingOf(area, records, access, terminal);
      await finishBegun(erasing, terminal);
      const actor = as === undefined ? singleUser : actorNamed(as);
      return await work({ ...erasing, actor, settings: () => settingsInForce(area, records) });
    } finally {
      await closeRecords(records);
    }
  };
}

/** Finishes what a stop cut short, before anything is shown. */
export async function finishRights(
  area: AreaFolder,
  records: Records,
  access: Access,
  terminal: Terminal,
): Promise<void> {
  await finishBegun(erasingOf(area, records, access, terminal), terminal);
}

async function finishBegun(erasing: Erasing, terminal: Terminal): Promise<void> {
  const finished = await finishErasure(erasing, actorNamed);
  if (finished) terminal.err('An erasure that was cut short is finished.\n');
}

function erasingOf(area: AreaFolder, records: Records, access: Access, terminal: Terminal): Erasing {
  return { area, records, access, clock: terminal.clock, publish: () => publishAnew(area, records, access, terminal) };
}

/** The database’s own row for the id decides role and scope; what stands here is for nobody to see. */
function actorNamed(id: string): Actor {
  return { ...singleUser, id, name: id };
}
