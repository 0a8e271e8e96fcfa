import { instantDate } from '#kernel';
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
import { LEFT_OUT, PHASE_WORDS, spanText } from './words.ts';
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
    title: `Learning time at ${school.name}`,
    about: aboutLine(question),
    dated: instantDate(question.knownAt),
    leftOut: { heading: 'What is not on this page', items: LEFT_OUT },
    worked: { heading: 'How it is worked out', sentences: workedOut(question) },
  };
  if (!now) {
    const sentence = `There is nothing to show: no session of ${school.name} in the ${term} term of ${year} is in the account.`;
    return {
      ...head,
      told: { heading: 'What happened to learning time', sentences: [sentence] },
      picture: { heading: 'Where sessions were missed', drawing: undefined, notes: ['There are no weeks to draw.'] },
      measures: emptyTable('Beside last year and England', 'There is nothing to set beside other figures.'),
      inside: emptyTable('Lost in ways that absence does not show', 'No minutes were recorded.'),
      questions: { heading: 'What we may want to ask', items: listQuestions(undefined, undefined) },
    };
  }
  const refused = whyNotLastYear(question, now);
  const before = refused === undefined ? question.before : undefined;
  const [safe, safeBefore] = [await protectTerm(now), before && (await protectTerm(before))];
  const england = await findEngland(published, school, before ? [now, before] : [now]);
  return {
    ...head,
    told: {
      heading: 'What happened to learning time',
      sentences: tellTerm(now, safe, safeBefore, england),
    },
    picture: weeksPicture(now, safe),
    measures: measuresTable({ now, safe, before, safeBefore, england, refused }),
    inside: insideTable(now),
    questions: { heading: 'What we may want to ask', items: listQuestions(now, safe) },
  };
}

function aboutLine({ school, year, term, invented, now }: PageQuestion): string {
  const days = now ? `, ${spanText(now.from, now.to)}` : '';
  const real = invented ? ' The school and everyone in it are invented.' : '';
  return `For governors: ${term} term ${year}${days}. ${PHASE_WORDS[school.phase] ?? ''}, URN ${school.urn}.${real}`;
}

function emptyTable(heading: string, sentence: string): PageTable {
  return { heading, columns: [], rows: [], notes: [sentence] };
}
