import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '#kernel';
import {
  areaAt,
  findToMend,
  importFiles,
  previewFiles,
  saveLayout,
  type Incoming,
  type Preview,
  type ToMend,
} from '#exchange/area-files';
import type { Layout } from '#exchange/layouts';
import type { WebContext } from '../../context.ts';
import { tellFault } from '../../request-log.ts';
import { createQueue, type Job, type Tell } from './jobs.ts';
import {
  findUpload,
  incomingOf,
  removeUpload,
  saveUpload,
  sweepUploads,
  uploadFolder,
  type Upload,
} from './upload-folder.ts';

/** Where uploads wait, are looked at and are brought in: what one process knows of them beyond what is on disk. */
export type Desk = {
  readonly web: WebContext;
  readonly area: ReturnType<typeof areaAt>;
  readonly largestFile: number;
  /** The preview of an upload as it stands: begun where there is none, or where a choice or the area changed since. */
  readonly preview: (upload: Upload) => Promise<Previewing>;
  /** What of the files brought in is not used, worked out once for what the area holds. */
  readonly toMend: () => Promise<{ readonly job: Job<ToMend> }>;
  readonly bringIn: (upload: Upload, bring: Bring) => Promise<void>;
  readonly findImport: (id: string) => Job<string> | undefined;
  readonly drop: (id: string) => Promise<void>;
  /** Takes away what nobody confirmed within a day, and what is remembered of it. */
  readonly sweep: () => Promise<void>;
  /** Nothing of an upload is shown or done before this: leave for it, and its trace. */
  readonly mayBringIn: () => Promise<void>;
};

/** `key` names what was previewed: only that is brought in when it is confirmed. */
export type Previewing = { readonly key: string; readonly job: Job<Preview> };
export type Bring = { readonly incoming: readonly Incoming[]; readonly keep: readonly Layout[] };

/** How long a page waits for an answer before it shows how far the work is. */
const PATIENCE = 2_000;

export function createDesk(web: WebContext, largestFile: number): Desk {
  const area = areaAt(web.area.folder.path);
  const queue = createQueue((error) => tellFault(web, error, '/imports/new'));
  const previews = new Map<string, Previewing>();
  const imports = new Map<string, Job<string>>();

  let mending: { readonly key: string; readonly job: Job<ToMend> } | undefined;

  const importsHeld = async (): Promise<string> =>
    [...new Set((await web.area.imports()).map((row) => row.import))].join(' ');

  const preview: Desk['preview'] = async (upload) => {
    const key = `${upload.revision} ${await importsHeld()}`;
    const before = previews.get(upload.id);
    if (before?.key === key) return patiently(before);
    const incoming = incomingOf(area, upload);
    const job = queue((tell) =>
      previewFiles(area, incoming, {
        clock: web.clock,
        folder: `${uploadFolder(area, upload.id)}/preview`,
        progress: progressTo(tell, incoming.length),
      }),
    );
    previews.set(upload.id, { key, job });
    return patiently({ key, job });
  };

  const toMend: Desk['toMend'] = async () => {
    const key = await importsHeld();
    if (mending?.key !== key) {
      const job = queue((tell) => {
        tell('Judging every row', 50);
        return findToMend(area, web.clock);
      });
      mending = { key, job };
    }
    return patiently(mending);
  };

  const bringIn: Desk['bringIn'] = async (upload, { incoming, keep }) => {
    // Nothing is awaited before the job stands: of two windows that confirm at once, the second finds it.
    const begun = imports.get(upload.id)?.state().kind;
    if (begun === 'working' || begun === 'done') return;
    const by = web.actor.name; // of who confirms, not of who asks when it is done
    const job = queue(async (tell) => {
      try {
        await saveUpload(area, { ...upload, confirmedAt: web.clock.now() });
        const result = await importFiles(area, incoming, {
          by,
          clock: web.clock,
          progress: progressTo(tell, incoming.length),
        });
        for (const layout of keep) await saveLayout(area, layout);
        await removeUpload(area, upload.id);
        previews.delete(upload.id);
        return result.manifest.imports.at(-1)?.id ?? '';
      } catch (error) {
        await saveUpload(area, { ...upload, confirmedAt: null });
        throw error;
      }
    });
    imports.set(upload.id, job);
    await patiently({ job });
  };

  const isBusy = (id: string): boolean => isRunning(imports.get(id)) || isRunning(previews.get(id)?.job);

  return {
    web,
    area,
    largestFile,
    preview,
    toMend,
    bringIn,
    findImport: (id) => imports.get(id),
    drop: async (id) => {
      // What is being worked out writes into the folder: it is let finish first.
      await previews.get(id)?.job.settled;
      previews.delete(id);
      await removeUpload(area, id);
    },
    sweep: async () => {
      await sweepUploads(area, web.clock, isBusy);
      for (const id of previews.keys()) if (!(await findUpload(area, id))) previews.delete(id);
    },
    mayBringIn: async () => {
      const answer = await web.access.permitFor(web.actor, 'import-and-data-quality', { kind: 'area' });
      if (answer.kind === 'refused') throw new Refusal('access/not-permitted', answer.reason);
    },
  };
}

async function patiently<T extends { readonly job: Job<unknown> }>(one: T): Promise<T> {
  await Promise.race([one.job.settled, pause(PATIENCE, undefined, { ref: false })]);
  return one;
}

function isRunning(job: Job<unknown> | undefined): boolean {
  return job?.state().kind === 'working';
}

/** The work on all files as one percentage: each file is worth the same. */
function progressTo(tell: Tell, files: number) {
  const order: string[] = [];
  return (event: {
    readonly file: string;
    readonly read: number;
    readonly of: number;
    readonly words: string;
  }): void => {
    if (event.file === '') return tell(event.words, 95);
    if (order.at(-1) !== event.file) order.push(event.file);
    const share = event.read / Math.max(1, event.of);
    tell(`${event.words} ${event.file}`, ((order.length - 1 + share) / Math.max(files, order.length)) * 95);
  };
}
