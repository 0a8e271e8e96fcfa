import { Refusal } from '#kernel';
import type { Publication } from '#access';
import { areaIdOf, type AreaFolder } from '#store';

/** Refuses records that are of another area: what was published there would be replaced, and two areas’ looks mixed. */
export async function checkArea(area: AreaFolder, published: Publication | undefined): Promise<void> {
  const id = await areaIdOf(area);
  if (published?.area === undefined || published.area === id) return;
  throw new Refusal(
    'serve/other-area',
    `These records are of another area (${published.area}) than the one in ${area.path} (${id}). Give each area a database of its own. If it is the same area, whose files were brought in anew, write ${published.area} into ${area.path}/area-id.`,
  );
}
