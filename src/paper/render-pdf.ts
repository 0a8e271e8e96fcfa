import { broken } from '#kernel';
import type { GovernorsPage } from './document.ts';
import { setPage } from './typst/typesetter.ts';

/** Sizes of letters in points, from what reads well to the smallest that is still fair to print. */
const SIZES = [9.5, 9, 8.5, 8, 7.5, 7] as const;

/** The page as tagged PDF, on exactly one sheet of A4, in the largest letters that fit. */
export async function renderPdf(page: GovernorsPage): Promise<Uint8Array> {
  const made = await setPage(JSON.stringify(page), SIZES);
  if (made.kind === 'made') return made.pdf;
  throw broken('paper/not-set', made.kind === 'failed' ? made.reason : 'it does not fit one page');
}
