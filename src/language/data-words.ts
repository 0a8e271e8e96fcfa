import { en } from './en/index.ts';
import { isMessageKey, t, type MessageKey, type PlainKey } from './translate.ts';

/**
 * Words of data that come in English from a room that knows no languages (a group of pupils, why a cell is empty), in
 * the language of the work: found by their English text in the sections `data` and `data-…`. What is not there comes as it is.
 */
export function dataText(english: string): string {
  const key = byText().get(english);
  return key === undefined ? english : t(key);
}

type DataKey = Extract<PlainKey, `data${'.' | '-'}${string}`>;

let found: ReadonlyMap<string, DataKey> | undefined;

function byText(): ReadonlyMap<string, DataKey> {
  found ??= new Map(Object.entries(en).flatMap(([key, text]) => (isDataKey(key) ? [[text, key] as const] : [])));
  return found;
}

function isDataKey(key: string): key is DataKey & MessageKey {
  return isMessageKey(key) && /^data[.-]/.test(key);
}
