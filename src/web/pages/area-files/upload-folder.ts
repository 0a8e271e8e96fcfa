import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { areaAt, Incoming } from '#exchange/area-files';
import { parseLayout, type Layout } from '#exchange/layouts';
import { randomId, type Clock } from '#kernel';

/** Files that were uploaded and count for nothing until someone confirms them. On disk, so that a restart loses nothing. */
export type Upload = {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** Counts up with every choice, so that a preview of an older choice is known as such. */
  readonly revision: number;
  /** When someone confirmed it, where its import has begun. */
  readonly confirmedAt: string | null;
  readonly files: readonly UploadedFile[];
};

export type UploadedFile = {
  readonly n: number;
  readonly name: string;
  readonly bytes: number;
  /** What the person chose; null for what Kith proposes. */
  readonly layout: Layout | null;
};

type Area = ReturnType<typeof areaAt>;

const stateOnDisk = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  revision: z.number(),
  confirmedAt: z.string().nullable(),
  files: z.array(z.object({ n: z.number(), name: z.string(), bytes: z.number(), layout: z.unknown() })),
});

const A_DAY = 24 * 60 * 60 * 1000;

function uploadsFolder(area: Area): string {
  return join(area.path, 'uploads');
}

export function uploadFolder(area: Area, id: string): string {
  return join(uploadsFolder(area), id);
}

/** Each file in a folder of its own: two may bear one name, and messages name a file as its sender does. */
export function uploadedPath(area: Area, id: string, file: Pick<UploadedFile, 'n' | 'name'>): string {
  return join(uploadFolder(area, id), 'files', String(file.n), file.name);
}

export function incomingOf(area: Area, upload: Upload): readonly Incoming[] {
  return upload.files.map((file) => ({
    path: uploadedPath(area, upload.id, file),
    name: file.name,
    ...(file.layout ? { layout: file.layout } : {}),
  }));
}

export async function beginUpload(area: Area, by: string, clock: Clock): Promise<Upload> {
  const upload = { id: randomId(), at: clock.now(), by, revision: 0, confirmedAt: null, files: [] };
  await saveUpload(area, upload);
  return upload;
}

export async function saveUpload(area: Area, upload: Upload): Promise<void> {
  const folder = uploadFolder(area, upload.id);
  await mkdir(folder, { recursive: true });
  // Two windows may save one upload at the same moment: each writes a draft of its own, and the later one stays.
  const draft = join(folder, `upload-${randomId()}.draft`);
  await writeFile(draft, JSON.stringify(upload));
  await rename(draft, join(folder, 'upload.json'));
}

/** The upload of an id; undefined where it was cancelled, brought in or swept away. */
export async function findUpload(area: Area, id: string): Promise<Upload | undefined> {
  const text = await readFile(join(uploadFolder(area, id), 'upload.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { files, ...rest } = stateOnDisk.parse(JSON.parse(text));
  return {
    ...rest,
    files: files.map((file) => ({ ...file, layout: file.layout == null ? null : parseLayout(file.layout) })),
  };
}

export async function removeUpload(area: Area, id: string): Promise<void> {
  await rm(uploadFolder(area, id), { recursive: true, force: true });
  await rmdir(uploadsFolder(area)).catch(() => undefined); // only where it was the last
}

/** Takes uploads away that nobody confirmed within a day: they are copies of children’s records. */
export async function sweepUploads(area: Area, clock: Clock, isBusy: (id: string) => boolean): Promise<void> {
  const names = await readdir(uploadsFolder(area)).catch(() => []);
  for (const id of names.filter((name) => !isBusy(name))) {
    const at = await beganAt(area, id);
    if (at !== undefined && clock.milliseconds() - at > A_DAY) await removeUpload(area, id);
  }
}

async function beganAt(area: Area, id: string): Promise<number | undefined> {
  const upload = await findUpload(area, id).catch(() => undefined);
  if (upload) return Date.parse(upload.at);
  return stat(uploadFolder(area, id)).then(
    (found) => found.mtimeMs,
    () => undefined,
  );
}
