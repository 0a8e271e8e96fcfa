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

/** Every message in English, the source: a key is its section and what it says, `shell.skip-link`. */
export const en = {
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
} as const;

export type Messages = typeof en;
