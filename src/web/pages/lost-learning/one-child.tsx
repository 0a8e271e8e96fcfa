import type { Context } from 'hono';
import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  listNotes,
  listSchoolsOf,
  restrictedSince,
  seesByAgreement,
  type Note,
  type OpenEmergency,
  type Purpose,
} from '#access';
import { findAcademicYear, findUpn, instantDate, Refusal, type Instant, type Upn } from '#kernel';
import { dateText, momentText, rich, t } from '#language';
import { orRefusal } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { RestrictedNotes } from '../access/notes-section.tsx';
import { mayBreakGlass } from '../access/emergency-routes.tsx';
import { childPage } from './child-page.tsx';
import { schoolName } from './child-story.ts';
import { purposeOf, withAccount, type Account } from './looking.tsx';
import { listSchools } from './read-account.ts';
import { findChild, type Child } from './read-children.ts';

type Seen = { readonly child: Child; readonly notes: readonly Note[]; readonly restricted: Instant | undefined };

/**
 * One child’s page: by what ties who looks; else in an emergency that is open; else, by an agreement to find, who has the
 * child. Otherwise a child that is not there and one that may not be seen answer alike.
 */
export function answerChild(web: WebContext, context: Context): Promise<Response> {
  return withAccount(web, context, { section: 'children' }, async (account) => {
    const upn = findUpn((context.req.param('upn') ?? '').toUpperCase());
    if (!upn) return noChild(web, context, undefined);
    const year = findAcademicYear(context.req.query('year') ?? '');
    const look = async (purpose: Purpose): Promise<Seen | undefined> => {
      const seen = await orRefusal(() =>
        web.access.actingAs(web.actor, purpose, { kind: 'child', upn }, async (tx) => {
          const child = await findChild(tx, upn, year);
          return child && { child, notes: await listNotes(tx, upn), restricted: await restrictedSince(tx, upn) };
        }),
      );
      return seen instanceof Refusal ? undefined : seen;
    };
    const seen = await look(purposeOf(web));
    if (seen) {
      const { child, notes, restricted } = seen;
      return childPage(web, account, child, {
        after: RestrictedNotes({ web, upn, notes }),
        before: <Restricted since={restricted} />,
      });
    }
    const emergency = mayBreakGlass(web) ? await web.access.findEmergency(web.actor, upn) : undefined;
    const opened = emergency && (await look('safeguarding-emergency'));
    if (opened) {
      const before = <Restricted since={opened.restricted} />;
      return childPage(web, account, opened.child, { flash: inEmergency(emergency), before });
    }
    return (await findWhoHas(web, account, upn)) ?? noChild(web, context, upn);
  });
}

/** Told to whoever sees the child all the same; to anybody else it is a child that may not be seen. */
function Restricted({ since }: { readonly since: Instant | undefined }): JSX.Element {
  if (since === undefined) return <></>;
  return <>{govuk.insetText({ text: t('child.restricted', { since: dateText(instantDate(since)) }) })}</>;
}

function inEmergency({ endsAt }: OpenEmergency) {
  return { kind: 'information', text: t('emergency.seeing', { until: momentText(endsAt) }) } as const;
}

/** For whoever sees by agreement and may find a child, and not read about it. */
async function findWhoHas(web: WebContext, account: Account, upn: Upn): Promise<JSX.Element | undefined> {
  if (!seesByAgreement(web.actor.role)) return undefined;
  const urns = await orRefusal(() =>
    web.access.actingAs(web.actor, purposeOf(web), { kind: 'child', upn }, (tx) => listSchoolsOf(tx, upn)),
  );
  if (urns instanceof Refusal || urns.length === 0) return undefined;
  const names = new Map((await listSchools(account.aggregates, account.year)).map((one) => [one.urn, one.name]));
  return shell(web, {
    section: 'children',
    title: t('found.title'),
    caption: t('words.upn', { upn }),
    children: (
      <>
        <p class="govuk-body-l">{t('found.text')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {urns.map((urn) => (
            <li>{t('found.school', { school: schoolName(names, urn), urn: String(urn) })}</li>
          ))}
        </ul>
        <p class="govuk-body">{t('found.ask')}</p>
      </>
    ),
  });
}

/** Says nothing of whether there is such a child; whoever may open one in an emergency is told how. */
async function noChild(web: WebContext, context: Context, upn: Upn | undefined): Promise<Response> {
  const page = shell(web, {
    section: 'children',
    title: t('children.not-found'),
    children: (
      <>
        <p class="govuk-body">{t('children.not-found.text')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={urls.children()}>
            {t('children.find-one')}
          </a>
        </p>
        {upn && mayBreakGlass(web) && (
          <p class="govuk-body">{rich('emergency.offer', { link: linkTo(urls.emergency(upn)) })}</p>
        )}
      </>
    ),
  });
  return context.html(page, 404);
}
