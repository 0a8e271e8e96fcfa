import type { JSX } from 'hono/jsx/jsx-runtime';
import { instantDate, type Instant } from '#kernel';
import { dateText, rich, t } from '#language';
import type { Seer, SeerTie } from '#access';
import type { WebContext } from '../../context.ts';
import { DataTable, linkTo } from '../../layout/index.ts';
import { roleText, shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { schoolName, type SchoolNames } from './child-story.ts';
import type { Account } from './looking.tsx';
import { nameOf, type Child } from './read-children.ts';

/** Everyone who can see a child now, and what lets them: for staff who answer for it. */
export async function seersPage(
  web: WebContext,
  account: Account,
  child: Child,
  names: SchoolNames,
): Promise<JSX.Element> {
  const found = await web.access.findSeers(web.actor, child.upn);
  const { named: seers, unnamed } = found ?? { named: [], unnamed: 0 };
  return shell(web, {
    section: 'children',
    title: t('seers.title'),
    caption: nameOf(child),
    breadcrumbs: [
      { text: t('children.title'), href: urls.children({ year: child.year }) },
      { text: nameOf(child), href: urls.child(child.upn, child.year) },
    ],
    working: account.working,
    children: (
      <>
        <p class="govuk-body-l">{rich('seers.text', { looks: linkTo(urls.looks(child.upn)) })}</p>
        <p class="govuk-body">{t('seers.ask')}</p>
        <DataTable<Seer>
          id="seers"
          caption={t('seers.count', { count: seers.length })}
          captionSize="s"
          columns={[
            // Two columns, so that a phone shows the whole of it.
            { heading: t('seers.who'), cell: whoCell },
            { heading: t('seers.through'), cell: ({ ties }) => ties.map((tie) => tieCell(tie, names)) },
          ]}
          rows={seers}
          empty={t('seers.none')}
        />
        {unnamed > 0 && <p class="govuk-body">{t('seers.unnamed', { count: unnamed })}</p>}
      </>
    ),
  });
}

function whoCell({ name, role, organisation }: Seer): JSX.Element {
  return (
    <>
      <bdi>{name}</bdi>
      <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{roleText(role)}</div>
      {organisation !== undefined && (
        <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">
          <bdi>{organisation}</bdi>
        </div>
      )}
    </>
  );
}

function tieCell(tie: SeerTie, names: SchoolNames): JSX.Element {
  return (
    <>
      <div>{tieText(tie, names)}</div>
      <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{sinceText(tie.since)}</div>
    </>
  );
}

function tieText(tie: SeerTie, names: SchoolNames): string {
  switch (tie.by) {
    case 'school':
      return t('seers.by.school', { school: schoolName(names, tie.urn) });
    case 'class':
      return t('seers.by.class', { form: tie.class, school: schoolName(names, tie.urn) });
    default:
      return t(`seers.by.${tie.by}`);
  }
}

/** What came with the store itself has no day of its own. */
function sinceText(since: Instant): string {
  return since.startsWith('1970-') ? t('seers.from-start') : t('seers.since', { since: dateText(instantDate(since)) });
}
