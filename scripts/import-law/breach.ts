export type Rule =
  | 'unknown-room'
  | 'wrong-direction'
  | 'behind-the-front-door'
  | 'testing-in-product'
  | 'package-in-wrong-room'
  | 'import-not-readable'
  | 'import-not-found'
  | 'cycle'
  | 'environment'
  | 'time'
  | 'randomness'
  | 'enum'
  | 'decorator'
  | 'base-class'
  | 'mock'
  | 'assertion'
  | 'file-too-long'
  | 'folder-name'
  | 'model-sql'
  | 'needless-exception';

/** One place where the house rules are not kept, with what to do about it. */
export type Breach = { readonly rule: Rule; readonly file: string; readonly line: number; readonly sentence: string };
