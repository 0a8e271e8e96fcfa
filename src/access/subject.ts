import type { Upn } from '#kernel';

/**
 * What a look is at. The policies show a transaction no more than the subject written in its trace: `area` is all
 * that the actor may see, `school` its children of one school, and so on.
 */
export type Subject =
  | { readonly kind: 'area' }
  | { readonly kind: 'school'; readonly urn: number }
  | { readonly kind: 'schools'; readonly urns: readonly number[] }
  | { readonly kind: 'child'; readonly upn: Upn }
  | { readonly kind: 'children'; readonly upns: readonly Upn[] };

/** With what only the publishing door looks at. */
export type Entered = Subject | { readonly kind: 'publication' };

/** The kind as the database knows it: several children, or schools, are traced one by one. */
export type TracedKind = 'area' | 'school' | 'child' | 'publication';

export function kindOf(subject: Entered): TracedKind {
  if (subject.kind === 'children') return 'child';
  return subject.kind === 'schools' ? 'school' : subject.kind;
}

export function keysOf(subject: Entered): readonly string[] {
  switch (subject.kind) {
    case 'school':
      return [String(subject.urn)];
    case 'schools':
      return subject.urns.map(String);
    case 'child':
      return [subject.upn];
    case 'children':
      return subject.upns;
    default:
      return [];
  }
}

/** One trace a key; a look at the area, or at no child at all, is one trace without a key. */
export function traceKeysOf(subject: Entered): readonly string[] {
  const keys = keysOf(subject);
  return keys.length > 0 ? keys : [''];
}
