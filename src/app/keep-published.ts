import { setTimeout as pause } from 'node:timers/promises';
import { broken, Refusal, tellable } from '#kernel';
import { publicationNow, singleUser, type Access, type ChildYearRow, type Publication } from '#access';
import { stepsOn, type Terminal } from '#cli';
import { areaIdOf, isUnreachable, readManifest, takeLease, type AreaFolder, type Manifest, type Records } from '#store';
import type { AccountState } from '#web';
import { checkArea } from './check-area.ts';
import { madeOf } from './made-of.ts';
import { publishArea, type HowToPublish } from './publish-area.ts';
import { closeShown, findShown, type Shown } from './shown.ts';
import { timed, type TellPublished } from './timed-publication.ts';

export type Keeper = {
  /** What pages can show now. Notices files that came in since, also from another process, and starts on them. */
  readonly state: () => Promise<AccountState>;
  /** Resolves when there is something to show, or nothing to work out. */
  readonly shows: () => Promise<void>;
  readonly stop: () => void;
};

/** How often a process that waits for another asks again whether it is done, and whether its lease is free. */
const ASKS_AGAIN = 500;

/**
 * Keeps what pages show in step with the area’s files: a newer manifest is worked out behind the pages of the one before.
 * What the records hold is what they say themselves (account.publication). Of several processes with the same records
 * one works it out, under a lease; the others wait for what it publishes, or take over where it ends.
 */
