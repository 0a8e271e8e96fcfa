import type { Upn } from '#kernel';
import type { Subject, Tie } from '#access';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';

/** Whom the one who looks may see: everyone in the area, or what they are tied to now. */
export type Reach =
  | { readonly kind: 'area' }
  | {
      readonly kind: 'ties';
      /** Schools of which all children are theirs to see. */
      readonly schools: readonly number[];
      readonly classes: readonly { readonly urn: number; readonly form: string }[];
      readonly children: readonly Upn[];
      readonly inCare: boolean;
    };

export async function reachOf({ access, actor }: Pick<WebContext, 'access' | 'actor'>): Promise<Reach> {
  if (actor.scope === 'area') return { kind: 'area' };
  const ties = await access.listOwnTies(actor);
  return {
    kind: 'ties',
    schools: [...new Set(ties.flatMap((tie) => ('urn' in tie && tie.class === undefined ? [tie.urn] : [])))],
    classes: ties.flatMap((tie) =>
      'urn' in tie && tie.class !== undefined ? [{ urn: tie.urn, form: tie.class }] : [],
    ),
    children: ties.flatMap((tie: Tie) => ('upn' in tie ? [tie.upn] : [])),
    inCare: ties.some((tie) => 'member_of' in tie),
  };
}

/** Where someone who sees only part of the area begins; undefined where they are tied to nobody. */
export function homeOf(reach: Exclude<Reach, { kind: 'area' }>): string | undefined {
  const { schools, classes, children, inCare } = reach;
  const ties = schools.length + classes.length + children.length + (inCare ? 1 : 0);
  const [school] = schools;
  const [form] = classes;
  const [child] = children;
  if (ties === 0) return undefined;
  if (schools.length > 1) return urls.schools();
  if (school !== undefined) return urls.school(school);
  if (ties === 1 && form) return urls.schoolGroup(form.urn, 'class', form.form);
  if (ties === 1 && child !== undefined) return urls.child(child);
  return urls.children();
}

export function reachesSchool(reach: Reach, urn: number): boolean {
  return reach.kind === 'area' || reach.schools.includes(urn);
}

/** What a page of schools looks at: the area, or the schools that are theirs. */
export function subjectOfSchools(reach: Reach): Subject {
  return reach.kind === 'area' ? reach : { kind: 'schools', urns: reach.schools };
}
