import { checkHouse } from './check-house.ts';
import { openHouse } from './open-house.ts';

const { breaches, filesRead, importsRead } = checkHouse(openHouse(process.cwd()));
for (const { file, line, rule, sentence } of breaches) console.error(`${file}:${line}  ${rule}  ${sentence}`);
console.log(`${filesRead} files and ${importsRead} imports read, ${breaches.length} breaches`);
process.exitCode = breaches.length > 0 ? 1 : 0;
