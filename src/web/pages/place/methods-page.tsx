import type { JSX } from 'hono/jsx/jsx-runtime';
import { isWaiting, OUTCOMES, REASONS, type Challenge, type ReplyPromise } from '#accountability';
import { today } from '#kernel';
import { dataText, rich, speak, t, type PlainKey } from '#language';
import type { WebContext } from '../../context.ts';
import { govuk, htmlOf } from '../../govuk/index.ts';
import { DataTable, InEnglish } from '../../layout/index.ts';
import { shell } from '../../shell.tsx';
import { urls } from '../../urls.ts';
import { replyWords } from '../accountability/challenges-beside.tsx';
import { figureTitle } from '../accountability/figure-words.ts';
import { METHODS, type Method } from './methods.ts';

export type MethodsProps = {
  readonly challenges: readonly Challenge[];
  /** Said among those who work here; undefined for a visitor. */
  readonly promise: ReplyPromise | undefined;
};

/** `/methods`: how places are compared, and what to do where a comparison is wrong. */
export function MethodsPage(web: WebContext, props: MethodsProps): JSX.Element {
  return shell(web, {
    section: 'places',
    caption: t('published.places-beside'),
    title: t('published.how-compared'),
    children: (
      <>
        <p class="govuk-body-l">{t('methods.lead')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {RULES.map((rule) => (
            <li>{t(rule)}</li>
          ))}
        </ul>
        <p class="govuk-body">
          <a class="govuk-link" href="#wrong-for-us">
            {t('methods.wrong.link')}
          </a>
        </p>
        {METHODS.map((method) => (
          <MethodSection method={method} />
        ))}
        <p class="govuk-body">{rich('methods.formulas', { code: (inside) => <code>{inside}</code> })}</p>
        <ChallengeRoute web={web} {...props} />
      </>
    ),
  });
}

const RULES = [
  'methods.rule.order',
  'methods.rule.like',
  'methods.rule.question',
  'methods.rule.hidden',
  'methods.rule.breaks',
] as const satisfies readonly PlainKey[];

function MethodSection({ method }: { readonly method: Method }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m" id={method.id}>
        {t(`methods.${method.id}.name`)}
      </h2>
      <p class="govuk-body">{t(`methods.${method.id}.says`)}</p>
      {govuk.summaryList({
        rows: [
          {
            key: { text: t('methods.formula', { count: method.formulas.length }) },
            value: {
              html: htmlOf(
                <>
                  {method.formulas.map((formula) => (
                    <p class="govuk-body kith-written">
                      <InEnglish>{t(formula)}</InEnglish>
                    </p>
                  ))}
                </>,
              ),
            },
          },
          {
            key: { text: t('methods.source') },
            value: { html: htmlOf(<InEnglish>{sourcesOf(method)}</InEnglish>) },
          },
          { key: { text: t('methods.not-for') }, value: { text: t(`methods.${method.id}.not-for`) } },
          { key: { text: t('methods.used-on') }, value: { text: t(`methods.${method.id}.used-on`) } },
        ],
      })}
    </>
  );
}

function sourcesOf({ sources }: Method): string {
  const [first = '', ...others] = speak('en', () => sources.map((source) => t(source)));
  return `${others.reduce((words, next) => `${words}; ${next}`, first)}.`;
}

function ChallengeRoute({ web, challenges, promise }: MethodsProps & { readonly web: WebContext }): JSX.Element {
  const day = today(web.clock);
  const open = challenges.filter(isWaiting);
  const answered = challenges.filter((one) => !isWaiting(one));
  return (
    <>
      <h2 class="govuk-heading-l" id="wrong-for-us">
        {t('methods.wrong')}
      </h2>
      <p class="govuk-body">{t('methods.wrong.lead')}</p>
      <ol class="govuk-list govuk-list--number">
        <li>{t('methods.wrong.open')}</li>
        <li>{t('methods.wrong.say')}</li>
        <li>{t('methods.wrong.stands')}</li>
        {promise && <li>{t('methods.wrong.promise', { days: promise.workingDays })}</li>}
        <li>{t('methods.wrong.reply')}</li>
      </ol>
      <h3 class="govuk-heading-s">{t('methods.wrong.reasons')}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {Object.values(REASONS).map(({ title }) => (
          <li>{dataText(title)}</li>
        ))}
      </ul>
      <h3 class="govuk-heading-s">{t('methods.wrong.outcomes')}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {Object.values(OUTCOMES).map((title) => (
          <li>{dataText(title)}</li>
        ))}
      </ul>
      <ChallengeList
        web={web}
        id="open-challenges"
        caption={t('methods.wrong.open-list', { count: open.length })}
        challenges={open}
        day={day}
      />
      <ChallengeList
        web={web}
        id="answered-challenges"
        caption={t('methods.wrong.answered-list', { count: answered.length })}
        challenges={answered}
        day={day}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.challenges()}>
          {t('methods.wrong.all')}
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
          heading: t('methods.wrong.figure'),
          cell: (one) => (
            <a class="govuk-link" href={urls.challenge(one.id)}>
              {figureTitle(web, one.figure, new Map())}
            </a>
          ),
        },
        { heading: t('methods.wrong.what'), cell: (one) => dataText(REASONS[one.reason].title) },
        { heading: t('methods.wrong.by'), cell: (one) => one.actingFor },
        { heading: t('methods.wrong.replied'), cell: (one) => replyWords(one, day) },
      ]}
      rows={challenges}
      empty={`${caption}.`}
    />
  );
}
