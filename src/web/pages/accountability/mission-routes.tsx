import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  amendMission,
  changedSince,
  ENDINGS,
  endMission,
  findMission,
  isWaiting,
  judgeStatement,
  judgeTerms,
  listChallenges,
  listMissions,
  MOST,
  plainText,
  stateMission,
  textProblems,
  type Ending,
  type Mission,
  type Problem,
} from '#accountability';
import { today } from '#kernel';
import { t } from '#language';
import { csv } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import type { Flash, FormError } from '../../layout/index.ts';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { acting, answering, ID, LARGEST_FORM, leading, notThere } from './acting.tsx';
import { AmendMissionPage, EndMissionPage } from './change-pages.tsx';
import { readCounters } from './counters.tsx';
import { openFigures } from './figures.ts';
import { lookAt, type LookedAt } from './looked-at.ts';
import { missionCsv, missionsCsv } from './missions-csv.ts';
import { MissionPage } from './mission-page.tsx';
import { MissionsPage } from './missions-page.tsx';
import { chooseSeries, listWhose } from './offers.ts';
import { ChooseFiguresPage, StateMissionPage } from './state-page.tsx';
import { fieldsOfTerms, typedTerms } from './typed-mission.ts';

const TOLD = ['stated', 'amended', 'ended'] as const;

/** What was done, where the address says it. */
function told(context: Context): { readonly flash?: Flash } {
  const done = TOLD.find((one) => one === context.req.query('told'));
  return done ? { flash: { kind: 'success', text: t(`goals.told.${done}`) } } : {};
}

/** Goals: the list, stating one, one, amending and ending it, and both tables as CSV. */
export function missionRoutes(web: WebContext): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_FORM });

  routes.get('/missions', (context) =>
    answering(web, context, async () => {
      const { missions, waiting } = await acting(web, async (tx) => ({
        missions: await listMissions(tx),
        waiting: (await listChallenges(tx)).filter(isWaiting).length,
      }));
      return MissionsPage(web, { missions: await lookAtAll(web, missions), waiting });
    }),
  );

  routes.get('/missions.csv', (context) =>
    answering(web, context, async () =>
      csv(context, missionsCsv(web, await lookAtAll(web, await acting(web, listMissions))), 'goals'),
    ),
  );

  routes.get('/missions/new', (context) =>
    leading(web, context, () =>
      answerStating(web, context, { measure: context.req.query('measure'), of: context.req.query('of') }, undefined),
    ),
  );

  routes.post('/missions/new', limit, (context) =>
    leading(web, context, async () => {
      const fields = await fieldsOf(context);
      return answerStating(web, context, { measure: fields['measure'] ?? '', of: fields['of'] ?? '' }, fields);
    }),
  );

  routes.get(`/missions/${ID}`, (context) =>
    withMission(web, context, async (looked, figures) => {
      const counters = await readCounters(figures, looked.mission, looked.measure);
      return MissionPage(web, { looked, counters, ...told(context) });
    }),
  );

  routes.get('/missions/:file{[0-9a-f]{32}\\.csv}', (context) =>
    withMission(
      web,
      context,
      async (looked) => csv(context, missionCsv(looked), 'goal'),
      context.req.param('file').slice(0, 32),
    ),
  );

  routes.get(`/missions/${ID}/amend`, (context) =>
    leading(web, context, async () =>
      withMission(web, context, async (looked) =>
        AmendMissionPage(web, { looked, fields: fieldsOfTerms(looked.mission.statement), errors: [] }),
      ),
    ),
  );

  routes.post(`/missions/${ID}/amend`, limit, (context) =>
    leading(web, context, () =>
      withMission(web, context, async (looked) => {
        const fields = await fieldsOf(context);
        const { mission, measure, points } = looked;
        const terms = judgeTerms(typedTerms(fields), mission.statement.baseline, {
          measure,
          points,
          today: today(web.clock),
        });
        const because = plainText(fields['because'] ?? '');
        const errors = [
          ...(terms.kind === 'problems' ? terms.problems : []),
          ...textProblems('because', because, t('goal-words.what.changed'), MOST.because),
        ];
        if (terms.kind !== 'good' || errors.length > 0) {
          return context.html(AmendMissionPage(web, { looked, fields, errors }), 400);
        }
        await acting(web, (tx) =>
          amendMission(tx, web.clock, web.actor, asSeen(mission, fields), { terms: terms.value, because }),
        );
        return context.redirect(`${urls.mission(mission.id)}?told=amended`, 303);
      }),
    ),
  );

  routes.get(`/missions/${ID}/end`, (context) =>
    leading(web, context, async () =>
      withMission(web, context, async (looked) => EndMissionPage(web, { looked, fields: {}, errors: [] })),
    ),
  );

  routes.post(`/missions/${ID}/end`, limit, (context) =>
    leading(web, context, () =>
      withMission(web, context, async (looked) => {
        const fields = await fieldsOf(context);
        const ending = findEnding(fields['ending'] ?? '');
        const because = plainText(fields['because'] ?? '');
        const errors = [
          ...endingProblems(looked, ending),
          ...textProblems('because', because, t('goal-words.what.ends'), MOST.because),
        ];
        if (!ending || errors.length > 0) return context.html(EndMissionPage(web, { looked, fields, errors }), 400);
        await acting(web, (tx) =>
          endMission(tx, web.clock, web.actor, asSeen(looked.mission, fields), { ending, because }),
        );
        return context.redirect(`${urls.mission(looked.mission.id)}?told=ended`, 303);
      }),
    ),
  );

  return routes;
}

