import { findText } from '#language';

/**
 * What a half term (1 to 6) is called: inside a sentence, at its beginning or by itself, briefly (`Autumn 1`), and where
 * there is room for a letter only.
 */
export type HalfTermWords = 'half' | 'half-title' | 'half-short' | 'half-letter';

export function halfTermText(no: number, as: HalfTermWords): string {
  return findText(`weeks.${as}.${no}`) ?? String(no);
}
