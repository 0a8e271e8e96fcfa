import type { JSX } from 'hono/jsx/jsx-runtime';
import { t } from '#language';
import type { List } from '#worklists';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { urls } from '../../urls.ts';
import { GROUPS, isNarrowed, queryOf, type Asked } from './asked.ts';
import { yearGroupText } from './list-words.ts';
import type { Looking } from './looking-at-lists.tsx';

export type Choices = { readonly yearGroups: readonly number[]; readonly classes: readonly string[] };

/** The form that narrows a list. It asks by its address, so that a narrowed list can be kept as a bookmark. */
export function Narrowing(props: {
  readonly looking: Looking;
  readonly list: List;
  readonly asked: Asked;
  readonly choices: Choices;
  /** Whether the reader ever said to have seen the lists: before that nothing is new. */
  readonly hasSeen: boolean;
}): JSX.Element {
  const { list, asked } = props;
  const isOpen = isNarrowed(asked) || asked.urn !== undefined || asked.isNew || asked.isOverdue;
  return (
    <div class="kith-screen-only">
      {govuk.details({
        summaryText: t('lists.narrow'),
        open: isOpen,
        html: htmlOf(
          <form method="get" action={urls.list(list.id)}>
            <Fields {...props} />
            {govuk.button({ text: t('lists.show') })}
          </form>,
        ),
      })}
    </div>
  );
}

function Fields({ looking, list, asked, choices, hasSeen }: Parameters<typeof Narrowing>[0]): JSX.Element {
  const flags = [
    ...(hasSeen ? [{ value: 'yes', name: 'new', text: t('lists.only-new'), checked: asked.isNew }] : []),
    { value: 'yes', name: 'overdue', text: t('lists.only-overdue'), checked: asked.isOverdue },
  ];
  return (
    <div class="kith-fields">
      {select(
        'school',
        t('lists.school'),
        t('lists.all-schools'),
        looking.schools.map(({ urn, name }) => ({ value: String(urn), text: name, selected: urn === asked.urn })),
      )}
      {list.about === 'child' &&
        select(
          'year-group',
          t('lists.year-group'),
          t('lists.any'),
          choices.yearGroups.map((one) => ({
            value: String(one),
            text: yearGroupText(one),
            selected: one === asked.yearGroup,
          })),
        )}
      {list.about === 'child' && choices.classes.length > 0
        ? select(
            'class',
            t('lists.class'),
            t('lists.any'),
            choices.classes.map((one) => ({ value: one, text: one, selected: one === asked.class })),
          )
        : null}
      {list.about === 'child' &&
        select(
          'group',
          t('lists.group'),
          t('lists.any'),
          GROUPS.map((one) => ({ value: one, text: t(`lists.group.${one}`), selected: one === asked.group })),
        )}
      {flags.map((flag) =>
        govuk.checkboxes({
          idPrefix: flag.name,
          name: flag.name,
          classes: 'govuk-checkboxes--small',
          items: [{ value: flag.value, text: flag.text, checked: flag.checked }],
        }),
      )}
      {list.about === 'child' && asked.urn === undefined ? <p class="govuk-hint">{t('lists.class-hint')}</p> : null}
    </div>
  );
}

function select(
  name: string,
  label: string,
  none: string,
  items: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[],
): ReturnType<typeof govuk.select> {
  return govuk.select({ id: name, name, label: { text: label }, items: [{ value: '', text: none }, ...items] });
}

/** Says to which children something is narrowed, with the way back to all. */
export function NarrowedTo({ asked, href }: { readonly asked: Asked; readonly href: string }): JSX.Element | null {
  const words = narrowedWords(asked);
  if (words.length === 0) return null;
  return (
    <p class="govuk-body">
      <strong>{words.join(' · ')}</strong>{' '}
      <a class="govuk-link kith-screen-only" href={href}>
        {t('lists.see-all')}
      </a>
    </p>
  );
}

export function narrowedWords(asked: Asked): readonly string[] {
  return [
    ...(asked.yearGroup === undefined ? [] : [yearGroupText(asked.yearGroup)]),
    ...(asked.class === undefined ? [] : [t('lists.class-of', { class: asked.class })]),
    ...(asked.group === undefined ? [] : [t(`lists.group.${asked.group}`)]),
    ...(asked.isNew ? [t('lists.only-new')] : []),
    ...(asked.isOverdue ? [t('lists.only-overdue')] : []),
  ];
}

/** The same list without what narrows it, but for its school. */
export function wholeHref(list: List, asked: Asked): string {
  return urls.list(list.id, queryOf({ urn: asked.urn }));
}
