import type { JSX } from 'hono/jsx/jsx-runtime';
import { instantDate, type Instant } from '#kernel';
import { dateText, findText, rich, t } from '#language';
import type { Seer, SeerTie } from '#access';
import type { WebContext } from '../../context.ts';
import { DataTable, linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
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
            { heading: t('seers.who'), cell: ({ name }) => <bdi>{name}</bdi> },
            { heading: t('seers.role'), cell: ({ role }) => findText(`looks.role.${role}`) ?? role },
            {
              heading: t('seers.organisation'),
              cell: ({ organisation }) => (organisation === undefined ? t('seers.unknown') : <bdi>{organisation}</bdi>),
            },
            {
              heading: t('seers.through'),
              cell: ({ ties }) => <Lines lines={ties.map((tie) => tieText(tie, names))} />,
            },
            {
              heading: t('seers.since'),
              cell: ({ ties }) => <Lines lines={ties.map((tie) => sinceText(tie.since))} />,
            },
          ]}
          rows={seers}
          empty={t('seers.none')}
        />
        {unnamed > 0 && <p class="govuk-body">{t('seers.unnamed', { count: unnamed })}</p>}
      </>
    ),
  });
}

function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  const [only] = lines;
  if (lines.length === 1) return <>{only}</>;
  return (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
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
  return since.startsWith('1970-') ? t('seers.from-start') : dateText(instantDate(since));
}
