// Writes what is made from the table of threats and the tables of access and retention: the second part of
// docs/threat-model.md with its picture, and docs/guides/impact-assessment.md. `npx tsx scripts/generate-assurance.ts`, after any change there.
import { impactAssessmentText, threatsText } from '#rights';
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { drawBoundaries } from './check-threats/draw-boundaries.ts';

const options = { parser: 'markdown', printWidth: 120 };
const model = new URL('../docs/threat-model.md', import.meta.url);
const [written = ''] = (await readFile(model, 'utf8')).split('## Boundaries of trust');
await writeFile(model, await format(`${written}${threatsText('../')}`, options));
await writeFile(
  new URL('../docs/guides/impact-assessment.md', import.meta.url),
  await format(impactAssessmentText(), options),
);
await writeFile(new URL('../docs/trust-boundaries.svg', import.meta.url), drawBoundaries());
