import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '#kernel';
import { findRole, PURPOSES, ROLES, type Look } from '#access';
import type { WebContext } from '../../context.ts';
import { DataTable } from '../../layout/index.ts';
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
    title: 'Who looked, and why',
    caption: nameOf(child),
    breadcrumbs: [
      { text: 'Children', href: urls.children({ year: child.year }) },
      { text: nameOf(child), href: urls.child(child.upn, child.year) },
    ],
    working: account.working,
    children: (
      <>
        <p class="govuk-body">
          Every look at this child, at a school of theirs, and at the whole area is kept here, with the reason that was
          given before looking. Nobody can change or remove a line. A child and their family may ask to see this page.
        </p>
        <DataTable<Look>
          id="looks"
          caption={looks.length === 500 ? 'The latest 500 looks' : 'Looks, the latest first'}
          captionSize="s"
          columns={[
            { heading: 'When', cell: (look) => momentText(look.at) },
            { heading: 'Who', cell: whoText },
            { heading: 'At what', cell: (look) => subjectText(look, names) },
            { heading: 'Why', cell: (look) => whyText(look.purpose) },
            { heading: 'Allowed', cell: (look) => (look.permitted ? 'Yes' : `No. ${look.reason}`) },
          ]}
          rows={looks}
          empty="Nobody has looked yet."
        />
      </>
    ),
  });
}

// School staff read clocks, not UTC.
const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

function momentText(at: Instant): string {
  return LONDON.format(new Date(at));
}

function whoText({ actorName, role }: Look): string {
  const known = findRole(role);
  return known ? `${actorName} (${ROLES[known].title})` : actorName;
}

function subjectText(look: Look, names: SchoolNames): string {
  if (look.kind === 'area') return 'The whole area';
  return look.kind === 'school' ? `The children of ${schoolName(names, Number(look.key))}` : 'This child';
}

function whyText(purpose: string): string {
  const found = Object.entries(PURPOSES).find(([id]) => id === purpose);
  return found ? found[1].why : purpose;
}
