import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { messageOf, Refusal } from '#kernel';
import { singleUser, type Access, type ChildYearRow } from '#access';
import { stepsOn, type Terminal } from '#cli';
import { Aggregates, aggregatesForm } from '#lost-learning';
import { QualityFindings, qualityForm } from '#quality';
import { readManifest, type AreaFolder } from '#store';
import type { AccountState } from '#web';
import { listsForm } from '#worklists';
import { aggregatesFolder, findingsFolder, publishArea } from './publish-area.ts';

export type Keeper = {
  /** What pages can show now. Notices files that came in since, also from another process, and starts on them. */
  readonly state: () => Promise<AccountState>;
  /** Resolves when there is something to show, or nothing to work out. */
  readonly shows: () => Promise<void>;
  readonly stop: () => void;
};

type Shown = {
  readonly version: number;
  /** The imports it was worked out from. */
  readonly imports: readonly string[];
  readonly aggregates: Aggregates;
  readonly findings: QualityFindings;
};

/** Keeps what pages show in step with the area’s files: a newer manifest is worked out behind the pages of the one before. */
export function keepPublished(area: AreaFolder, access: Access, terminal: Terminal): Keeper {
  let shown: Shown | undefined;
  let work: { readonly version: number; readonly done: Promise<void> } | undefined;
  let progress = { words: 'Starting', percent: 0 };
  let failed: { readonly version: number; readonly reason: string } | undefined;
  const stopping = new AbortController();
  const steps = stepsOn(terminal);

  const onStep = (done: number, total: number, words: string): void => {
    progress = { words, percent: Math.round((done / Math.max(1, total)) * 100) };
    steps(done, total, words);
  };

  const show = async (version: number): Promise<void> => {
    const before = shown;
    const findings = await QualityFindings.open(findingsFolder(area, version));
    const imports = (await readManifest(area)).imports.map(({ id }) => id);
    shown = { version, imports, aggregates: await Aggregates.open(aggregatesFolder(area, version)), findings };
    // Requests under way still read the one before: it goes when they have had time to finish.
    if (before) setTimeout(() => closeShown(before), 60_000).unref();
  };

  const catchUp = async (version: number): Promise<void> => {
    try {
      const { files } = await readManifest(area);
      if (files.length === 0) {
        await access.publish(singleUser, nothing());
        close();
      } else if ((await publishedVersion(area)) === version) {
        await show(version);
      } else {
        const latestFirst = shown === undefined ? 1 : undefined;
        const { complete } = await publishArea(area, access, terminal.clock, onStep, stopping.signal, latestFirst);
        if (!complete) {
          await show(version);
          await publishArea(area, access, terminal.clock, onStep, stopping.signal);
        }
        await show(version);
      }
      await markPublished(area, version);
    } catch (error) {
      if (stopping.signal.aborted) return; // the records were closed under it: the next start works it out again
      failed = { version, reason: error instanceof Refusal ? error.message : 'The account could not be worked out.' };
      terminal.err(`The account of version ${version} could not be worked out: ${messageOf(error)}\n`);
    } finally {
      work = undefined;
    }
  };

  // Everything was taken out again: there is nothing left to show.
  const close = (): void => {
    if (shown) closeShown(shown);
    shown = undefined;
  };

  const start = async (): Promise<{ readonly version: number; readonly forgotten: readonly string[] }> => {
    const { version, files, forgotten } = await readManifest(area);
    const stale = files.length === 0 ? (await publishedVersion(area)) !== version : shown?.version !== version;
    if (!work && version > 0 && stale && failed?.version !== version) work = { version, done: catchUp(version) };
    return { version: files.length === 0 ? 0 : version, forgotten: forgotten.map(({ id }) => id) };
  };

  return {
    state: async () => {
      const { version, forgotten } = await start();
      if (version === 0) return { kind: 'empty' };
      // What was taken out is not shown on because the figures without it cannot be worked out.
      const outlived = failed?.version === version && shown?.imports.some((id) => forgotten.includes(id));
      if (shown && outlived !== true)
        return { kind: 'ready', ...shown, working: work ? `${progress.words}, ${progress.percent}%.` : undefined };
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

function closeShown({ aggregates, findings }: Shown): void {
  aggregates.close();
  findings.close();
}

/** Works all of an area out anew, in one go and with nobody looking on. */
export async function publishAnew(area: AreaFolder, access: Access, terminal: Terminal): Promise<void> {
  const { version, files } = await readManifest(area);
  if (files.length === 0) await access.publish(singleUser, nothing());
  else await publishArea(area, access, terminal.clock, stepsOn(terminal), new AbortController().signal);
  await markPublished(area, version);
}

async function* nothing(): AsyncGenerator<readonly ChildYearRow[]> {}

/** Which version of the area the records hold, and how it was summed up: written after its publication became visible. */
function markOf(area: AreaFolder): string {
  return join(area.path, 'records-version');
}

async function markPublished(area: AreaFolder, version: number): Promise<void> {
  await writeFile(markOf(area), `${version} ${await publishedForm()}`);
}

async function publishedVersion(area: AreaFolder): Promise<number> {
  const text = await readFile(markOf(area), 'utf8').catch(() => '');
  const [version, form] = text.split(' ');
  // What an older Kith summed up may lack what pages read now: it is worked out again.
  return form === (await publishedForm()) ? Number(version) : 0;
}

/** What the published sums, lists and findings were made by. */
async function publishedForm(): Promise<string> {
  return (await Promise.all([aggregatesForm(), listsForm(), qualityForm()])).join('-');
}
