import { DATA_CLASSES, listPurposes, PURPOSES } from '#access';
import { writtenDate } from '#kernel';
import { DATA_FLOWS } from '../data-flows.ts';
import { RETENTION, retentionClasses, WITHOUT_A_TIME } from '../retention.ts';
import { THREATS } from '../threats/threats.ts';
import type { AssessedArea } from './assessed-area.ts';
import { agreementsText, areaFacts, consentsText, settingsText } from './area-parts.ts';
import { asText, blank, table } from './markdown.ts';
import { NECESSITY, RIGHTS, SIGNATURES } from './prompts.ts';
import { rolesTable } from './roles-table.ts';

/**
 * A data protection impact assessment, in Markdown: of Kith as it is, or of one area with what it has agreed and set. What
 * only the controller can know or decide is a blank. The order is that of article 35(7) of the UK GDPR: description,
 * necessity, risks, measures.
 */
export function impactAssessmentText(of?: AssessedArea): string {
  const parts = [
    beginning(of),
    `## 1. Why an assessment is needed

Kith holds data about children, at large scale, from several sources put together, and some of it is special category data or close to it: special educational needs, illness behind an attendance code, being in care, what a clinician’s note says that exists. Each of these is a reason of its own to assess before beginning (UK GDPR, article 35(1) and (3)).

${blank('who decided to assess, when, and whether others are already assessed that this one builds on')}`,
    `## 2. What is done with the data

### What comes in, where it goes, and what stands between

${table(
  ['From', 'To', 'What', 'What stands there'],
  DATA_FLOWS.map(({ from, to, what, guard }) => [from, to, what, guard]),
)}

### Whose data, and how much

Pupils of the area’s schools, parents and young people who were invited, and staff who sign in. ${of ? areaFacts(of) : blank('how many children and schools, which years, which files')}

### What there is to read or to do

${table(
  ['Class of data', 'What it is'],
  Object.entries(DATA_CLASSES).map(([name, words]) => [`\`${name}\``, words]),
)}

### What for

The lawful bases are what Kith assumes. Confirm each, and add the condition of article 9 where special category data is read.

${table(
  ['Purpose', 'Why', 'Lawful basis assumed', 'Confirmed, with the condition of article 9'],
  listPurposes().map((purpose) => [`\`${purpose}\``, PURPOSES[purpose].why, PURPOSES[purpose].basis, blank('basis')]),
)}

### Who sees what, and why

Nobody sees a child without a role, a tie and a purpose, and each look is on the record.

${rolesTable()}

### What organisations agreed to share

${agreementsText(of)}

### Consents

${consentsText(of)}

### How it is run

${settingsText(of)}

### In what relation to the people

${blank('what families and young people expect, what they were told, and whether any concern is known about this kind of use')}`,
    `## 3. Who was asked

${table(
  ['Who', 'When and how', 'What they said', 'What came of it'],
  [
    'Young people',
    'Parents and carers',
    'Schools and staff',
    'Health, youth and community partners',
    'Whoever runs the machines',
  ].map((who) => [who, ...Array.from({ length: 3 }, () => blank('…'))]),
)}`,
    `## 4. Is it necessary, and in proportion?

${table(
  ['Question', 'What Kith does', 'Your answer'],
  NECESSITY.map(({ question, does }) => [question, does, blank('answer')]),
)}

### How long it is kept

${table(
  ['What', 'Years', 'From', 'Decided by', 'Why', 'Confirmed'],
  retentionClasses().map((name) => {
    const { holds, years, from, decidedBy, source } = RETENTION[name];
    const decision = decidedBy === 'law' ? 'the law' : 'the area: what Kith assumes';
    return [holds, String(years), from, decision, source, blank(decidedBy === 'law' ? 'yes' : 'years')];
  }),
)}

Nothing removes these by age until a time is decided: ${WITHOUT_A_TIME.join(', ')}. ${blank('how long each is kept')}${
      of ? ` ${of.holds ? 'Legal holds stand today: see /rights.' : 'No legal hold stands today.'}` : ''
    }

### What people may ask

${table(
  ['Right', 'Article', 'How it is done', 'Answer due'],
  RIGHTS.map(({ right, article, how, due }) => [right, article, how, due]),
)}`,
    `## 5. Risks, and what is done about them

The risks are those of ${of ? 'docs/threat-model.md' : '[the threat model](../threat-model.md)'}, which names the code and the tests behind each measure. How likely each is where you are, and how bad it would be, only you can say.

${risks()}`,
    `## 6. Decided and signed

${table(
  ['Who', 'Name', 'Date', 'What they decided or advised'],
  SIGNATURES.map((who) => [who, blank('name'), blank('date'), blank('words')]),
)}

If a high risk is left that nothing lowers, ask the Information Commissioner before beginning (UK GDPR, article 36).

Look at this again on ${blank('date')}, and when a provider, an agreement, a role or the version of Kith changes what stands here.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function beginning(of: AssessedArea | undefined): string {
  const made = of
    ? `Made on ${writtenDate(of.on)} from the records of ${asText(of.name)} and the settings that the command was given. Counts of people are rounded to 5, and those of a few are hidden.`
    : 'This page is made from the tables that the program goes by: run `npx tsx scripts/generate-assurance.ts` after a change. The same with an area’s own agreements, consents and settings: `kith rights impact-assessment my-area --to assessment.md --as <the data protection officer’s id>`.';
  return `# Data protection impact assessment${of ? `: ${asText(of.name)}` : ''}

${made} It is a beginning and no legal advice. What stands in bold brackets is for the controller to write.

${table(
  ['Part', 'Who'],
  [
    ['Controllers, and who of them does what', blank('names; say where they are joint controllers')],
    ['Processors', blank('whoever runs the machines, the database and the backups, and under which contract')],
    ['Data protection officer', blank('name')],
    ['Written by, and version', blank('name, version, date')],
  ],
)}`;
}

/** One table for each group of threats. */
function risks(): string {
  const heads = ['Risk', 'What is done', 'What remains', 'What you do', 'How likely, how bad', 'Accepted by'];
  return THREATS.map(
    ({ title, threats }) =>
      `### ${title}\n\n${table(
        heads,
        threats.map(({ threat, measures, remains, operator }) => [
          threat,
          measures.map(([words]) => `${words}.`).join(' '),
          remains,
          operator ?? 'Nothing more',
          blank('…'),
          blank('name'),
        ]),
      )}`,
  ).join('\n\n');
}
