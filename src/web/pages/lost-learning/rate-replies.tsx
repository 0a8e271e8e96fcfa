import type { JSX } from 'hono/jsx/jsx-runtime';
import { findUrnOf, type Challenge, type FigureAt } from '#accountability';
import { rich } from '#language';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { ChallengeLink, ChallengesBeside, readChallengesAt } from '../accountability/challenges-beside.tsx';
import type { About } from './figures.tsx';
import type { Rate, RateLine } from './rates.ts';

/** The figures of a table that can be challenged, each with what it is called there. */
function listRateFigures(
  rate: Rate,
  lines: readonly RateLine[],
  about: About,
): readonly { readonly label: string; readonly figure: FigureAt }[] {
  return lines.flatMap(({ group }) =>
    group.scope === undefined
      ? []
      : [{ label: group.label, figure: { measure: rate.measure, place: group.scope, period: about.year } }],
  );
}

/** What was said about any comparison of these tables. */
export function readRateChallenges(
  web: WebContext,
  tables: readonly { readonly rate: Rate; readonly lines: readonly RateLine[] }[],
  about: About,
): Promise<readonly Challenge[]> {
  return readChallengesAt(
    web,
    tables.flatMap(({ rate, lines }) => listRateFigures(rate, lines, about).map(({ figure }) => figure)),
  );
}

/** What was said about these comparisons, and the way to say that one is wrong. */
export function RateReplies(props: {
  readonly web: WebContext;
  readonly rate: Rate;
  readonly lines: readonly RateLine[];
  readonly about: About;
  readonly challenges: readonly Challenge[];
  readonly page?: string;
}): JSX.Element {
  const { web, rate, lines, about, challenges } = props;
  const figures = listRateFigures(rate, lines, about);
  const labelOf = ({ place }: FigureAt): string => figures.find(({ figure }) => figure.place === place)?.label ?? place;
  const here = challenges.filter(({ figure }) => figure.measure === rate.measure);
  const page = `${props.page ?? urls.area(about.year)}#rate-${rate.measure}`;
  const pageOf = ({ place }: FigureAt): string => {
    const urn = findUrnOf({ place });
    return urn === undefined ? page : `${urls.school(urn, about.year)}#rate-${rate.measure}`;
  };
  return (
    <>
      <ChallengesBeside web={web} challenges={here} {...(lines.length > 1 ? { titleOf: labelOf } : {})} />
      <p class="govuk-body-s">
        {rich('area.rates.wrong', {
          figures: (
            <>
              {figures.map(({ label, figure }, at) => (
                <>
                  {at > 0 && ', '}
                  <ChallengeLink figure={figure} page={pageOf(figure)} text={label} />
                </>
              ))}
            </>
          ),
        })}
      </p>
    </>
  );
}