/** Both steps of stating a goal: without good choices the first, without fields the second, else the goal itself. */
async function answerStating(
  web: WebContext,
  context: Context,
  query: { readonly measure: string | undefined; readonly of: string | undefined },
  fields: Readonly<Record<string, string>> | undefined,
): Promise<JSX.Element | Response> {
  const figures = openFigures(web);
  const offered = await listWhose(web, figures);
  const asked = { measure: query.measure ?? '', of: query.of ?? '' };
  if (query.measure === undefined && query.of === undefined)
    return ChooseFiguresPage(web, { offered, asked, errors: [] });
  const chosen = chooseSeries(asked, offered);
  const again = (errors: readonly FormError[]) => context.html(ChooseFiguresPage(web, { offered, asked, errors }), 400);
  if (chosen.kind === 'not-chosen') return again(chosen.problems);
  const { series, measure } = chosen;
  const path = await figures.path(series);
  const points = path.kind === 'path' ? path.points : [];
  if (points.length === 0) {
    return again([{ field: 'of', text: path.kind === 'unseen' ? path.reason : t('goal-form.no-year') }]);
  }
  const form = { series, measure, points, asked };
  if (!fields) return StateMissionPage(web, { ...form, fields: {}, errors: [] });
  const judged = judgeStatement(
    series,
    { ...typedTerms(fields), baseline: fields['baseline'] ?? '' },
    { measure, points, today: today(web.clock) },
  );
  if (judged.kind === 'problems') {
    return context.html(StateMissionPage(web, { ...form, fields, errors: judged.problems }), 400);
  }
  const id = await acting(web, (tx) => stateMission(tx, web.clock, web.actor, judged.value));
  return context.redirect(`${urls.mission(id)}?told=stated`, 303);
}

async function lookAtAll(web: WebContext, missions: readonly Mission[]): Promise<readonly LookedAt[]> {
  const figures = openFigures(web);
  const looked = await Promise.all(missions.map((mission) => lookAt(web, figures, mission)));
  return looked.filter((one) => one !== undefined);
}

function withMission(
  web: WebContext,
  context: Context,
  answer: (looked: LookedAt, figures: ReturnType<typeof openFigures>) => Promise<JSX.Element | Response>,
  id = context.req.param('id') ?? '',
): Promise<Response> {
  return answering(web, context, async () => {
    const mission = await acting(web, (tx) => findMission(tx, id));
    const figures = openFigures(web);
    const looked = mission && (await lookAt(web, figures, mission));
    return looked ? answer(looked, figures) : notThere(web, context, 'goal');
  });
}

/** The mission as the form was made from it: whoever changed it since is not overwritten. */
function asSeen(mission: Mission, fields: Readonly<Record<string, string>>): Mission {
  if (mission.ended || fields['next'] === String(mission.next)) return mission;
  throw changedSince();
}

function findEnding(text: string): Ending | undefined {
  return Object.keys(ENDINGS).find((key): key is Ending => key === text);
}

function endingProblems({ reached }: LookedAt, ending: Ending | undefined): readonly Problem[] {
  if (!ending) return [{ field: 'ending', text: t('goal-form.no-ending') }];
  return ending === 'reached' && !reached ? [{ field: 'ending', text: t('goal-form.other-ending') }] : [];
}
