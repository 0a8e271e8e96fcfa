import { fitLayout, type Fit } from './fit.ts';
import { inferLayout } from './infer.ts';
import type { Layout } from './layout.ts';
import { CERTAINTIES, type FileSample, type Proposal } from './proposal.ts';
import { shippedLayouts } from './shipped.ts';
import { slotsOf } from './slots.ts';

/**
 * Ways to read a file, best first: what the area saved before what Kith ships, and that before what headers and
 * values suggest, unless the later one fits better. Empty where nothing fits. Nothing is read until a person
 * confirms: a proposal is a question. A saved layout stands for the shipped one of the same id.
 */
export function proposeLayouts(file: FileSample, saved: readonly Layout[]): readonly Proposal[] {
  const inferred = inferLayout(file);
  const fits = [
    ...saved.map((layout) => ({ source: 0, fit: fitLayout(layout, file) })).filter(({ fit }) => mostlyThere(fit)),
    ...shippedLayouts
      .filter(({ id }) => !saved.some((layout) => layout.id === id))
      .map((layout) => ({ source: 1, fit: fitLayout(layout, file) }))
      .filter(({ fit }) => fit.certainty !== 'guess'),
    ...(inferred ? [{ source: 2, fit: inferred }] : []),
  ];
  return fits
    .toSorted((a, b) => rank(a).reduce((order, each, at) => order || each - (rank(b)[at] ?? 0), 0))
    .map(({ fit }) => proposalOf(fit));
}

// A saved layout that no longer fits is shown, with what is missing, where more than half of what it needs is there.
function mostlyThere({ layout, missing, unreadable }: Fit): boolean {
  const needed = slotsOf(layout.kind, layout.shape).filter(
    ({ name, required, ask }) => required && ask === undefined && layout.columns[name]?.from !== undefined,
  );
  return 2 * (missing.length + unreadable.length) < needed.length + (layout.shape === 'wide-by-date' ? 1 : 0);
}

function rank({ source, fit }: { readonly source: number; readonly fit: Fit }): readonly number[] {
  const certainty = CERTAINTIES.indexOf(fit.certainty);
  return [fit.certainty === 'guess' ? 1 : 0, source === 0 ? 0 : 1, certainty, fit.unmapped.length, source];
}

function proposalOf({ layout, certainty, reasons, unmapped, missing, unreadable }: Fit): Proposal {
  const doubts = unreadable.map(
    (name) => `Most values of “${name}” cannot be read in this way: look at the column before you go on.`,
  );
  return { layout, certainty, reasons: [...doubts, ...reasons], unmapped, missing };
}
