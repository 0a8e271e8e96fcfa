import { writeFileSync } from 'node:fs';
import { readSourceTree } from '../import-law/source-tree.ts';
import { findEnglish, mayHoldPageWords } from './find-english.ts';

/**
 * What is left to bring into the catalogue: `npx tsx scripts/check-english/main.ts FILE` lists the words of a file,
 * without one it writes the list anew (a file whose words all come from the catalogue falls off it).
 */
const [wanted] = process.argv.slice(2);
const tree = [...readSourceTree(process.cwd())].filter(([path]) => mayHoldPageWords(path));

if (wanted !== undefined) {
  for (const [path, text] of tree.filter(([path]) => path.includes(wanted))) {
    for (const { line, text: words } of findEnglish(path, text)) process.stdout.write(`${path}:${line} ${words}\n`);
  }
} else {
  const left = tree
    .map(([path, text]) => [path, findEnglish(path, text).length] as const)
    .filter(([, count]) => count > 0);
  const rows = left.map(([path, count]) => `  '${path}': ${count},`).join('\n');
  writeFileSync(
    new URL('./english-left.ts', import.meta.url),
    `/**
 * Pages that still say something in English that is not in the catalogue, and how many texts each. It only shrinks: a
 * count may not rise, a file that holds none must go, a file that is not here may hold none.
 * Written by \`npx tsx scripts/check-english/main.ts\`.
 */
export const ENGLISH_LEFT: Readonly<Record<string, number>> = {
${rows}
};
`,
  );
  process.stdout.write(`${left.length} files, ${left.reduce((sum, [, count]) => sum + count, 0)} texts\n`);
}
