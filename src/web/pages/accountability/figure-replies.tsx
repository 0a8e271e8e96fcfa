import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FigureAt } from '#accountability';
import { rich, t } from '#language';
import type { WebContext } from '../../context.ts';
import { ChallengeLink, ChallengesBeside, readChallengesAt } from './challenges-beside.tsx';
import { findFigureWords } from './figure-words.ts';

/**
 * The end of a page about one figure: what was said about it, and the way to say more. Nothing where the figure can be
 * compared with nothing, as a child’s own.
 */
export async function readFigureReplies(web: WebContext, figure: FigureAt, page: string): Promise<JSX.Element | null> {
  const known = findFigureWords(web, figure);
  if (!known) return null;
  const challenges = await readChallengesAt(web, [known.figure]);
  return (
    <>
      <h2 class="govuk-heading-m" id="replies">
        {t('challenges.asked')}
      </h2>
      <ChallengesBeside web={web} challenges={challenges} />
      <p class="govuk-body">
        {rich('challenges.asked.text', { link: <ChallengeLink figure={known.figure} page={page} /> })}
      </p>
    </>
  );
}
