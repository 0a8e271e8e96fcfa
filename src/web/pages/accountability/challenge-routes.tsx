import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  acknowledgeChallenge,
  answerChallenge,
  changedSince,
  findChallenge,
  findReplyPromise,
  findTakenOutFor,
  findUrnOf,
  judgeReply,
  judgeSaying,
  judgeWorkingDays,
  listChallenges,
  listChallengesAt,
  makeChallenge,
  mayChallenge,
  ownPath,
  promiseReply,
  takeOutWords,
  type Challenge,
} from '#accountability';
import { t } from '#language';
import type { Subject } from '#access';
import type { WebContext } from '../../context.ts';
import type { Flash } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { acting, answering, ID, LARGEST_FORM, leading, notThere, refusedGoals } from './acting.tsx';
import { ChallengeFormPage } from './challenge-form.tsx';
import { ChallengePage, ChallengesPage } from './challenges-page.tsx';
import { findFigureWords, type FigureWords } from './figure-words.ts';
import { openFigures } from './figures.ts';
import { TakeOutPage } from './take-out-page.tsx';

const TOLD = ['made', 'acknowledged', 'answered', 'taken-out', 'promised'] as const;

/** What was done, where the address says it. */
function told(context: Context): { readonly flash?: Flash } {
  const done = TOLD.find((one) => one === context.req.query('told'));
  return done ? { flash: { kind: 'success', text: t(`challenges.told.${done}`) } } : {};
}

/** Challenges: the list, making one from a figure, one with its replies, and how soon a reply is promised. */
export function challengeRoutes(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  routes.get('/challenges', (context) =>
    answering(web, context, async () => {
      return ChallengesPage(web, { ...(await readAll(web)), ...told(context) });
    }),
  );

  routes.post('/challenges/reply-time', limit, (context) =>
    leading(web, context, async () => {
      const fields = await fieldsOf(context);
      const [typedDays = '', next] = [fields['working-days'], Number(fields['next'])];
      const judged = judgeWorkingDays(typedDays);
      if (judged.kind === 'problems' || !Number.isSafeInteger(next) || next < 1) {
        const errors = judged.kind === 'problems' ? judged.problems : [];
        return context.html(ChallengesPage(web, { ...(await readAll(web)), errors, typedDays }), 400);
      }
      await acting(web, (tx) => promiseReply(tx, web.clock, web.actor, { workingDays: judged.value, next }));
      return context.redirect(`${urls.challenges()}?told=promised`, 303);
    }),
  );

  routes.get('/challenges/new', (context) =>
    answering(web, context, () => answerMaking(web, context, context.req.query(), undefined)),
  );

  routes.post('/challenges/new', limit, (context) =>
    answering(web, context, async () => {
      const fields = await fieldsOf(context);
      return answerMaking(web, context, context.req.query(), fields);
    }),
  );

  routes.get(`/challenges/${ID}`, (context) =>
    withChallenge(web, context, async (challenge, names) => {
      return ChallengePage(web, { challenge, names, fields: {}, errors: [], ...told(context) });
    }),
  );

  routes.post(`/challenges/${ID}/acknowledge`, limit, (context) =>
    leading(web, context, () =>
      withChallenge(web, context, async (challenge) => {
        await acting(web, (tx) => acknowledgeChallenge(tx, web.clock, web.actor, challenge));
        return context.redirect(`${urls.challenge(challenge.id)}?told=acknowledged`, 303);
      }),
    ),
  );

  routes.post(`/challenges/${ID}/answer`, limit, (context) =>
    leading(web, context, () =>
      withChallenge(web, context, async (challenge, names) => {
        const fields = await fieldsOf(context);
        const reply = judgeReply({
          outcome: fields['outcome'] ?? '',
          reply: fields['reply'] ?? '',
          answeredFor: fields['answered-for'] ?? '',
        });
        if (reply.kind === 'problems') {
          return context.html(ChallengePage(web, { challenge, names, fields, errors: reply.problems }), 400);
        }
        if (fields['next'] !== String(challenge.next)) throw changedSince();
        await acting(web, (tx) => answerChallenge(tx, web.clock, web.actor, challenge, reply.value));
        return context.redirect(`${urls.challenge(challenge.id)}?told=answered`, 303);
      }),
    ),
  );

  routes.get(`/challenges/${ID}/take-out`, (context) =>
    leading(web, context, () =>
      withChallenge(web, context, async (challenge, names) =>
        challenge.withdrawn
          ? context.redirect(urls.challenge(challenge.id), 303)
          : TakeOutPage(web, { challenge, names, fields: {}, errors: [] }),
      ),
    ),
  );

  routes.post(`/challenges/${ID}/take-out`, limit, (context) =>
    leading(web, context, () =>
      withChallenge(web, context, async (challenge, names) => {
        const fields = await fieldsOf(context);
        const because = findTakenOutFor(fields['because'] ?? '');
        if (!because) {
          const errors = [{ field: 'because', text: t('challenges.why-out') }];
          return context.html(TakeOutPage(web, { challenge, names, fields, errors }), 400);
        }
        if (fields['next'] !== String(challenge.next)) throw changedSince();
        await acting(web, (tx) => takeOutWords(tx, web.clock, web.actor, challenge, because));
        return context.redirect(`${urls.challenge(challenge.id)}?told=taken-out`, 303);
      }),
    ),
  );

  return routes;
}

