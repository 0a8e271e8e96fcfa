import type { Page } from './read-markdown.ts';

/** What is wrong with the glossary: terms out of order, twice, or without one or two plain sentences. */
export function listGlossaryFaults({ headings, text }: Page): readonly string[] {
  const terms = headings.filter(({ depth }) => depth === 3).map((heading) => heading.text);
  const order = terms.toSorted((a, b) => a.localeCompare(b, 'en-GB', { sensitivity: 'base' }));
  const misplaced = terms.find((term, index) => term !== order[index]);
  const twice = order.filter((term, index) => term.toLowerCase() === order[index - 1]?.toLowerCase());
  const empty = text
    .split(/^### /m)
    .slice(1)
    .filter((entry) => !/\n\s*\S.*\.[)”]?\s*(\n|$)/.test(entry))
    .map((entry) => entry.split('\n')[0] ?? '');
  return [
    ...(misplaced === undefined ? [] : [`out of order: ${misplaced}`]),
    ...twice.map((term) => `twice: ${term}`),
    ...empty.map((term) => `no sentence: ${term}`),
  ];
}

const SECTIONS = ['Context', 'Decision', 'Consequences', 'What would reverse it'];
/** Half a page, with room for a table. */
const MOST_WORDS = 450;

/** What is wrong with the decisions: `docs/decisions/0001-some-words.md`, dated, with a status, numbered without gaps. */
export function listDecisionFaults(pages: readonly Page[]): readonly string[] {
  return pages.flatMap((page, index) => {
    const number = String(index + 1).padStart(4, '0');
    const name = page.path.split('/').at(-1) ?? '';
    const sections = page.headings.filter(({ depth }) => depth === 2).map(({ text }) => text);
    const faults = [
      ...(/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(name) && name.startsWith(`${number}-`)
        ? []
        : [`is not number ${number}`]),
      ...(page.headings[0]?.text.startsWith(`${number}. `) ? [] : [`does not begin with “# ${number}. Title”`]),
      ...(/^Date: \d{4}-\d{2}-\d{2}$/m.test(page.text) ? [] : ['has no line “Date: 2026-11-23”']),
      ...(/^Status: (accepted|superseded by \d{4})$/m.test(page.text) ? [] : ['has no line “Status: accepted”']),
      ...(SECTIONS.join() === sections.join() ? [] : [`does not have the sections ${SECTIONS.join(', ')}`]),
      ...(page.text.split(/\s+/).length <= MOST_WORDS ? [] : [`has more than ${MOST_WORDS} words`]),
    ];
    return faults.map((fault) => `${page.path} ${fault}`);
  });
}

const NOT_FOR_READERS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a path of one machine', /(?<![\w.:\]}/~-])\/(root|home|Users)\/\w/],
  [
    'the host of a registry',
    /\b(registry\.(?!npmjs\.org)[a-z]|[\w.-]*(verdaccio|artifactory|nexus)[\w-]*\.|npmjs?\.[a-z-]+\.internal)/i,
  ],
];

/** Lines that only make sense where the project was written. */
export function listStrayMentions(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const found = NOT_FOR_READERS.find(([, pattern]) => pattern.test(line));
      return found ? [`${path}:${index + 1} ${found[0]}: ${line.trim().slice(0, 80)}`] : [];
    }),
  );
}
