import type { JSX } from 'hono/jsx/jsx-runtime';
import { nameInside, type WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import type { Flash } from '../../layout/index.ts';
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
    title: `Goals of ${nameInside(web.area)}`,
    ...(flash ? { flash } : {}),
    children: (
      <>
        {missions.length === 0 ? <NoneYet web={web} /> : <List web={web} missions={missions} />}
        {mayLead(web) && govuk.button({ text: 'State a goal', href: urls.stateMission() })}
        <p class="govuk-body">
          <a class="govuk-link" href={urls.challenges()}>
            Comparisons that were challenged
          </a>
          {waiting > 0 ? ` (${waiting} waiting for a reply)` : ''}
        </p>
      </>
    ),
  });
}

function NoneYet({ web }: { readonly web: WebContext }): JSX.Element {
  return (
    <>
      <p class="govuk-body-l">{`${web.area.name} has stated no goal here yet.`}</p>
      <p class="govuk-body">
        A goal says in one sentence what a place wants to be different: which figure, from where to where, by when, why,
        and who answers for it. For example, “Persistent absence in secondary schools was 24.1% in 2024/25. The goal is
        19% by July 2029.”
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">Kith then does four things with it:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>draws the path so far from figures that are here already; nothing is typed twice</li>
        <li>says how likely the goal is at the present pace, and when there are too few years to say</li>
        <li>judges each milestone by its figure, so that nobody has to tick it off and nobody can</li>
        <li>
          shows beside it what would give away a goal that was met by leaving children out: time on no roll, part-time
          timetables, registers not taken
        </li>
      </ul>
      <p class="govuk-body">
        A goal is for a place. No school and no child is set one, and places are not put in order.
      </p>
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
                  text: 'See the path',
                  href: urls.mission(mission.id),
                },
              ],
            },
          },
          rows: [
            { key: { text: 'Goal' }, value: { html: htmlOf(<p class="govuk-body">{sentences.join(' ')}</p>) } },
            { key: { text: 'State' }, value: { text: state.tag } },
            { key: { text: 'Who answers for it' }, value: { text: mission.statement.answerable } },
          ],
        }),
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.missionsCsv()}>
          Download all goals (CSV)
        </a>
      </p>
    </>
  );
}
