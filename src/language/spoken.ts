import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from './languages.ts';

const speaking = new AsyncLocalStorage<Language>();

/**
 * Does `work` in a language: every message asked for in it, and in what it waits for, comes in that language. Work
 * that runs at the same time in another language is not touched (`AsyncLocalStorage` follows each chain of promises).
 */
export function speak<Result>(language: Language, work: () => Result): Result {
  return speaking.run(language, work);
}

/** The language of the work at hand; English where nobody said. */
export function spokenLanguage(): Language {
  return speaking.getStore() ?? 'en';
}
