import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Look } from '#access';
import { findText, momentText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { SchoolNames } from './child-story.ts';
import { schoolName } from './child-story.ts';
import type { Account } from './looking.tsx';
import { nameOf, type Child } from './read-children.ts';

/** Who looked at a child, when, why and at what: for the child and family to see. */
export async function looksPage(
  web: WebContext,
  account: Account,
  child: Child,
  names: SchoolNames,
): Promise<JSX.Element> {
  const looks = await web.access.listLooks(web.actor, child.upn);
  return shell(web, {
    section: 'children',
    title: t('looks.title'),
    caption: nameOf(child),
    breadcrumbs: [
      { text: t('children.title'), href: urls.children({ year: child.year }) },
      { text: nameOf(child), href: urls.child(child.upn, child.year) },
    ],
    working: account.working,
    children: (
      <>
        <p class="govuk-body">{t('looks.text')}</p>
        <DataTable<Look>
          id="looks"
          caption={t(looks.length === 500 ? 'looks.latest-500' : 'looks.latest')}
          captionSize="s"
          columns={[
            { heading: t('looks.when'), cell: (look) => momentText(look.at) },
            { heading: t('looks.who'), cell: whoText },
            { heading: t('looks.what'), cell: (look) => subjectText(look, names) },
            { heading: t('looks.why'), cell: (look) => whyText(look.purpose) },
            {
              heading: t('looks.allowed'),
              cell: (look) =>
                look.permitted ? (
                  t('words.yes')
                ) : (
                  <>{rich('looks.no', { reason: <InEnglish>{look.reason}</InEnglish> })}</>
                ),
            },
          ]}
          rows={looks}
          empty={t('looks.none')}
        />
      </>
    ),
  });
}

function whoText({ actorName, role }: Look): string {
  const known = findText(`looks.role.${role}`);
  return known === undefined ? actorName : t('looks.person', { name: actorName, role: known });
}

function subjectText(look: Look, names: SchoolNames): string {
  if (look.kind === 'area') return t('looks.area');
  return look.kind === 'school' ? t('looks.school', { school: schoolName(names, Number(look.key)) }) : t('looks.child');
}

function whyText(purpose: string): string {
  return findText(`looks.purpose.${purpose}`) ?? purpose;
}
