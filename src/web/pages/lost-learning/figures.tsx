import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AcademicYear } from '#kernel';
import { findText, t } from '#language';
import { states, type ChildYear, type StateId } from '#lost-learning';
import { stateTitle } from '../../charts/index.ts';
import { printed } from '../../charts/scale.ts';
import { InlineFigure, type FigureProps } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { partValue } from '../reference/scope.ts';
import { daysText, findPercentText } from './words.ts';

export type FigureName = {
  readonly [Key in keyof ChildYear]: ChildYear[Key] extends number ? Key : never;
}[keyof ChildYear];
/** The figures of an account, in sessions but for `minutes_lost`. */
export type FigureCounts = Readonly<Record<FigureName, number>>;

/** What figures are about: the scope and year with which each one is explained. */
export type About = { readonly scope: string; readonly year: AcademicYear };

/** The figure that counts a state’s sessions. */
export const figureOfState: Readonly<Record<StateId, FigureName>> = {
  attended: 'attended',
  suspended: 'suspended',
  unauthorised: 'unauthorised',
  'part-time': 'part_time',
  authorised: 'authorised',
  'access-failure': 'access_failure',
  'unrecorded-dual': 'unrecorded_dual',
  'not-required': 'not_required',
  unmarked: 'unmarked',
  'off-roll': 'off_roll',
};

/** A part of a scope: `area.week-2025-01-06`. */
export function partOf(about: About, kind: string, value: string): About {
  return { ...about, scope: `${about.scope}.${kind}-${partValue(kind, value)}` };
}

function howHref(measure: string, about: About): string {
  return urls.how(measure, about.scope, about.year);
}

type CountProps = {
  readonly measure: string;
  readonly about: About;
  readonly value: number | string;
  /** What the number is, for those who hear the page; the measure’s title where it is left out. */
  readonly label?: string;
};

/** A number in a table or a sentence, with the way to its explanation. */
export function Count({ measure, about, value, label }: CountProps): JSX.Element {
  return (
    <InlineFigure
      measure={measure}
      href={howHref(measure, about)}
      value={typeof value === 'number' ? printed(value) : value}
      label={label ?? titleOf(measure)}
    />
  );
}

/** A number of sessions said in days, for a sentence. Its value stays in sessions. */
export function InDays({ measure, about, value }: CountProps & { readonly value: number }): JSX.Element {
  return (
    <a
      class="govuk-link govuk-link--no-visited-state kith-inline-figure"
      href={howHref(measure, about)}
      data-figure={measure}
      data-value={printed(value)}
    >
      {daysText(value)}
      <span class="govuk-visually-hidden">{` ${t('figures.how-of', { title: titleOf(measure) })}`}</span>
    </a>
  );
}

type Way = 'days' | 'possible' | 'calendar' | 'children' | 'parts';

/**
 * A number that says a figure in another way. Its link leads to the figure’s own page, which says the same under
 * “How it is worked out”; `value` is what stands there, where it is not what is printed here.
 */
export function Beside(props: {
  readonly measure: string;
  readonly about: About;
  readonly way: Way;
  readonly text: string;
  readonly value?: string;
  readonly label?: string;
}): JSX.Element {
  const { measure, about, way, text, value = text, label = titleOf(measure) } = props;
  return (
    <a
      class="govuk-link govuk-link--no-visited-state kith-inline-figure"
      href={`${howHref(measure, about)}#worked-out`}
      data-beside={way}
      data-value={value}
    >
      {text}
      <span class="govuk-visually-hidden">{` ${t('figures.how-way', { label, way: t(`figures.way.${way}`) })}`}</span>
    </a>
  );
}

/** A share with its parts beside it: `7.2%`, or that nothing was possible. */
export function Share(props: {
  readonly measure: string;
  readonly about: About;
  readonly numerator: number;
  readonly denominator: number;
  readonly label?: string;
}): JSX.Element {
  const value = findPercentText(props.numerator, props.denominator);
  if (value === undefined) return <>{t('figures.none-possible')}</>;
  return (
    <Count measure={props.measure} about={props.about} value={value} {...(props.label ? { label: props.label } : {})} />
  );
}

export function titleOf(measure: string): string {
  const state = states.find(({ id }) => figureOfState[id] === measure);
  return state ? stateTitle(state.id) : (findText(`measures.${measure}.title`) ?? measure);
}

/** The figures that stand at the top of a page: the three totals, minutes, and registers that were not taken. */
export function headlineFigures(counts: FigureCounts, about: About): readonly FigureProps[] {
  const lost = (measure: FigureName, whole: 'possible' | 'calendar'): FigureProps => ({
    value: printed(counts[measure]),
    label: titleOf(measure),
    measure,
    href: howHref(measure, about),
    of: t(`figures.of-${whole}`, {
      days: daysText(counts[measure]),
      share: findPercentText(counts[measure], counts[whole]) ?? t('figures.none'),
      total: printed(counts[whole]),
    }),
  });
  return [
    lost('lost_headline', 'possible'),
    lost('lost_absence', 'possible'),
    lost('lost_extended', 'calendar'),
    {
      value: printed(counts.minutes_lost),
      label: t('figures.minutes'),
      measure: 'minutes_lost',
      href: howHref('minutes_lost', about),
      of: t('figures.minutes.of', { sessions: printed(counts.attended) }),
    },
    {
      value: printed(counts.unmarked),
      label: t('figures.unmarked'),
      measure: 'unmarked',
      href: howHref('unmarked', about),
      of: t('figures.unmarked.of', { sessions: printed(counts.calendar) }),
    },
  ];
}
