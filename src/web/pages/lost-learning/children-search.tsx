import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { dateText, listText, rich, t } from '#language';
import type { Subject } from '#access';
import { govuk } from '../../govuk/index.ts';
import { linkTo } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import type { Account } from './looking.tsx';
import type { SchoolRow } from './read-account.ts';
import type { ChildrenWanted } from './find-children.ts';

const SCHOOL_DAYS_AWAY = [5, 10, 15] as const;

/** What a list of children was asked for, from its address; what cannot be read is no condition. */
export type Asked = {
  readonly year: AcademicYear;
  readonly urn: number | undefined;
  readonly find: string;
  readonly away: number;
  readonly page: number;
};

export function askedFor(query: Readonly<Record<string, string>>, year: AcademicYear): Asked {
  const whole = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0);
  return {
    year,
    urn: whole(query['school']) || undefined,
    find: (query['find'] ?? '').trim().slice(0, 80),
    away: SCHOOL_DAYS_AWAY.find((days) => days === whole(query['away'])) ?? 0,
    page: Math.max(1, whole(query['page'])),
  };
}

/** A list of one school’s children is a look at that school, not at the area. */
export function subjectOf({ urn }: Asked): Subject {
  return urn === undefined ? { kind: 'area' } : { kind: 'school', urn };
}

export function wantedBy({ year, urn, find, away }: Asked): ChildrenWanted {
  return { year, urn, find, away: away * 2 };
}

/** A form that asks by its address, so that a list can be kept as a bookmark. */
export function Search({
  asked,
  schools,
}: {
  readonly asked: Asked;
  readonly schools: readonly SchoolRow[];
}): JSX.Element {
  return (
    <form method="get" action={urls.children()} role="search">
      <input type="hidden" name="year" value={asked.year} />
      {govuk.input({
        id: 'find',
        name: 'find',
        value: asked.find,
        label: { text: t('children.find') },
        classes: 'govuk-input--width-20',
        autocomplete: 'off',
        spellcheck: false,
      })}
      {govuk.select({
        id: 'school',
        name: 'school',
        label: { text: t('children.find-school') },
        items: [
          { value: '', text: t('children.all-schools') },
          ...schools.map(({ urn, name }) => ({ value: String(urn), text: name, selected: urn === asked.urn })),
        ],
      })}
      {govuk.select({
        id: 'away',
        name: 'away',
        label: { text: t('children.find-away') },
        hint: { text: t('children.find-away.hint') },
        items: [
          { value: '', text: t('children.any') },
          ...SCHOOL_DAYS_AWAY.map((days) => ({
            value: String(days),
            text: t(days === 15 ? 'children.three-weeks-away' : 'children.days-away', { days }),
            selected: days === asked.away,
          })),
        ],
      })}
      {govuk.button({ text: t('children.search') })}
    </form>
  );
}

/** Said in place of a list that is empty: what was asked, and what to do next. */
export function NoChildren(props: {
  readonly asked: Asked;
  readonly total: number;
  readonly account: Account;
}): JSX.Element {
  const { asked, total, account } = props;
  const { find, away, urn, year } = asked;
  if (total > 0) {
    return (
      <p class="govuk-body">
        {rich('children.no-more', {
          link: linkTo(urls.children({ ...asked, page: 1 })),
        })}
      </p>
    );
  }
  const asks = [
    ...(find === '' ? [] : [t('children.asks-find', { find })]),
    ...(away === 0 ? [] : [t('children.asks-away', { days: away })]),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{t('children.none-found')}</h2>
      <p class="govuk-body">
        {asks.length > 0
          ? t(urn === undefined ? 'children.none-in-area' : 'children.none-in-school', { asks: listText(asks), year })
          : t('children.none-yet', { year, date: dateText(account.asOf) })}
      </p>
      <p class="govuk-body">
        {rich(find === '' ? 'children.see-all' : 'children.try-shorter', {
          link: linkTo(urls.children({ year })),
        })}
      </p>
    </>
  );
}
