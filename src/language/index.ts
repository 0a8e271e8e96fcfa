export { dataText } from './data-words.ts';
export * from './languages.ts';
export type { Filled, Part } from './message-type.ts';
export * from './spoken.ts';
export { findText, isMessageKey, listMessageKeys, rich, t, type MessageKey, type PlainKey } from './translate.ts';
export * from './written.ts';
