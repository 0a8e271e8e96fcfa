import type { QualityRule } from './rule.ts';

const UPN = 'DfE, Unique pupil numbers (UPNs): a guide for schools and local authorities';

/** Numbers that stand for the wrong number of children. */
export const upnRules: readonly QualityRule[] = [
  {
    id: 'one-upn-two-children',
    title: 'One UPN, details of two children',
    wrong: 'Spells under the same UPN differ in birth date, in sex, or in both names.',
    why: 'Either two children are counted as one and share one register, or one child’s details are wrong at a school.',
    one: 'spell',
    many: 'spells',
    who: 'The data managers of both schools.',
    steps: [
      'Compare the child’s details with the other school named: birth date first.',
      'If it is one child, correct the details at the school that has them wrong.',
      'If they are two children, find each one’s own UPN (Get Information About Pupils), and correct the one that was entered by mistake.',
      'Export the roll again; where a UPN changed, the marks too.',
    ],
    source: UPN,
    scenarios: [{ id: 'two', words: 'If they are two children', end: 'only' }],
    mayBeRight: true,
    unknown: 'If it is one child, no session changes. Two spells at one school cannot be told apart here.',
  },
  {
    id: 'two-upns-one-child',
    title: 'Two UPNs that look like one child',
    wrong: 'Two UPNs have the same given name, family name and birth date, on roll on the same days.',
    why: 'The child is counted twice, and each half looks like a child with gaps.',
    one: 'UPN',
    many: 'UPNs',
    who: 'The data manager of the school with the later or temporary number.',
    steps: [
      'Check with the other school that it is the same child (address, parents): twins and namesakes exist.',
      'Use the number that was given first, never the temporary one, at both schools.',
      'Export the roll and the marks again under that number, and take the rows with the old number back (withdrawn = Y).',
    ],
    source: UPN,
    scenarios: [{ id: 'one', words: 'If they are one child', end: 'only' }],
    mayBeRight: true,
    unknown: 'If they are two children with one name and birth date, no figure changes.',
  },
  {
    id: 'temporary-upn',
    title: 'Temporary UPNs still in use',
    wrong: 'The UPN ends in a letter, so it is a temporary one, and it has been in use for more than six weeks.',
    why: 'When the permanent number comes, the child begins again in every record, and may be counted twice until then.',
    one: 'child',
    many: 'children',
    who: 'The school’s data manager.',
    steps: [
      'Ask the last school for the child’s Common Transfer File, or look the child up in Get Information About Pupils.',
      'Enter the permanent UPN, keep the temporary one as the former UPN.',
      'Export the roll and the marks again under the permanent number.',
    ],
    source: `${UPN}. That six weeks is long is this project’s own assumption: the guide says “as soon as possible”`,
    scenarios: [],
    mayBeRight: true,
    unknown: 'How many of these children are here under a second number too cannot be known from these files.',
  },
];
