import { t } from '#language';
import type { AbsencePart } from '#lost-learning';

/**
 * How a part of absence looks; what it is called is `layerWords`. From light to dark in the order in which they stand on each
 * other, so that they are told apart without colour; the colours are those of the same states on pages.
 */
export const LAYERS: Readonly<Record<AbsencePart, { readonly fill: string }>> = {
  other: { fill: '#b5d3ea' },
  'other-or-part-time': { fill: '#b5d3ea' },
  'other-or-suspended': { fill: '#b5d3ea' },
  authorised: { fill: '#b5d3ea' },
  'part-time': { fill: '#f0a72e' },
  unauthorised: { fill: '#a63d0f' },
  suspended: { fill: '#3a0f2d' },
  all: { fill: '#4f86b5' },
};

export function layerWords(part: AbsencePart): string {
  return t(`paper-words.layer.${part}`);
}
