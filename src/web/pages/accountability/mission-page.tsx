import type { JSX } from 'hono/jsx/jsx-runtime';
import { ASSUMES, goalFigure, stateWords, type Amendment, type Milestone, type StepState } from '#accountability';
import { instantDate, writtenDate } from '#kernel';
import { rateText, unitWords } from '#place';
import type { WebContext } from '../../context.ts';
import { govuk } from '../../govuk/index.ts';
import { DataTable, type Flash } from '../../layout/index.ts';
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
    caption: `Goal of ${web.area.name}: ${whoseWords(web, statement.series)}`,
    back: { text: 'Goals', href: urls.missions() },
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
        <h2 class="govuk-heading-m">Why it matters</h2>
        <Written text={statement.why} />
        {govuk.summaryList({
          rows: [
            { key: { text: 'Who answers for it' }, value: { text: statement.answerable } },
            {
              key: { text: 'Stated' },
              value: { text: `${writtenDate(instantDate(mission.stated.at))}, by ${mission.stated.by}` },
            },
            { key: { text: 'Figures' }, value: { text: sourceWords(web, statement.series) } },
            { key: { text: 'What is measured' }, value: { text: looked.measure.definition } },
          ],
        })}
        <Changes looked={looked} />
        <Actions web={web} looked={looked} />
      </>
    ),
  });
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
        text: `The figure for ${year} was ${goalFigure(unit, value)} when the goal was stated. It has been revised since, and is now ${goalFigure(unit, now.value)}.`,
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
      <h2 class="govuk-heading-m">Milestones</h2>
      <DataTable<MilestoneRow>
        id="milestones"
        caption="Steps on the way, judged by the figures alone"
        captionSize="s"
        columns={[
          { heading: 'By', cell: ({ milestone }) => writtenDate(milestone.by) },
          {
            heading: 'The figure should be',
            numeric: true,
            cell: ({ milestone }) => goalFigure(measure.unit, milestone.value),
          },
          { heading: 'What will have been done', cell: ({ milestone }) => milestone.words },
          {
            heading: 'How it stands',
            cell: ({ state }) =>
              'value' in state
                ? `${stateWords(state)}: ${goalFigure(measure.unit, state.value)} in ${state.year}`
                : stateWords(state),
          },
        ]}
        rows={rows}
        empty="No milestones were set on the way to this goal."
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
        <h2 class="govuk-heading-m">Where it is heading</h2>
        <p class="govuk-body">{`It cannot be said yet. ${outlook.reason}`}</p>
      </>
    );
  }
  const change = (value: number): string =>
    `${value < 0 ? 'down' : 'up'} ${rateText(Math.abs(value), 2)}${measure.unit === 'percent' ? ' percentage points' : unitWords(measure.unit)} a year`;
  const [first, last] = [outlook.through[0], outlook.through.at(-1)];
  return (
    <>
      <h2 class="govuk-heading-m">Where it is heading</h2>
      <p class="govuk-body">
        {`From ${first ?? ''} to ${last ?? ''} the figure went ${change(outlook.pace)}.`}
        {outlook.needed !== undefined &&
          ` From the latest figure on, the goal needs it to go ${change(outlook.needed)}.`}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">What the chance assumes:</p>
      <ul class="govuk-list govuk-list--bullet">
        {ASSUMES.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </>
  );
}

function Changes({ looked }: { readonly looked: LookedAt }): JSX.Element | null {
  const { mission, measure } = looked;
  const figure = (value: number): string => goalFigure(measure.unit, value);
  const changed = ({ before, after }: Amendment): string => {
    const goal = `${figure(after.target)} by ${writtenDate(after.by)}`;
    const was = `${figure(before.target)} by ${writtenDate(before.by)}`;
    return goal === was ? `The goal stayed ${goal}.` : `The goal was ${was}, and became ${goal}.`;
  };
  if (mission.amendments.length === 0 && !mission.ended) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What was changed</h2>
      {govuk.summaryList({
        rows: [
          ...mission.amendments.map((one) => ({
            key: { text: writtenDate(instantDate(one.at)) },
            value: { text: `${changed(one)} Because: ${one.because} (${one.by})` },
          })),
          ...(mission.ended
            ? [
                {
                  key: { text: writtenDate(instantDate(mission.ended.at)) },
                  value: { text: `${looked.state.tag}. Because: ${mission.ended.because} (${mission.ended.by})` },
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
    { text: 'Download the path and the milestones (CSV)', href: urls.missionCsv(id) },
    ...(mayLead(web) && !looked.mission.ended
      ? [
          { text: 'Amend this goal', href: urls.amendMission(id) },
          { text: 'End this goal', href: urls.endMission(id) },
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
