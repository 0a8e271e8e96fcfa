import { paper } from './paper.ts';
import { shell } from './shell.ts';

/** Every message in English, the source: a key is its section and what it says, `shell.skip-link`. */
export const en = { ...paper, ...shell } as const;

export type Messages = typeof en;
