import { REQUEST_KINDS, type RequestKind } from '../request.ts';

/** Questions of necessity and proportion, with what Kith does; the answer is the controller’s. */
export const NECESSITY = [
  {
    question: 'Does this help children, and how would you know that it does not?',
    does: 'Figures lead to how they were worked out and to their files; goals are stated before they are measured.',
  },
  {
    question: 'Could the same be reached with less data, or with counts instead of children?',
    does: 'Pages of an area and of schools show sums; a single child is read for a purpose. Columns that no rule needs are not read.',
  },
  {
    question: 'Is each role, tie and class of data above needed where you are?',
    does: 'Roles are one table. A role that nobody is given sees nothing.',
  },
  {
    question: 'How is the data kept right?',
    does: 'Rules of data quality, a preview before a file counts, and correction at the school, which is where it comes from.',
  },
  {
    question: 'How do you keep it from being used for something else?',
    does: 'A purpose is chosen before looking, and opens only its classes of data. There is no score of a child and no rank of a school.',
  },
  {
    question: 'Is anything decided about a child by a machine alone?',
    does: 'Nothing: lists tell what happened and who owes what, and people decide.',
  },
  {
    question: 'How are families and young people told?',
    does: 'Roles and bases are public; the child’s page tells who looked. Kith writes no privacy notice.',
  },
  {
    question: 'Is consent the right basis where you ask for it?',
    does: 'Consent is one way among others. For safeguarding it is seldom right, and Kith does not require it there.',
  },
  {
    question: 'Who else has the data, and does any of it leave the United Kingdom?',
    does: 'Kith sends data to nobody; where it runs and where providers are is for you.',
  },
] as const;

const HOW: Readonly<Record<RequestKind, { readonly right: string; readonly how: string }>> = {
  access: { right: 'To see one’s data', how: 'The child’s page; everything that is kept with `kith rights export`' },
  correction: { right: 'To have it put right', how: 'The school corrects it and exports again' },
  erasure: {
    right: 'To have it erased',
    how: '`kith rights erase`, where no law or hold requires keeping; registers are kept for six years',
  },
  restriction: {
    right: 'To have its use restricted',
    how: 'The data protection officer restricts it: kept, and shown to the family, in an emergency and for requests alone',
  },
  objection: {
    right: 'To object',
    how: 'Recorded and weighed by people; the use is restricted meanwhile, and stays so or the record is erased where it is upheld',
  },
};

const ONE_MONTH = 'One month from receipt, or from when it is confirmed who asks; three where extended (article 12(3))';

/** What people may ask, by the article that gives the right. */
export const RIGHTS = Object.entries(HOW)
  .flatMap(([name, row]) => {
    const kind = Object.keys(REQUEST_KINDS).find((one): one is RequestKind => one === name);
    return kind ? [{ ...row, article: String(REQUEST_KINDS[kind]), due: ONE_MONTH }] : [];
  })
  .toSorted((a, b) => Number(a.article) - Number(b.article));

export const SIGNATURES = [
  'The measures above, and who carries each out',
  'What remains, accepted',
  'Advice of the data protection officer',
  'Whether that advice was followed, and if not, why',
  'Whoever keeps this under review',
] as const;
