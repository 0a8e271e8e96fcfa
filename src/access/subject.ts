import type { Upn } from '#kernel';

/**
 * What a look is at. The policies show a transaction no more than the subject written in its trace: `area` is all
 * that the actor may see, `school` its children of one school, and so on.
 */
export type Subject =
  | { readonly kind: 'area' }
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'schools'; readonly urns: readonly number[] }
  /** One class of a school: traced as the school. */
  | { readonly kind: 'class'; readonly urn: number; readonly class: string }
  | { readonly kind: 'child'; readonly upn: Upn }
  | { readonly kind: 'children'; readonly upns: readonly Upn[] };

/** With what only the doors of publishing and of rights look at. */
export type Entered =
  | Subject
  | { readonly kind: 'publication' }
  /** A child who is taken out, and what stands in the place of its UPN afterwards. */
  | { readonly kind: 'erasure'; readonly upn: Upn; readonly standIn: string }
  /** What is past its time. */
  | { readonly kind: 'retention' };

/** The kind as the database knows it: several children, or schools, are traced one by one. */
export type TracedKind = 'area' | 'school' | 'child' | 'publication' | 'erasure' | 'retention';

export function kindOf(subject: Entered): TracedKind {
  if (subject.kind === 'children') return 'child';
  return subject.kind === 'schools' || subject.kind === 'class' ? 'school' : subject.kind;
}

export function keysOf(subject: Entered): readonly string[] {
  switch (subject.kind) {
    case 'school':
    case 'class':
      return [String(subject.urn)];
    case 'schools':
      return subject.urns.map(String);
    case 'child':
      return [subject.upn];
    case 'children':
      return subject.upns;
    case 'erasure':
      return [subject.upn, subject.standIn];
    default:
      return [];
  }
}

/** One trace a key; a look at the area, or at no child at all, is one trace without a key. Of erasure no UPN stays. */
export function traceKeysOf(subject: Entered): readonly string[] {
  if (subject.kind === 'erasure') return [subject.standIn];
  const keys = keysOf(subject);
  return keys.length > 0 ? keys : [''];
}
