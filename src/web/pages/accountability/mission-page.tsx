import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  ASSUMES,
  goalFigure,
  stateWords,
  withUnit,
  type Amendment,
  type Milestone,
  type StepState,
} from '#accountability';
import { instantDate } from '#kernel';
import { dataText, dateText, t } from '#language';
import { rateText } from '#place';
import { nameOfArea, type WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, InEnglish, type Flash } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { mayLead, Written } from './acting.tsx';
import { Counters, type Counter } from './counters.tsx';
import type { LookedAt } from './looked-at.ts';
import { PathFigure } from './path-figure.tsx';
import { sourceWords, whoseWords } from './series-words.ts';

/** `/missions/…`: one goal, the path so far, and where it is heading. */
export function MissionPage(
  web: WebContext,
  {
    looked,
    counters,
    flash,
  }: { readonly looked: LookedAt; readonly counters: readonly Counter[]; readonly flash?: Flash },
): JSX.Element {
  const { mission, sentences, state, unseen } = looked;
  const { statement } = mission;
  return shell(web, {
    section: 'goals',
    title: looked.measure.title,
    caption: t('goals.caption', { area: nameOfArea(web.area), whose: whoseWords(web, statement.series) }),
    back: { text: t('goals.goals'), href: urls.missions() },
    ...(flash ? { flash } : {}),
    children: (
      <>
        <p class="govuk-body-l">{sentences.join(' ')}</p>
        <p class="govuk-body">{govuk.tag({ text: state.tag, classes: 'govuk-tag--grey' })}</p>
        <Revised looked={looked} />
        {unseen === undefined ? <PathFigure web={web} looked={looked} /> : <p class="govuk-body">{unseen}</p>}
        <Milestones looked={looked} />
        <Heading looked={looked} />
        <Counters web={web} counters={counters} mission={mission} />
        <h2 class="govuk-heading-m">{t('goals.why')}</h2>
        <Written text={statement.why} />
        {govuk.summaryList({
          rows: [
            { key: { text: t('goals.answers') }, value: { text: statement.answerable } },
            {
              key: { text: t('goals.stated') },
              value: {
                text: t('goals.stated.text', {
                  date: dateText(instantDate(mission.stated.at)),
                  who: mission.stated.by,
                }),
              },
            },
            { key: { text: t('goals.figures') }, value: { text: sourceWords(web, statement.series) } },
            { key: { text: t('goals.measured') }, value: { html: htmlOf(<Definition looked={looked} />) } },
          ],
        })}
        <Changes looked={looked} />
        <Actions web={web} looked={looked} />
      </>
    ),
  });
}

/** A published measure’s definition has no words but English. */
function Definition({ looked: { measure } }: { readonly looked: LookedAt }): JSX.Element {
  return measure.source === 'account' ? <>{measure.definition}</> : <InEnglish>{measure.definition}</InEnglish>;
}

/** The baseline was written down when the goal was stated; figures may be put right since. */
function Revised({ looked }: { readonly looked: LookedAt }): JSX.Element | null {
  const { year, value } = looked.mission.statement.baseline;
  const { unit } = looked.measure;
  const now = looked.points.find((point) => point.year === year);
  if (!now || goalFigure(unit, now.value) === goalFigure(unit, value)) return null;
  return (
    <>
      {govuk.insetText({
        text: t('goals.revised', { year, before: goalFigure(unit, value), now: goalFigure(unit, now.value) }),
      })}
    </>
  );
}

type MilestoneRow = { readonly milestone: Milestone; readonly state: StepState };

