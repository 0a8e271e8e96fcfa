import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Tx } from '#access';
import { findFormat } from '#exchange/spreadsheets';
import { findInstant } from '#kernel';
import { speak, t } from '#language';
import { findList, lists, type List } from '#worklists';
import { bookAnswer } from '../../book-answer.ts';
import { notFound, type Answer } from '../../answers.tsx';
import type { WebContext } from '../../context.ts';
import { urls } from '../../urls.ts';
import { fieldsOf } from '../area-files/answers.tsx';
import { purposeOf, withAccount, type Account } from '../lost-learning/looking.tsx';
import { reachOf } from '../lost-learning/reach.ts';
import { askedFor, isNarrowed, narrowedFor, subjectOf, type Asked } from './asked.ts';
import { changesPage, type Change } from './changes-page.tsx';
import { fileNameOf, listBook } from './list-book.ts';
import { listPage, type Read } from './list-page.tsx';
import { listsPage } from './lists-page.tsx';
import { lookAt, type Looking } from './looking-at-lists.tsx';
import {
  countEntries,
  listDeparted,
  listEntries,
  listSchoolTallies,
  markSeen,
  readChoices,
  readMoments,
  readTallies,
} from './read-lists.ts';

const PER_PAGE = 50;
/** Of each list on the page of changes; the list itself has all of them. */
const MOST_CHANGES = 20;
/** What went from a list, on its page. */
const MOST_GONE = 200;

/** The working day: all lists, what changed in them, one list. */
export function worklistPages(web: WebContext): Hono {
  const app = new Hono();

  app.get('/lists', (context) =>
    withLists(web, context, async (looking, asked, enter) => {
      const read = await enter(async (tx) => {
        const moments = await readMoments(tx, asked);
        return { moments, tallies: await readTallies(tx, asked, moments) };
      });
      const told = context.req.query('told') === 'seen';
      return listsPage(looking, {
        asked,
        ...read,
        ...(told ? { flash: { kind: 'success', text: t('lists.seen.told') } } : {}),
      });
    }),
  );

  app.post('/lists/seen', bodyLimit({ maxSize: 8 * 1024 }), async (context) => {
    const fields = await fieldsOf(context);
    const asked = askedFor({ school: fields['school'] ?? '' });
    const until = findInstant(fields['until'] ?? '');
    return withLists(
      web,
      context,
      async (_looking, _asked, enter) => {
        await enter(async (tx) => {
          const { published } = await readMoments(tx, asked);
          // Nobody has seen what is not published yet.
          if (published !== undefined) await markSeen(tx, asked, until && until < published ? until : published);
        });
        return context.redirect(
          `${urls.lists({ school: asked.urn })}${asked.urn === undefined ? '?' : '&'}told=seen`,
          303,
        );
      },
      asked,
    );
  });

  app.get('/lists/changes', (context) =>
    withLists(web, context, async (looking, asked, enter) => {
      const read = await enter(async (tx) => {
        const moments = await readMoments(tx, asked);
        return { moments, changes: moments.seen === undefined ? [] : await readChanges(tx, asked, moments) };
      });
      return changesPage(looking, { asked, ...read });
    }),
  );

  app.get('/lists/:file{[a-z0-9-]+\\.(?:csv|xlsx|ods)}', (context) =>
    withLists(web, context, async (looking, every, enter) => {
      const file = context.req.param('file');
      const format = findFormat(file);
      const list = findList(file.slice(0, file.lastIndexOf('.')));
      if (!list || !format) return noList(web, context, t('lists.not-found.words'));
      const asked = narrowedFor(list, every);
      const { moments, entries } = await enter(async (tx) => {
        const seen = await readMoments(tx, asked);
        return { moments: seen, entries: await listEntries(tx, list.id, asked, seen) };
      });
      const book = speak('en', () => listBook(looking, { list, asked, entries, moments }));
      return bookAnswer(book, format, fileNameOf(list, asked, looking.account.asOf));
    }),
  );

  app.get('/lists/:id{[a-z0-9-]+}', (context) =>
    withLists(web, context, async (looking, every, enter) => {
      const list = findList(context.req.param('id'));
      if (!list) return noList(web, context, t('lists.not-found.words'));
      const asked = narrowedFor(list, every);
      return listPage(looking, {
        list,
        asked,
        perPage: PER_PAGE,
        read: await enter((tx) => readList(tx, list, asked)),
      });
    }),
  );

  return app;
}

async function readList(tx: Tx, list: List, asked: Asked): Promise<Read> {
  const moments = await readMoments(tx, asked);
  const choices = list.about === 'child' ? await readChoices(tx, list.id, asked.urn, moments) : undefined;
  const isWhole = !isNarrowed(asked) && !asked.isNew && !asked.isOverdue;
  return {
    moments,
    bySchool: asked.urn === undefined && !isNarrowed(asked) ? await listSchoolTallies(tx, list.id, moments) : [],
    total: choices && isWhole ? choices.entries : await countEntries(tx, list.id, asked, moments),
    entries: await listEntries(tx, list.id, asked, moments, { offset: (asked.page - 1) * PER_PAGE, limit: PER_PAGE }),
    departed: await listDeparted(tx, list.id, asked, moments, MOST_GONE),
    choices: choices ?? { yearGroups: [], classes: [] },
  };
}

async function readChanges(
  tx: Tx,
  asked: Asked,
  moments: Awaited<ReturnType<typeof readMoments>>,
): Promise<readonly Change[]> {
  const tallies = await readTallies(tx, asked, moments);
  const changes: Change[] = [];
  for (const list of lists) {
    const { fresh = 0, gone = 0 } = tallies.find((one) => one.list === list.id) ?? {};
    if (fresh === 0 && gone === 0) continue;
    const slice = { offset: 0, limit: MOST_CHANGES };
    changes.push({
      list,
      fresh,
      gone,
      entries: fresh === 0 ? [] : await listEntries(tx, list.id, { ...asked, isNew: true }, moments, slice),
      departed: gone === 0 ? [] : await listDeparted(tx, list.id, asked, moments, MOST_CHANGES),
    });
  }
  return changes;
}

type Enter = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Entries are rows of children: they are read inside `actingAs`, which leaves its trace. */
function withLists(
  web: WebContext,
  context: Context,
  answer: (looking: Looking, asked: Asked, enter: Enter) => Promise<Answer>,
  given?: Asked,
): Promise<Response> {
  return withAccount(web, context, { section: 'lists' }, async (account: Account) => {
    const asked = given ?? askedFor(context.req.query());
    const looking = await lookAt(web, account, await reachOf(web));
    if (asked.urn !== undefined && !looking.schools.some(({ urn }) => urn === asked.urn)) {
      return noList(web, context, t('lists.no-school', { urn: String(asked.urn) }));
    }
    const enter: Enter = (work) => web.access.actingAs(web.actor, purposeOf(web, 'lists'), subjectOf(asked), work);
    return answer(looking, asked, enter);
  });
}

function noList(web: WebContext, context: Context, words: string): Promise<Response> {
  const all = { text: t('lists.title'), href: urls.lists() };
  return notFound(web, context, 'lists', t('lists.not-found'), words, all);
}
