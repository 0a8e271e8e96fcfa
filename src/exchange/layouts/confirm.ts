import { Refusal } from '#kernel';
import { fitLayout } from './fit.ts';
import { parseLayout, type Layout } from './layout.ts';
import { HEADLESS_SLOTS, slotsOf } from './slots.ts';

/** The layout with one slot read from another column of the file, or from none, as the person chose in the preview. */
export function chooseColumn(layout: Layout, slot: string, header: string | undefined): Layout {
  const known = slotsOf(layout.kind, layout.shape).find(({ name }) => name === slot);
  if (!known || HEADLESS_SLOTS.includes(slot)) {
    throw new Refusal(
      'layouts/no-such-column',
      `This layout has no column “${slot}”. Choose one of those in the list.`,
    );
  }
  const { [slot]: before, ...others } = layout.columns;
  const { from: _, ...kept } = before ?? {};
  const ask = kept.ask ?? known.ask;
  const asked = ask === undefined ? kept : { ...kept, ask };
  if (header !== undefined) return { ...layout, columns: { ...others, [slot]: { ...asked, from: [header] } } };
  if (asked.ask !== undefined || asked.value !== undefined) return { ...layout, columns: { ...others, [slot]: asked } };
  // A needed column without a source stays, so that compiling says what is missing.
  return { ...layout, columns: known.required ? { ...others, [slot]: { ...kept, from: [slot] } } : others };
}

/**
 * The layout as the area keeps it: under its own id and title, and knowing the headers it leaves out, so that the
 * next file with this header fits exactly. Answers stay with their questions.
 */
export function rememberLayout(
  layout: Layout,
  header: readonly string[],
  as: { readonly id: string; readonly title: string },
): Layout {
  const { unmapped } = fitLayout(layout, { name: as.title, header, sample: [] });
  return parseLayout({ ...layout, ...as, ignore: [...new Set([...layout.ignore, ...unmapped])] });
}