function Milestones({ looked }: { readonly looked: LookedAt }): JSX.Element {
  const { mission, measure, steps } = looked;
  const rows = mission.statement.milestones.flatMap((milestone, at): readonly MilestoneRow[] => {
    const state = steps[at];
    return state ? [{ milestone, state }] : [];
  });
  return (
    <>
      <h2 class="govuk-heading-m">{t('goals.milestones')}</h2>
      <DataTable<MilestoneRow>
        id="milestones"
        caption={t('goals.milestones.caption')}
        captionSize="s"
        columns={[
          { heading: t('goals.milestones.by'), cell: ({ milestone }) => dateText(milestone.by) },
          {
            heading: t('goals.milestones.figure'),
            numeric: true,
            cell: ({ milestone }) => goalFigure(measure.unit, milestone.value),
          },
          { heading: t('goals.milestones.done'), cell: ({ milestone }) => milestone.words },
          {
            heading: t('goals.milestones.stands'),
            cell: ({ state }) =>
              'value' in state
                ? t('goals.milestones.figure-in', {
                    state: stateWords(state),
                    figure: goalFigure(measure.unit, state.value),
                    year: state.year,
                  })
                : stateWords(state),
          },
        ]}
        rows={rows}
        empty={t('goals.milestones.none')}
      />
    </>
  );
}

/** The pace, what would be needed, and what the chance assumes. */
function Heading({ looked }: { readonly looked: LookedAt }): JSX.Element | null {
  const { outlook, measure, goal, mission } = looked;
  if (mission.ended || goal.kind === 'reached' || goal.kind === 'missed') return null;
  if (outlook.kind === 'cannot-say') {
    return (
      <>
        <h2 class="govuk-heading-m">{t('goals.heading')}</h2>
        <p class="govuk-body">{t('goals.heading.cannot', { reason: outlook.reason })}</p>
      </>
    );
  }
  const change = (value: number): string => {
    const [way, number] = [value < 0 ? 'down' : 'up', rateText(Math.abs(value), 2)] as const;
    return measure.unit === 'percent'
      ? t(`goals.change.${way}-points`, { number })
      : t(`goals.change.${way}`, { figure: withUnit(measure.unit, number) });
  };
  const [first, last] = [outlook.through[0], outlook.through.at(-1)];
  return (
    <>
      <h2 class="govuk-heading-m">{t('goals.heading')}</h2>
      <p class="govuk-body">
        {t('goals.heading.went', { first: first ?? '', last: last ?? '', change: change(outlook.pace) })}
        {outlook.needed !== undefined && ` ${t('goals.heading.needed', { change: change(outlook.needed) })}`}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">{t('goals.heading.assumes')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {ASSUMES.map((one) => (
          <li>{dataText(one)}</li>
        ))}
      </ul>
    </>
  );
}

function Changes({ looked }: { readonly looked: LookedAt }): JSX.Element | null {
  const { mission, measure } = looked;
  const figure = (value: number): string => goalFigure(measure.unit, value);
  const changed = ({ before, after, because, by: who }: Amendment): string => {
    const [goal, was] = [figure(after.target), figure(before.target)];
    return goal === was && after.by === before.by
      ? t('goals.changes.stayed', { figure: goal, date: dateText(after.by), because, who })
      : t('goals.changes.became', {
          before: was,
          beforeDate: dateText(before.by),
          after: goal,
          afterDate: dateText(after.by),
          because,
          who,
        });
  };
  if (mission.amendments.length === 0 && !mission.ended) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('goals.changes')}</h2>
      {govuk.summaryList({
        rows: [
          ...mission.amendments.map((one) => ({
            key: { text: dateText(instantDate(one.at)) },
            value: { text: changed(one) },
          })),
          ...(mission.ended
            ? [
                {
                  key: { text: dateText(instantDate(mission.ended.at)) },
                  value: {
                    text: t('goals.changes.ended', {
                      tag: looked.state.tag,
                      because: mission.ended.because,
                      who: mission.ended.by,
                    }),
                  },
                },
              ]
            : []),
        ],
      })}
    </>
  );
}

function Actions({ web, looked }: { readonly web: WebContext; readonly looked: LookedAt }): JSX.Element {
  const { id } = looked.mission;
  const links = [
    { text: t('goals.do.download'), href: urls.missionCsv(id) },
    ...(mayLead(web) && !looked.mission.ended
      ? [
          { text: t('goals.do.amend'), href: urls.amendMission(id) },
          { text: t('goals.do.end'), href: urls.endMission(id) },
        ]
      : []),
  ];
  return (
    <ul class="govuk-list">
      {links.map(({ text, href }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
