import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayNumber, today, type Instant } from '#kernel';
import { dateText, momentText, rich, t } from '#language';
import { nameOfArea, type WebContext } from '../../context.ts';
import { linkTo } from '../../layout/index.ts';
import { mayBringFiles } from '../../may.ts';
import { urls } from '../../urls.ts';
import type { Account } from '../lost-learning/looking.tsx';
import { reachesSchool, type Reach } from '../lost-learning/reach.ts';
import { listSchools, type SchoolRow } from '../lost-learning/read-account.ts';
import type { Narrowed } from './asked.ts';
import type { Moments } from './read-lists.ts';

/** What every page of lists goes by besides its rows. */
export type Looking = {
  readonly web: WebContext;
  readonly account: Account;
  /** Those that may be chosen: all of the area, or whose children are theirs to see. */
  readonly schools: readonly SchoolRow[];
  readonly schoolName: (urn: number) => string;
  /** Everyone in the area is theirs to see; else only those they are tied to. */
  readonly ofArea: boolean;
};

export async function lookAt(web: WebContext, account: Account, reach: Reach): Promise<Looking> {
  const schools = await listSchools(account.aggregates, account.year);
  const names = new Map(schools.map((school) => [school.urn, school.name]));
  const own = schools.filter(({ urn }) => reachesSchool(reach, urn));
  return {
    web,
    account,
    schools: own,
    schoolName: (urn) => names.get(urn) ?? t('lists.urn', { urn: String(urn) }),
    ofArea: reach.kind === 'area',
  };
}

/** `Northmoor`, or the name of the school whose lists these are. */
export function whoseText({ web, schoolName }: Looking, { urn }: Narrowed): string {
  return urn === undefined ? nameOfArea(web.area) : schoolName(urn);
}

/** Marks older than this many days are said to be old. */
const OLD = 7;

/** As of which day, and how fresh that is. */
export function Freshness({ looking, moments }: { readonly looking: Looking; readonly moments: Moments }): JSX.Element {
  const { web, account } = looking;
  const days = dayNumber(today(web.clock)) - dayNumber(account.asOf);
  return (
    <>
      {moments.published !== undefined && (
        <p class="govuk-body">
          {t('lists.as-of', { date: dateText(account.asOf), moment: momentText(moments.published) })}
        </p>
      )}
      {days > OLD && (
        <div class="govuk-inset-text kith-screen-only">
          {mayBringFiles(web)
            ? rich('lists.stale', { days, link: linkTo(urls.upload()) })
            : t('lists.stale.told', { days })}
        </div>
      )}
    </>
  );
}

/** The button that marks lists as seen; before it was ever pressed, what it does. */
export function SeenForm(props: { readonly asked: Narrowed; readonly moments: Moments }): JSX.Element | null {
  const { asked, moments } = props;
  if (moments.published === undefined) return null;
  return (
    <form method="post" action={urls.seenLists()} class="kith-screen-only">
      <h2 class="govuk-heading-m">{t('lists.seen.heading')}</h2>
      <p class="govuk-body">
        {moments.seen === undefined
          ? t('lists.seen.never')
          : t('lists.seen.since', { moment: momentText(moments.seen) })}
      </p>
      {moments.seen !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.listChanges({ school: asked.urn })}>
            {t('lists.seen.changes')}
          </a>
        </p>
      )}
      <SeenFields asked={asked} until={moments.published} />
    </form>
  );
}

/** What the reader saw is what was published when the page was made, not what came in while they read. */
function SeenFields({ asked, until }: { readonly asked: Narrowed; readonly until: Instant }): JSX.Element {
  return (
    <>
      <input type="hidden" name="until" value={until} />
      {asked.urn !== undefined && <input type="hidden" name="school" value={String(asked.urn)} />}
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
        {t('lists.seen.button')}
      </button>
    </>
  );
}

/** Stands on paper only: whose data this is, and of which day. */
export function PrintLine({ looking, asked }: { readonly looking: Looking; readonly asked: Narrowed }): JSX.Element {
  return (
    <p class="kith-print-only">
      {t('lists.print-line', { area: whoseText(looking, asked), date: dateText(looking.account.asOf) })}
    </p>
  );
}
