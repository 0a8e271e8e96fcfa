import type { JSX } from 'hono/jsx/jsx-runtime';
import { rich, t } from '#language';
import { nameInside, nameOfArea, type WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { linkTo, type Flash } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { mayLead } from './acting.tsx';
import type { LookedAt } from './looked-at.ts';
import { seriesTitle } from './series-words.ts';

/** `/missions`: every goal of the place in plain words, the next to come due first. */
export function MissionsPage(
  web: WebContext,
  {
    missions,
    waiting,
    flash,
  }: { readonly missions: readonly LookedAt[]; readonly waiting: number; readonly flash?: Flash },
): JSX.Element {
  return shell(web, {
    section: 'goals',
    title: t('goals.title', { area: nameInside(web.area) }),
    ...(flash ? { flash } : {}),
    children: (
      <>
        {missions.length === 0 ? <NoneYet web={web} /> : <List web={web} missions={missions} />}
        {mayLead(web) && govuk.button({ text: t('goals.state'), href: urls.stateMission() })}
        <p class="govuk-body">
          {waiting > 0
            ? rich('goals.challenged-waiting', { link: linkTo(urls.challenges()), count: String(waiting) })
            : rich('goals.challenged', { link: linkTo(urls.challenges()) })}
        </p>
      </>
    ),
  });
}

function NoneYet({ web }: { readonly web: WebContext }): JSX.Element {
  return (
    <>
      <p class="govuk-body-l">{t('goals.none', { area: nameOfArea(web.area) })}</p>
      <p class="govuk-body">{t('goals.none.example')}</p>
      <p class="govuk-body govuk-!-margin-bottom-1">{t('goals.none.then')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('goals.none.draws')}</li>
        <li>{t('goals.none.chance')}</li>
        <li>{t('goals.none.judges')}</li>
        <li>{t('goals.none.beside')}</li>
      </ul>
      <p class="govuk-body">{t('goals.none.place')}</p>
    </>
  );
}

function List({ web, missions }: { readonly web: WebContext; readonly missions: readonly LookedAt[] }): JSX.Element {
  return (
    <>
      {missions.map(({ mission, sentences, state }) =>
        govuk.summaryList({
          card: {
            title: { text: seriesTitle(web, mission.statement.series), headingLevel: 2 },
            actions: {
              items: [
                {
                  text: t('goals.list.path'),
                  href: urls.mission(mission.id),
                },
              ],
            },
          },
          rows: [
            {
              key: { text: t('goals.list.goal') },
              value: { html: htmlOf(<p class="govuk-body">{sentences.join(' ')}</p>) },
            },
            { key: { text: t('goals.list.state') }, value: { text: state.tag } },
            { key: { text: t('goals.answers') }, value: { text: mission.statement.answerable } },
          ],
        }),
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.missionsCsv()}>
          {t('goals.list.download')}
        </a>
      </p>
    </>
  );
}
