import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t, unitText } from '#language';
import { findPurpose, mayActFor } from '#access';
import type { WebContext } from '../../context.ts';
import { Figures, linkTo, type Flash } from '../../layout/index.ts';
import { maySee } from '../../may.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Balance } from './balance.tsx';
import { ByCause } from './causes.tsx';
import { InsideSessions, Suspensions } from './child-inside.tsx';
import { LongestAway, Rolls, YearPicture } from './child-parts.tsx';
import { causesOf, sessionsOfChild, type SchoolNames } from './child-story.ts';
import { Count, headlineFigures, InDays, type About } from './figures.tsx';
import type { Account } from './looking.tsx';
import { listSchools } from './read-account.ts';
import { nameOf, type Child } from './read-children.ts';
import { daysText, wordsFor } from './words.ts';
import { Years } from './years.tsx';

/** One child’s year: where their learning time was, why, and what stands behind every number. */
export async function childPage(
  web: WebContext,
  account: Account,
  child: Child,
  more: { readonly before?: JSX.Element; readonly after?: JSX.Element | null; readonly flash?: Flash } = {},
): Promise<JSX.Element> {
  const about: About = { scope: `child-${child.upn}`, year: child.year };
  const names: SchoolNames = new Map(
    (await listSchools(account.aggregates, child.year)).map((one) => [one.urn, one.name]),
  );
  const sessions = sessionsOfChild(child);
  return shell(web, {
    section: 'children',
    title: nameOf(child),
    caption: captionOf(child),
    breadcrumbs: [{ text: t('children.title'), href: urls.children({ year: child.year }) }],
    working: account.working,
    ...(more.flash ? { flash: more.flash } : {}),
    children: (
      <>
        {more.before}
        <Summary child={child} about={about} />
        <Years years={child.years} year={child.year} href={(year) => urls.child(child.upn, year)} />
        <p class="govuk-body">
          {maySee(web, 'looks')
            ? rich('child.download-or-looks', {
                download: linkTo(urls.childSessionsCsv(child.upn, child.year)),
                looks: linkTo(urls.looks(child.upn)),
              })
            : rich('child.download-only', { download: linkTo(urls.childSessionsCsv(child.upn, child.year)) })}
        </p>
        {findPurpose(web.actor.role, 'consents') && (
          <p class="govuk-body">{rich('consent.from-child', { link: linkTo(urls.consent(child.upn)) })}</p>
        )}
        {mayActFor(web.actor.role, 'oversight') && (
          <p class="govuk-body">{rich('looks.who-can-see', { link: linkTo(urls.whoCanSee(child.upn)) })}</p>
        )}
        <Figures figures={headlineFigures(child, about)} />
        <LongestAway child={child} sessions={sessions} />
        <YearPicture child={child} sessions={sessions} />
        <ByCause causes={causesOf(sessions)} about={about} />
        <h2 class="govuk-heading-m">{t('child.balances')}</h2>
        <Balance counts={child} about={about} />
        <Rolls child={child} names={names} about={about} />
        <InsideSessions child={child} sessions={sessions} names={names} about={about} />
        <Suspensions child={child} names={names} />
        {more.after}
      </>
    ),
  });
}

/** `Year 7, class 7B, SEN support. UPN H801200001001` */
function captionOf(child: Child): string {
  const { class: form, sen } = child.facts;
  const known = [
    ...(child.year_group === null ? [] : [wordsFor('year-group', String(child.year_group))]),
    ...(form === null ? [] : [t('child.class', { form })]),
    ...(sen === null || sen === 'N' ? [] : [wordsFor('sen', sen)]),
    t('words.upn', { upn: child.upn }),
  ];
  return unitText(known);
}

function Summary({ child, about }: { readonly child: Child; readonly about: About }): JSX.Element {
  return (
    <p class="govuk-body-l">
      {rich('child.summary', {
        year: child.year,
        date: dateText(child.facts.as_of),
        name: child.given_name ?? t('child.this-child'),
        days: <InDays measure="lost_extended" about={about} value={child.lost_extended} />,
        sessions: <Count measure="lost_extended" about={about} value={child.lost_extended} />,
        calendar: <Count measure="calendar" about={about} value={child.calendar} />,
        calendarDays: daysText(child.calendar),
      })}
    </p>
  );
}