/** The form for one figure; with fields, the challenge itself, which then stands beside it. */
async function answerMaking(
  web: WebContext,
  context: Context,
  asked: Readonly<Record<string, string | undefined>>,
  fields: Readonly<Record<string, string>> | undefined,
): Promise<JSX.Element | Response> {
  const { measure, place, period } = asked;
  const words = findFigureWords(web, { measure, place, period });
  if (!words) return notThere(web, context, 'figure');
  const page = ownPath(asked['page'] ?? '/');
  const subject = subjectOf(words);
  const form = await readForm(web, words, subject);
  if (!form) return refusedGoals(web, context, t('challenges.not-yours'));
  if (!fields) return ChallengeFormPage(web, { words, page, ...form, fields: {}, errors: [] });
  const saying = judgeSaying({
    reason: fields['reason'] ?? '',
    words: fields['words'] ?? '',
    actingFor: fields['acting-for'] ?? '',
  });
  if (saying.kind === 'problems') {
    return context.html(ChallengeFormPage(web, { words, page, ...form, fields, errors: saying.problems }), 400);
  }
  const said = { ...saying.value, page };
  const id = await acting(web, (tx) => makeChallenge(tx, web.clock, web.actor, words.figure, said), subject);
  return context.redirect(`${urls.challenge(id)}?told=made`, 303);
}

function subjectOf({ figure }: FigureWords): Subject {
  const urn = findUrnOf(figure);
  return urn === undefined ? { kind: 'area' } : { kind: 'school', urn };
}

/** What the form shows; undefined where it is not for whoever acts. */
function readForm(web: WebContext, { figure }: FigureWords, subject: Subject) {
  return acting(
    web,
    async (tx) =>
      (await mayChallenge(tx, figure))
        ? { said: await listChallengesAt(tx, [figure]), promise: await findReplyPromise(tx) }
        : undefined,
    subject,
  );
}

async function readAll(web: WebContext) {
  const held = await acting(web, async (tx) => ({
    challenges: await listChallenges(tx),
    promise: await findReplyPromise(tx),
  }));
  return { ...held, names: await schoolNames(web, held.challenges) };
}

function withChallenge(
  web: WebContext,
  context: Context,
  answer: (challenge: Challenge, names: ReadonlyMap<number, string>) => Promise<JSX.Element | Response>,
): Promise<Response> {
  return answering(web, context, async () => {
    const challenge = await acting(web, (tx) => findChallenge(tx, context.req.param('id') ?? ''));
    return challenge ? answer(challenge, await schoolNames(web, [challenge])) : notThere(web, context, 'challenge');
  });
}

/** Names of the schools that challenges are about. The account is asked only where there is one to name. */
async function schoolNames(web: WebContext, challenges: readonly Challenge[]): Promise<ReadonlyMap<number, string>> {
  if (challenges.every(({ figure }) => findUrnOf(figure) === undefined)) return new Map();
  return new Map((await openFigures(web).schools()).map(({ urn, name }) => [urn, name]));
}
