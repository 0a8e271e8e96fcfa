import type { JSX } from 'hono/jsx/jsx-runtime';
import { writtenDate } from '#kernel';
import { getAccountMeasure, listOtherwise, type AgreedWalk, type BridgeEnd } from '#lost-learning';
import type { WebContext } from '../../context.ts';
import { printed } from '../../charts/scale.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { Share, type About } from '../lost-learning/figures.tsx';
import type { Account } from '../lost-learning/looking.tsx';
import { AnswerToFigure, AskFigure, findFigureError } from './ask-figure.tsx';
import { Otherwises } from './otherwises.tsx';
import { WalkTable } from './walk-table.tsx';
import type { WhyPlace } from './why-place.ts';

/** Each figure that a walk ends at: its measure, and what the page calls it. */
const ENDS: Readonly<Record<BridgeEnd, { readonly measure: string; readonly title: string }>> = {
  published: { measure: 'overall_percent', title: 'To the rate as the DfE counts' },
  account: { measure: 'absence_rate', title: 'To the account’s own rate' },
};

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
    title: 'Why does this figure differ?',
    caption: `${place.name}, ${account.year}`,
    back: place.back,
    working: account.working,
    ...(error ? { errors: [{ text: error, field: 'figure' }] } : {}),
    children: any ? (
      <>
        <p class="govuk-body-l">{`Up to ${writtenDate(account.asOf)}, the same registers give different absence rates. Here is why they differ from each other, from what your own system shows, and from the DfE’s:`}</p>
        <ul class="govuk-list govuk-list--bullet">
          {walks.map((walk) => (
            <Rate walk={walk} about={about} />
          ))}
          {walks.slice(0, 1).map(({ start }) => (
            <li>
              {`Every mark as it was first recorded, before any rule: ${start.possible > 0 ? `${((100 * start.absent) / start.possible).toFixed(1)}%` : 'nothing to divide by'}, ${printed(start.absent)} of ${printed(start.possible)} possible sessions`}
            </li>
          ))}
        </ul>
        <AskFigure place={place} year={account.year} asked={asked} error={error} />
        {asked !== '' && error === undefined && <AnswerToFigure walks={walks} asked={asked} />}
        {walks.map((walk) => (
          <section>
            <h2 class="govuk-heading-m">{ENDS[walk.ends].title}</h2>
            <WalkTable walk={walk} />
            <Otherwises others={listOtherwise(walk)} />
          </section>
        ))}
        <DfesOwn />
      </>
    ) : (
      <p class="govuk-body">{`${place.name} has no session in the registers of ${account.year}, so there is nothing to explain.`}</p>
    ),
  });
}

function Rate({ walk, about }: { readonly walk: AgreedWalk; readonly about: About }): JSX.Element {
  const { measure } = ENDS[walk.ends];
  const { absent, possible } = walk.reached;
  return (
    <li>
      {`${getAccountMeasure(measure).title}: `}
      <Share measure={measure} about={about} numerator={absent} denominator={possible} />
      {`, ${printed(absent)} of ${printed(possible)} possible sessions`}
    </li>
  );
}

function DfesOwn(): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">What the DfE itself publishes may still differ</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Its termly figures come from the school census, a term later: what schools correct since is not in them.
        </li>
        <li>Its figures are of terms and years: hold a figure against one of the same period.</li>
        <li>
          Where the reasons and the total in a census return do not agree, it takes the sum of the reasons, unless that
          is below the total.
        </li>
        <li>
          Its daily figures are of the schools that share data; over several kinds of school they are weighted by the
          pupils of the census.
        </li>
      </ul>
      <p class="govuk-body">
        Source: DfE, pupil absence statistics and pupil attendance in schools: methodology.{' '}
        <a class="govuk-link" href={urls.measures()}>
          Every measure and what it means
        </a>
      </p>
    </>
  );
}
