import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The worked folder: a small fictional area with awkward cases on purpose, and what the commands print for it. */
export const workedArea = new URL('./example-area/area/', import.meta.url).pathname;
export const workedAnswers = new URL('./example-area/expected/', import.meta.url).pathname;

/** A folder for one test, removed when the test has finished. */
export async function workFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder for one test that holds these files. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await workFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}
