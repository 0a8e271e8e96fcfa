import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { runKith, serveKith, untilPublished } from './kith.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of Northmoor, made and published: to be copied. */
    readonly northmoor: string;
  }
}

let folder: string | undefined;

/** Northmoor is made and published once for all files that show it: both take a processor ten seconds. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'kith-e2e-northmoor-'));
  const area = join(folder, 'area');
  await runKith('demo', area, '--pupils', '600');
  const serving = await serveKith(area);
  await untilPublished(serving.url);
  await serving.stop();
  project.provide('northmoor', area);
}

export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}

/** Northmoor of one’s own. */
export async function northmoor(area: string): Promise<void> {
  await cp(inject('northmoor'), area, { recursive: true });
}
