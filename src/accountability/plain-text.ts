import { findUpn } from '#kernel';
import { t } from '#language';

// Control characters but line ends, lone surrogates, and marks that turn the direction of what stands around them.
const UNSHOWABLE = /[^\P{C}\n\u200c\u200d]/gu;

/** What a person typed, as it is kept: one kind of line end, nothing that cannot be shown, no spaces around it. */
export function plainText(typed: string): string {
  return typed.replaceAll(/\r\n?/g, '\n').normalize('NFC').replaceAll(UNSHOWABLE, '').trim();
}

/** The same on one line. */
export function plainLine(typed: string): string {
  return plainText(typed).replaceAll(/\s+/g, ' ');
}

/**
 * Free text is read by many, so it must not name a child. A program cannot see a name for what it is; a pupil number
 * it can, with spaces in it or run into the word before it. Its check letter keeps other long numbers from being taken
 * for one: 22 of 23 that have its shape are not.
 */
export function holdsPupilNumber(text: string): boolean {
  const together = text.toUpperCase().replaceAll(/\s|-|\u200c|\u200d/g, '');
  // Looked for at every character: one that begins inside another word is found too.
  return [...together.matchAll(/(?=([A-Z0-9]{13}))/g)].some(([, word = '']) => findUpn(word) !== undefined);
}

/** One thing that is wrong with a form: which field, and what to do. */
export type Problem = { readonly field: string; readonly text: string };

/** A text that must be there, is not too long, and holds no pupil number. `what` stands in “Enter …”. */
export function textProblems(field: string, text: string, what: string, most: number): readonly Problem[] {
  if (text === '') return [{ field, text: t('goal-words.text.empty', { what }) }];
  if (text.length > most) return [{ field, text: t('goal-words.text.long', { what, most: String(most) }) }];
  if (holdsPupilNumber(text)) {
    return [{ field, text: t('goal-words.text.pupil', { what }) }];
  }
  return [];
}
