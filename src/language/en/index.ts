import { compare } from './compare.ts';
import { data } from './data.ts';
import { pictures } from './pictures.ts';
import { profile } from './profile.ts';
import { published } from './published.ts';
import { shell } from './shell.ts';

/** Every message in English, the source: a key is its section and what it says, `shell.skip-link`. */
export const en = {
  ...compare,
  ...data,
  ...pictures,
  ...profile,
  ...published,
  ...shell,
} as const;

export type Messages = typeof en;
