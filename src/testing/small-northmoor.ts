import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { academicYearStarting, systemClock } from '#kernel';
import { makeNorthmoor, STORIES, type StoryId } from '#demo';
import { askedLists, type AskedLists } from './asked-lists.ts';

/** Northmoor as small as it comes, with its stories of both years, open for questions about its lists. */
export async function smallNorthmoor(): Promise<AskedLists> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-northmoor-'));
  const area = join(folder, 'area');
  const years = [academicYearStarting(2024), academicYearStarting(2025)];
  await makeNorthmoor({ folder: area, pupils: 300, years, clock: systemClock });
  const lists = await askedLists(area);
  return {
    ...lists,
    close: async () => {
      await lists.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The UPNs of a story’s children. */
export function childrenOfStory(id: StoryId): readonly string[] {
  return STORIES.filter((story) => story.id === id).flatMap((story) => story.children.map((child) => child.upn));
}
