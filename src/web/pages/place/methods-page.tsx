import type { JSX } from 'hono/jsx/jsx-runtime';
import { isWaiting, OUTCOMES, REASONS, type Challenge, type ReplyPromise } from '#accountability';
import { today } from '#kernel';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { replyWords } from '../accountability/challenges-beside.tsx';
import { figureTitle } from '../accountability/figure-words.ts';
import { METHODS, type Method } from './methods.ts';

export type MethodsProps = {
  readonly challenges: readonly Challenge[];
  readonly promise: ReplyPromise;
};

/** `/methods`: how places are compared, and what to do where a comparison is wrong. */
export function MethodsPage(web: WebContext, props: MethodsProps): JSX.Element {
  return shell(web, {
    section: 'places',
    caption: 'Places beside each other',
    title: 'How places are compared',
    children: (
      <>
        <p class="govuk-body-l">
          A comparison is fair or it is not shown: like with like, with how far chance could have moved each figure, and
          with the reply of those it is about beside it.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {RULES.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
        <p class="govuk-body">
          <a class="govuk-link" href="#wrong-for-us">
            This comparison is wrong for us: what to do
          </a>
        </p>
        {METHODS.map((method) => (
          <MethodSection method={method} />
        ))}
        <p class="govuk-body">
          In the formulas z is 1.959963984540054 at 95% and 3.090232306167813 at 99.8%; x is a numerator, n a
          denominator, O observed, E expected. The same functions are commands (<code>kith rates</code>,{' '}
          <code>funnel</code>, <code>shrink</code>, <code>dispersion</code>, <code>discoveries</code>,{' '}
          <code>standardise</code>), so that anyone can work out every figure again. The document that comes with Kith,
          fair-comparison.md, says more of each: when to use it, and its limits.
        </p>
        <ChallengeRoute web={web} {...props} />
      </>
    ),
  });
}

const RULES = [
  'No place stands above another: lists are in order of name, and words say higher, lower or similar to England.',
  'Only like is compared: one measure, one period, one kind of school, one group of pupils. Anything else is refused with the reason.',
  'A difference is a question, not a finding. A method can say that chance does not explain a figure; it cannot say what does.',
  'A figure that its publisher hides stays hidden, with the reason, and is never shown as 0 or worked out from others.',
  'Where a series changes its meaning or a place its area, the line is broken and says why.',
] as const;

function MethodSection({ method }: { readonly method: Method }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m" id={method.id}>
        {method.name}
      </h2>
      <p class="govuk-body">{method.says}</p>
      {govuk.summaryList({
        rows: [
          {
            key: { text: method.formulas.length === 1 ? 'Formula' : 'Formulas' },
            value: {
              html: htmlOf(
                <>
                  {method.formulas.map((formula) => (
                    <p class="govuk-body kith-written">{formula}</p>
                  ))}
                </>,
              ),
            },
          },
          { key: { text: 'Source' }, value: { text: `${method.sources.join('; ')}.` } },
          { key: { text: 'Not for' }, value: { text: method.notFor } },
          { key: { text: 'Used on' }, value: { text: method.usedOn } },
        ],
      })}
    </>
  );
}

function ChallengeRoute({ web, challenges, promise }: MethodsProps & { readonly web: WebContext }): JSX.Element {
  const days = `${promise.workingDays} working ${promise.workingDays === 1 ? 'day' : 'days'}`;
  const day = today(web.clock);
  const open = challenges.filter(isWaiting);
  const answered = challenges.filter((one) => !isWaiting(one));
  return (
    <>
      <h2 class="govuk-heading-l" id="wrong-for-us">
        This comparison is wrong for us
      </h2>
      <p class="govuk-body">
        A place knows things that its figures do not. Whoever acts for a school or the area can say so, and is heard
        beside the figure before anyone acts on it.
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>Open the figure: every number leads to the page that says how it was worked out.</li>
        <li>
          Follow “Say why this comparison is wrong for you”, choose what is wrong, and say in your own words what would
          show it.
        </li>
        <li>
          It stands beside the figure at once, with who said it and when: on the figure’s own page, and where it is
          shown on the pages of the area, a school, a place, places beside each other and England.
        </li>
        <li>{`A reply is promised within ${days}. Until then the page says by when; after that, that it is overdue.`}</li>
        <li>
          The reply stands beside the figure too, with what came of it. Both stay, unless they had to be taken out: then
          that stays.
        </li>
      </ol>
      <h3 class="govuk-heading-s">What can be wrong</h3>
      <ul class="govuk-list govuk-list--bullet">
        {Object.values(REASONS).map(({ title }) => (
          <li>{title}</li>
        ))}
      </ul>
      <h3 class="govuk-heading-s">What can come of it</h3>
      <ul class="govuk-list govuk-list--bullet">
        {Object.values(OUTCOMES).map((title) => (
          <li>{title}</li>
        ))}
      </ul>
      <ChallengeList
        web={web}
        id="open-challenges"
        caption={`Waiting for a reply: ${open.length}`}
        challenges={open}
        day={day}
      />
      <ChallengeList
        web={web}
        id="answered-challenges"
        caption={`Answered, or taken out: ${answered.length}`}
        challenges={answered}
        day={day}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.challenges()}>
          All challenges, and how soon a reply is promised
        </a>
      </p>
    </>
  );
}

function ChallengeList(props: {
  readonly web: WebContext;
  readonly id: string;
  readonly caption: string;
  readonly challenges: readonly Challenge[];
  readonly day: ReturnType<typeof today>;
}): JSX.Element {
  const { web, id, caption, challenges, day } = props;
  return (
    <DataTable<Challenge>
      id={id}
      caption={caption}
      captionSize="s"
      columns={[
        {
          heading: 'Figure',
          cell: (one) => (
            <a class="govuk-link" href={urls.challenge(one.id)}>
              {figureTitle(web, one.figure, new Map())}
            </a>
          ),
        },
        { heading: 'What is wrong', cell: (one) => REASONS[one.reason].title },
        { heading: 'Said by', cell: (one) => one.actingFor },
        { heading: 'Reply', cell: (one) => replyWords(one, day) },
      ]}
      rows={challenges}
      empty={`${caption}.`}
    />
  );
}
