import { broken } from '#kernel';
import type { GovernorsPage } from './document.ts';
import { compile, countPages, openCompiler } from './typst/compiler.ts';

/** Sizes of letters in points, from what reads well to the smallest that is still fair to print. */
const SIZES = [9.5, 9, 8.5, 8, 7.5, 7] as const;

/** The page as tagged PDF, on exactly one sheet of A4, in the largest letters that fit. */
export async function renderPdf(page: GovernorsPage): Promise<Uint8Array> {
  const compiler = await openCompiler();
  const content = JSON.stringify(page);
  for (const size of SIZES) {
    const inputs = { page: content, size: String(size) };
    if (countPages(compiler, inputs) === 1) return compile(compiler, inputs);
  }
  throw broken('paper/does-not-fit', `${page.about.length} letters about a school do not fit one page`);
}
