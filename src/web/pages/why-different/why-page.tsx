import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateText, rich, t } from '#language';
import { listOtherwise, type AgreedWalk, type BridgeEnd } from '#lost-learning';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { linkTo } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Share, type About } from '../lost-learning/figures.tsx';
import type { Account } from '../lost-learning/looking.tsx';
import { findPercentText } from '../lost-learning/words.ts';
import { AnswerToFigure, AskFigure, findFigureError } from './ask-figure.tsx';
import { Otherwises } from './otherwises.tsx';
import { WalkTable } from './walk-table.tsx';
import type { WhyPlace } from './why-place.ts';

/** The measure that each walk ends at. */
const MEASURES = {
  published: 'overall_percent',
  account: 'absence_rate',
} as const satisfies Readonly<Record<BridgeEnd, string>>;

/** Why a rate is not what another system shows: from every session of the registers, rule by rule, to each figure. */
export function WhyPage(
  web: WebContext,
  props: {
    readonly account: Account;
    readonly place: WhyPlace;
    readonly walks: readonly AgreedWalk[];
    /** What the reader’s own system shows; empty where it was not asked. */
    readonly asked: string;
  },
): JSX.Element {
  const { account, place, walks, asked } = props;
  const about: About = { scope: place.scope, year: account.year };
  const error = asked === '' ? undefined : findFigureError(asked);
  const any = walks.some((walk) => walk.start.sessions > 0);
  return shell(web, {
    section: 'none',
    title: t('why.title'),
    caption: t('why.caption', { place: place.name, year: account.year }),
    back: place.back,
    working: account.working,
    ...(error ? { errors: [{ text: error, field: 'figure' }] } : {}),
    children: any ? (
      <>
        <p class="govuk-body-l">{t('why.lead', { date: dateText(account.asOf) })}</p>
        <ul class="govuk-list govuk-list--bullet">
          {walks.map((walk) => (
            <Rate walk={walk} about={about} />
          ))}
          {walks.slice(0, 1).map(({ start }) => (
            <li>
              {t('why.recorded', {
                rate: findPercentText(start.absent, start.possible) ?? t('area.rates.no-divisor'),
                absent: printed(start.absent),
                possible: printed(start.possible),
              })}
            </li>
          ))}
        </ul>
        <AskFigure place={place} year={account.year} asked={asked} error={error} />
        {asked !== '' && error === undefined && <AnswerToFigure walks={walks} asked={asked} />}
        {walks.map((walk) => (
          <section>
            <h2 class="govuk-heading-m">{t(`why.to.${walk.ends}`)}</h2>
            <WalkTable walk={walk} />
            <Otherwises others={listOtherwise(walk)} />
          </section>
        ))}
        <DfesOwn />
      </>
    ) : (
      <p class="govuk-body">{t('why.nothing', { place: place.name, year: account.year })}</p>
    ),
  });
}

function Rate({ walk, about }: { readonly walk: AgreedWalk; readonly about: About }): JSX.Element {
  const measure = MEASURES[walk.ends];
  const { absent, possible } = walk.reached;
  return (
    <li>
      {rich('why.rate', {
        measure: t(`measures.${measure}.title`),
        rate: <Share measure={measure} about={about} numerator={absent} denominator={possible} />,
        absent: printed(absent),
        possible: printed(possible),
      })}
    </li>
  );
}

function DfesOwn(): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{t('why.dfe')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('why.dfe.census')}</li>
        <li>{t('why.dfe.period')}</li>
        <li>{t('why.dfe.sums')}</li>
        <li>{t('why.dfe.daily')}</li>
      </ul>
      <p class="govuk-body">{rich('why.dfe.source', { link: linkTo(urls.measures()) })}</p>
    </>
  );
}
