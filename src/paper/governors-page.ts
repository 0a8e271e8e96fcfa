import { instantDate } from '#kernel';
import { t } from '#language';
import type { PublishedStatistics } from '#place';
import type { GovernorsPage, PageTable } from './document.ts';
import { findEngland } from './england.ts';
import { insideTable } from './inside-table.ts';
import { measuresTable } from './measures-table.ts';
import type { PageQuestion } from './page-question.ts';
import { protectTerm } from './protect.ts';
import { listQuestions } from './questions.ts';
import { tellTerm } from './told.ts';
import { weeksPicture } from './weeks-picture.ts';
import { listLeftOut, spanText } from './words.ts';
import { whyNotLastYear } from './last-year.ts';
import { workedOut } from './worked.ts';

/** One page for governors: every figure on it has passed `disclosure`, and no other number is on it. */
export async function makeGovernorsPage(
  published: PublishedStatistics,
  question: PageQuestion,
): Promise<GovernorsPage> {
  const { school, year, term, now } = question;
  const head = {
    language: { tag: 'en', region: 'GB' },
    title: t('paper-words.title', { school: school.name }),
    about: aboutLine(question),
    dated: instantDate(question.knownAt),
    leftOut: { heading: t('paper-words.left-out'), items: listLeftOut() },
    worked: { heading: t('paper-words.worked'), sentences: workedOut(question) },
  };
  if (!now) {
    const sentence = t('paper-words.told.nothing', { school: school.name, term, year });
    return {
      ...head,
      told: { heading: t('paper-words.told'), sentences: [sentence] },
      picture: { heading: t('paper-words.picture'), drawing: undefined, notes: [t('paper-words.picture.no-weeks')] },
      measures: emptyTable(t('paper-words.beside'), t('paper-words.beside.nothing')),
      inside: emptyTable(t('paper-words.inside'), t('paper-words.inside.none')),
      questions: { heading: t('paper-words.ask'), items: listQuestions(undefined, undefined) },
    };
  }
  const refused = whyNotLastYear(question, now);
  const before = refused === undefined ? question.before : undefined;
  const [safe, safeBefore] = [await protectTerm(now), before && (await protectTerm(before))];
  const england = await findEngland(published, school, before ? [now, before] : [now]);
  return {
    ...head,
    told: {
      heading: t('paper-words.told'),
      sentences: tellTerm(now, safe, safeBefore, england),
    },
    picture: weeksPicture(now, safe),
    measures: measuresTable({ now, safe, before, safeBefore, england, refused }),
    inside: insideTable(now),
    questions: { heading: t('paper-words.ask'), items: listQuestions(now, safe) },
  };
}

function aboutLine({ school, year, term, invented, now }: PageQuestion): string {
  const values = { term, year, phase: t(`paper-words.phase.${school.phase}`), urn: String(school.urn) };
  const about = now
    ? t('paper-words.about', { ...values, days: spanText(now.from, now.to) })
    : t('paper-words.about.no-days', values);
  return invented ? `${about} ${t('paper-words.invented')}` : about;
}

function emptyTable(heading: string, sentence: string): PageTable {
  return { heading, columns: [], rows: [], notes: [sentence] };
}
