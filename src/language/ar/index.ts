import type { Messages } from '../en/index.ts';
import { compare } from './compare.ts';
import { data } from './data.ts';
import { groups } from './groups.ts';
import { national } from './national.ts';
import { pictures } from './pictures.ts';
import { profile } from './profile.ts';
import { published } from './published.ts';
import { shell } from './shell.ts';
import { statistics } from './statistics.ts';
import { variation } from './variation.ts';

/**
 * Every message in Arabic. Not yet checked by a native speaker who works in the field (`languages.ts` says so to the
 * pages): the words are a translation of the English made to be read and corrected.
 */
export const ar = {
  ...compare,
  ...data,
  ...groups,
  ...national,
  ...pictures,
  ...profile,
  ...published,
  ...shell,
  ...statistics,
  ...variation,
} as const satisfies Readonly<Record<keyof Messages, string>>;
