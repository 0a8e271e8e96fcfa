import type { Messages } from '../en/index.ts';
import { paper } from './paper.ts';
import { shell } from './shell.ts';

/**
 * Every message in Arabic. Not yet checked by a native speaker who works in the field (`languages.ts` says so to the
 * pages): the words are a translation of the English made to be read and corrected.
 */
export const ar = { ...paper, ...shell } as const satisfies Readonly<Record<keyof Messages, string>>;
