import { hidden, type Figure, type HidingReason } from './figure.ts';
import { noteOf } from './note.ts';
import { POLICIES, type PolicyId } from './policy.ts';
import { contentOf, makePublishable, type Publishable } from './publishable.ts';
import type { PublishedRate } from './rate.ts';
import type { ProtectedTable } from './table.ts';

/** The figures of a protected table one by one, in the order of its rows: for a document that is not a table itself. */
export function figuresOfTable(table: Publishable<ProtectedTable>, policyId: PolicyId): readonly Publishable<Figure>[] {
  return contentOf(table).rows.map(({ figure }) => makePublishable(figure, noteOf([figure], POLICIES[policyId])));
}

export function percentOf(rate: Publishable<PublishedRate>): Publishable<Figure> {
  return makePublishable(contentOf(rate).percent, rate.note);
}

/** A figure in whose place nothing is told: hiding is always allowed. */
export function withhold(reason: HidingReason, policyId: PolicyId): Publishable<Figure> {
  const figure = hidden(reason);
  return makePublishable(figure, noteOf([figure], POLICIES[policyId]));
}
