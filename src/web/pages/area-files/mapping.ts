import type { Reading } from '#exchange/area-files';
import { chooseColumn, fillLayout, listQuestions, rememberLayout, type Layout } from '#exchange/layouts';

type ThroughLayout = Extract<Reading, { readonly kind: 'layout' }>;
export type Fields = Readonly<Record<string, string>>;

/** The fields of the mapping form: `column.<slot>` holds the column’s place or nothing, `answer.<slot>` an answer. */
export function mappedBy(reading: ThroughLayout, fields: Fields): Layout {
  let { layout } = reading;
  for (const { slot, position } of reading.columns) {
    const chosen = fields[`column.${slot}`];
    if (chosen === undefined || chosen === String(position ?? '')) continue;
    layout = chooseColumn(layout, slot, chosen === '' ? undefined : reading.header[Number(chosen)]);
  }
  const answers = listQuestions(layout, reading.header).flatMap(({ slot }): [string, string][] => {
    const answer = fields[`answer.${slot}`];
    return answer === undefined ? [] : [[slot, answer]];
  });
  return fillLayout(layout, Object.fromEntries(answers));
}

/** Under what a mapping would be kept for the area; undefined where the area or Kith has the very same already. */
export function findKeepName(
  layout: Layout,
  fileName: string,
  known: readonly Layout[],
): { readonly id: string; readonly title: string } | undefined {
  const text = JSON.stringify(layout);
  if (known.some((one) => JSON.stringify(one) === text)) return undefined;
  const saved = known.find((one) => one.id === layout.id && one.id.startsWith(OWN));
  return saved ?? { id: idOf(fileName), title: `Files like ${fileName}` };
}

/** The mapping as the area keeps it, under the title that the person gave it. */
export function keptAs(
  reading: ThroughLayout,
  suggested: { readonly id: string; readonly title: string },
  title: string | undefined,
): Layout {
  const given = (title ?? '').trim().slice(0, 100);
  const as = given === '' || given === suggested.title ? suggested : { id: idOf(given), title: given };
  return rememberLayout(reading.layout, reading.header, as);
}

/** So that an area’s own mapping never stands in for one that comes with Kith. */
const OWN = 'own-';

function idOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${OWN}${slug.slice(0, 60).replace(/-+$/, '') || 'mapping'}`;
}
