import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { t } from '#language';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { inOrder } from './group-tables.tsx';
import { purposeOf, type Account } from './looking.tsx';
import type { SchoolGroup, SchoolGroupBy } from './read-account.ts';
import { wordsFor } from './words.ts';

/** `Year 7`, `Class 7B`, `SEN support`: a group of a school’s children, as a title. */
export function groupName({ by, value }: Pick<SchoolGroup, 'by' | 'value'>): string {
  if (by === 'class') return value === '' ? t('school-groups.no-class') : t('school-groups.class', { class: value });
  const words = wordsFor(by, value);
  return value === '' ? `${t(`school-groups.by.${by}`)}: ${words}` : words;
}

/**
 * Whether figures of all groups of a school are kept from whoever looks: somebody there is left out of its rows, and a
 * group less its rows would be that child. Of all groups, so that it does not tell of which (decision 0029).
 */
export async function hidesGroups(web: WebContext, account: Account, urn: number): Promise<boolean> {
  // Most areas restrict nobody, and the leave has said so.
  return !account.leavesNobodyOut && web.access.leavesOutOf(web.actor, purposeOf(web), urn);
}

/** Why there are none. */
export function GroupsHidden(): JSX.Element {
  return <p class="govuk-body">{t('school-groups.hidden')}</p>;
}

const LINKED = ['class', 'sen', 'fsm', 'sex', 'in-care'] as const satisfies readonly SchoolGroupBy[];

/** The way to the classes and groups of a school, each with the same account. */
export function GroupLinks(props: {
  readonly urn: number;
  readonly groups: readonly { readonly grouped_by: string; readonly value: string }[];
  readonly year: AcademicYear;
}): JSX.Element {
  const { urn, groups, year } = props;
  return (
    <nav aria-labelledby="school-groups">
      <h2 class="govuk-heading-m" id="school-groups">
        {t('school-groups.heading')}
      </h2>
      <p class="govuk-body">{t('school-groups.words')}</p>
      {LINKED.map((by) => {
        const own = inOrder(groups.flatMap(({ grouped_by, value }) => (grouped_by === by ? [{ group: value }] : [])));
        // A group of everyone is the school.
        if (own.length < 2) return null;
        return (
          <p class="govuk-body">
            {`${t(`school-groups.by.${by}`)}: `}
            {own.map(({ group }, at) => (
              <>
                {at > 0 && ' · '}
                <a class="govuk-link" href={urls.schoolGroup(urn, by, group, year)}>
                  <bdi>{by === 'class' && group !== '' ? group : groupName({ by, value: group })}</bdi>
                </a>
              </>
            ))}
          </p>
        );
      })}
    </nav>
  );
}
