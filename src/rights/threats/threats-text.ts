import { DATA_FLOWS } from '../data-flows.ts';
import { THREAT_KINDS, type Threat } from './threat.ts';
import { THREATS } from './threats.ts';

/**
 * The part of docs/threat-model.md that is made from the tables, in Markdown; `top` leads from that page to the top of
 * the repository.
 */
export function threatsText(top: string): string {
  const all = THREATS.flatMap(({ threats }) => threats);
  return `## Boundaries of trust

![Who has data and what crosses between them; the numbers are those of the table](trust-boundaries.svg)

| No. | From | To | What crosses | What stands there |
| --- | --- | --- | --- | --- |
${DATA_FLOWS.map(({ from, to, what, guard }, index) => `| ${index + 1} | ${from} | ${to} | ${what} | ${guard} |`).join('\n')}

## Threats

There are ${all.length}. The kinds are those of STRIDE and LINDDUN:

| Kind | Is |
| --- | --- |
${Object.entries(THREAT_KINDS)
  .map(([kind, is]) => `| ${kind} | ${is} |`)
  .join('\n')}

${THREATS.map(({ title, threats }) => `### ${title}\n\n${threats.map((one) => threatText(one, top)).join('\n\n')}`).join('\n\n')}
`;
}

function threatText(one: Threat, top: string): string {
  const link = (file: string): string => `[\`${file}\`](${top}${file})`;
  const tests =
    'tests' in one
      ? one.tests.map(([file, name]) => `  - ${link(file)}: \`${name}\``)
      : [`  - No test. ${one.untested}`];
  return `#### ${one.id}

${one.threat} _${one.kinds.join(', ')}_

- **Answered by.** ${one.measures.map(([words, file]) => `${words} (${link(file)}).`).join(' ')}
- **Remains.** ${one.remains}
- **For whoever runs it.** ${one.operator ?? 'Nothing more.'}
- **Tested by**
${tests.join('\n')}`;
}
