import { createHash } from 'node:crypto';
import type { Answered, Asked } from './arrivals.ts';

/** What the answers of a measurement came to, address by address and person by person. */
export type Answers = {
  readonly take: (answered: Answered) => void;
  /** Sentences about answers that were not whole or not right; none where all were. */
  readonly faults: (
    rest: (asked: Asked) => Promise<{ readonly status: number; readonly text: string }>,
  ) => Promise<readonly string[]>;
  /** How many addresses said something else at the end than at the beginning. */
  readonly changed: () => number;
  readonly addresses: () => number;
};

type Seen = {
  readonly asked: Asked;
  readonly said: { readonly digest: string; readonly due: number; readonly done: number }[];
};

/**
 * Whether answers stay whole and right while the version changes. An address may say one thing for each version, in their
 * order, and at the end what it says at rest; a page put together of two versions would be one thing too many. The notice
 * that newer figures are on their way is left out.
 */
export function watchAnswers(versions: () => number): Answers {
  const seen = new Map<string, Seen>();
  const broken: string[] = [];
  return {
    take: ({ person, page, path, status, text, due, milliseconds }) => {
      const key = `${person} ${path}`;
      if (status !== 200 || !isWhole(path, text))
        broken.push(`${page}: ${path} answered ${status}, ${text.length} signs`);
      const one = seen.get(key) ?? { asked: { person, page, path }, said: [] };
      one.said.push({ digest: digestOf(text), due, done: due + milliseconds });
      seen.set(key, one);
    },
    faults: async (rest) => {
      const faults = [...broken];
      for (const { asked, said } of seen.values()) {
        const digests = [...new Set(said.map(({ digest }) => digest))];
        if (digests.length > versions())
          faults.push(`${asked.page}: ${asked.path} said ${digests.length} things in ${versions()} versions`);
        for (const digest of digests) {
          const mine = said.filter((one) => one.digest === digest);
          const [first, last] = [Math.min(...mine.map(({ done }) => done)), Math.max(...mine.map(({ due }) => due))];
          // Between is an answer that was begun after one of these had come and ended before another was begun.
          if (said.some((one) => one.digest !== digest && one.due > first && one.done < last))
            faults.push(`${asked.page}: ${asked.path} went back to what it had said before`);
        }
        const newest = said.toSorted((a, b) => a.due - b.due).at(-1);
        const now = digestOf((await rest(asked)).text);
        if (!digests.includes(now) && newest !== undefined && digests.length >= versions())
          faults.push(`${asked.page}: ${asked.path} says at rest what it never said before`);
      }
      return faults;
    },
    changed: () => [...seen.values()].filter(({ said }) => new Set(said.map(({ digest }) => digest)).size > 1).length,
    addresses: () => seen.size,
  };
}

function isWhole(path: string, text: string): boolean {
  return path.includes('.csv') ? /\r?\n$/.test(text) : text.trimEnd().endsWith('</html>') && text.includes('<h1');
}

const NOTICE = /<div class="govuk-notification-banner"[\s\S]*?<\/div>\s*<\/div>/;

function digestOf(text: string): string {
  const words = text.includes('Kith is working out newer figures') ? text.replace(NOTICE, '') : text;
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}
