import type { JSX } from 'hono/jsx/jsx-runtime';
import { mayActFor, type Look, type LooksPage } from '#access';
import { findText, momentText, rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { DataTable, InEnglish, linkTo, Pages } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import type { SchoolNames } from './child-story.ts';
import { schoolName } from './child-story.ts';
import type { Account } from './looking.tsx';
import { nameOf, type Child } from './read-children.ts';

const PER_PAGE = 50;
/** The newest that can be paged through; earlier ones are kept, and told of. */
const SHOWN = 500;

/** Who reads the page: the young person, the family, or someone at work. */
type Whose = 'own' | 'family' | 'other';

/** Who looked at a child, when, why and at what: for the child and family to see. */
export async function looksPage(
  web: WebContext,
  account: Account,
  child: Child,
  names: SchoolNames,
  asked: number,
): Promise<JSX.Element> {
  const { page, looks, total, sealedAt } = await readPage(web, child, asked);
  const whose = whoseText(web);
  const pages = pagesOf(total);
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
        <p class="govuk-body-l">{t('looks.text', { whose })}</p>
        <p class="govuk-body">{t('looks.ask', { whose })}</p>
        <p class="govuk-body">{t('looks.held-back')}</p>
        <p class="govuk-body">
          {sealedAt === undefined ? t('looks.not-sealed') : t('looks.sealed', { moment: momentText(sealedAt) })}
        </p>
        {mayActFor(web.actor.role, 'oversight') && (
          <p class="govuk-body">{rich('looks.who-can-see', { link: linkTo(urls.whoCanSee(child.upn)) })}</p>
        )}
        <DataTable<Look>
          id="looks"
          caption={
            pages === 1
              ? t('looks.latest', { total })
              : t('looks.latest-page', { total, page: String(page), pages: String(pages) })
          }
          captionSize="s"
          columns={[
            { heading: t('looks.when'), cell: (look) => momentText(look.at) },
            { heading: t('looks.who'), cell: whoText },
            // One column, so that a phone shows the whole of it.
            {
              heading: t('looks.what-why'),
              cell: (look) => (
                <>
                  <div>{subjectText(look, names, whose)}</div>
                  <div>{whyText(look.purpose)}</div>
                  {!look.permitted && <div>{rich('looks.no', { reason: <InEnglish>{look.reason}</InEnglish> })}</div>}
                </>
              ),
            },
          ]}
          rows={looks}
          empty={t('looks.none')}
        />
        <Pages label={t('looks.pages')} page={page} pages={pages} href={(one) => urls.looks(child.upn, one)} />
        {total > SHOWN && <p class="govuk-body">{t('looks.hidden', { hidden: total - SHOWN })}</p>}
      </>
    ),
  });
}

function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(Math.min(total, SHOWN) / PER_PAGE));
}

/** A page that is not there is the last that is. */
async function readPage(web: WebContext, child: Child, asked: number): Promise<LooksPage & { readonly page: number }> {
  const page = Math.max(1, Math.min(asked, SHOWN / PER_PAGE));
  const read = await web.access.readLooks(web.actor, child.upn, { offset: (page - 1) * PER_PAGE, limit: PER_PAGE });
  const last = pagesOf(read.total);
  return page <= last ? { ...read, page } : readPage(web, child, last);
}

function whoseText({ actor }: WebContext): Whose {
  if (actor.role === 'young-person') return 'own';
  return actor.role === 'parent' ? 'family' : 'other';
}

function whoText({ actorName: name, role: id, organisation }: Look): string {
  const role = findText(`looks.role.${id}`);
  if (role === undefined) return name;
  return organisation === undefined
    ? t('looks.person', { name, role })
    : t('looks.person-of', { name, role, organisation });
}

function subjectText(look: Look, names: SchoolNames, whose: Whose): string {
  if (look.kind === 'area') return t('looks.area');
  return look.kind === 'school'
    ? t('looks.school', { school: schoolName(names, Number(look.key)) })
    : t('looks.child', { whose });
}

function whyText(purpose: string): string {
  return findText(`looks.purpose.${purpose}`) ?? purpose;
}