export function keepPublished(
  area: AreaFolder,
  records: Records,
  access: Access,
  terminal: Terminal,
  tell: TellPublished = () => undefined,
): Keeper {
  let shown: Shown | undefined;
  /** The version of an area without files that the records are known to hold. */
  let emptied: number | undefined;
  let work: { readonly version: number; readonly done: Promise<void> } | undefined;
  let progress = { words: 'Starting', percent: 0 };
  let failed: { readonly version: number; readonly reason: string } | undefined;
  const stopping = new AbortController();
  const steps = stepsOn(terminal);

  const onStep = (done: number, total: number, words: string): void => {
    progress = { words, percent: Math.round((done / Math.max(1, total)) * 100) };
    steps(done, total, words);
  };

  const replaceShown = (next: Shown | undefined): void => {
    const before = shown;
    shown = next;
    // Requests under way still read the one before: it goes when they have had time to finish.
    if (before) setTimeout(() => closeShown(before), 60_000).unref();
  };

  /** Shows the publication, where it is what the files say; false where its sums are not there, as after a restore. */
  const show = async (publication: Publication, manifest: Manifest): Promise<boolean> => {
    if (manifest.files.length === 0) {
      replaceShown(undefined);
      emptied = manifest.version;
      return true;
    }
    if (shown?.publication === publication.version) return true;
    const found = await findShown(area, publication, manifest);
    if (found) replaceShown(found);
    return found !== undefined;
  };

  /** Opens sums before they count, so that no page finds those of one version beside the children of another. */
  const prepareFor =
    (manifest: Manifest): NonNullable<HowToPublish['prepare']> =>
    async (version, { madeOf: made, results }) => {
      const next =
        made === (await madeOf(manifest)) ? await findShown(area, { version, results }, manifest) : undefined;
      return {
        show: () => next && replaceShown(next),
        drop: () => next && closeShown(next),
      };
    };

  const publish = async (manifest: Manifest, latestFirst: boolean): Promise<void> => {
    if (manifest.files.length > 0) {
      const how = {
        behind: shown !== undefined,
        mostYears: latestFirst ? 1 : undefined,
        prepare: prepareFor(manifest),
      };
      await publishArea(area, access, terminal.clock, onStep, stopping.signal, how);
    } else {
      const about = { area: await areaIdOf(area), madeOf: await madeOf(manifest) };
      await access.publish(singleUser, nothing(), about);
    }
  };

  /** One step towards showing what the files say: true when they are shown, all of them. */
  const step = async (made: Set<string>): Promise<boolean> => {
    const manifest = await readManifest(area);
    const wanted = await madeOf(manifest);
    const found = await publicationNow(records, terminal.clock);
    await checkArea(area, found);
    const current = found?.madeOf === wanted ? found : undefined;
    const shows = current !== undefined && (await show(current, manifest));
    if (shows && current.complete) return true;
    if (current && !shows && made.has(wanted)) throw broken('app/not-shown', 'what was published cannot be opened');
    const lease = await takeLease(records, 'publish');
    if (!lease) {
      progress = { words: 'Another process of Kith is working it out', percent: 0 };
      await pause(ASKS_AGAIN, undefined, { signal: stopping.signal });
      return false;
    }
    try {
      // Whoever had the lease until now may have finished.
      if ((await publicationNow(records, terminal.clock))?.version !== found?.version) return false;
      const first = shown === undefined && current === undefined;
      await timed({ clock: terminal.clock, stopping: stopping.signal, tell }, () => publish(manifest, first));
      made.add(wanted);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'access/publish-overtaken')) throw error;
    } finally {
      await lease.release();
    }
    return false;
  };

  const catchUp = async (version: number): Promise<void> => {
    const made = new Set<string>();
    try {
      for (;;) {
        try {
          if (await step(made)) return;
        } catch (error) {
          if (stopping.signal.aborted || !isUnreachable(records, error)) throw error;
          // A server that is started again is no fault of the files.
          progress = { words: 'Waiting for the records database', percent: 0 };
          await pause(ASKS_AGAIN * 10, undefined, { signal: stopping.signal });
        }
      }
    } catch (error) {
      if (stopping.signal.aborted) return; // the records were closed under it: the next start works it out again
      failed = { version, reason: error instanceof Refusal ? error.message : 'The account could not be worked out.' };
      terminal.err(`The account of version ${version} could not be worked out: ${tellable(error)}\n`);
    } finally {
      work = undefined;
    }
  };

  const start = async (): Promise<{ readonly version: number; readonly forgotten: readonly string[] }> => {
    const { version, files, forgotten } = await readManifest(area);
    const stale = files.length === 0 ? emptied !== version : shown?.version !== version;
    if (!work && version > 0 && stale && failed?.version !== version) work = { version, done: catchUp(version) };
    return { version: files.length === 0 ? 0 : version, forgotten: forgotten.map(({ id }) => id) };
  };

  return {
    state: async () => {
      const { version, forgotten } = await start();
      if (version === 0) return { kind: 'empty' };
      // What was taken out is not shown on because the figures without it cannot be worked out.
      const outlived = failed?.version === version && shown?.imports.some((id) => forgotten.includes(id));
      if (shown && outlived !== true) {
        const now = shown;
        const working = work ? `${progress.words}, ${progress.percent}%.` : undefined;
        return { kind: 'ready', ...now, isShown: () => shown === now, working };
      }
      if (work) return { kind: 'working', ...progress };
      return { kind: 'failed', reason: failed?.reason ?? 'The account could not be worked out.' };
    },
    shows: async () => {
      await start();
      while (work && !shown) await Promise.race([work.done, pause(100)]);
    },
    stop: () => {
      stopping.abort();
      if (shown) closeShown(shown);
    },
  };
}

/** Works all of an area out anew, in one go and with nobody looking on. */
export async function publishAnew(
  area: AreaFolder,
  records: Records,
  access: Access,
  terminal: Terminal,
): Promise<void> {
  const lease = await takeLease(records, 'publish');
  if (!lease) {
    throw new Refusal(
      'rights/being-published',
      'Another process of Kith is working this area out. Stop it, or wait until it is ready, and start this again.',
    );
  }
  try {
    const manifest = await readManifest(area);
    if (manifest.files.length > 0) {
      const how = { behind: false, mostYears: undefined };
      await publishArea(area, access, terminal.clock, stepsOn(terminal), new AbortController().signal, how);
    } else {
      const about = { area: await areaIdOf(area), madeOf: await madeOf(manifest) };
      await access.publish(singleUser, nothing(), about);
    }
  } finally {
    await lease.release();
  }
}

async function* nothing(): AsyncGenerator<readonly ChildYearRow[]> {}
