/** Restricting the use of a child’s record (UK GDPR article 18). */
export const restriction = {
  'restriction.title': 'Restricted records',
  'restriction.text':
    'While the use of a record is restricted it is kept, and left out of pages, lists, searches and exports. The child and the family still see it. So do you, and whoever opens an emergency. Figures that name nobody still count it.',
  'restriction.empty': 'The use of no record is restricted.',
  'restriction.set': 'Restrict the use of this record from now',
  'restriction.save': 'Restrict its use',
  'restriction.because.accuracy': 'Whether it is right is disputed, until that is checked (article 18(1)(a))',
  'restriction.because.unlawful':
    'It may not be used, and the person wants it kept rather than erased (article 18(1)(b))',
  'restriction.because.legal-claim': 'It is needed no more but for the person’s legal claim (article 18(1)(c))',
  'restriction.because.objection': 'The person objected, until the reasons are weighed (article 18(1)(d))',
  'restriction.because.objection-upheld':
    'The objection was upheld, and the law requires that it is kept (article 21(1))',
  'restriction.enter.ground': 'Choose why its use is restricted',
  'restriction.request-over':
    'This request was refused or withdrawn, so no record can be restricted for it. Record a new one where somebody asks again.',
  'restriction.unseen': 'A record was restricted by {who}: open the request',
  'restriction.lift': 'Lift the restriction',
  'restriction.lift.text':
    'Tell the person first that it will be lifted (article 18(3)). From then on everyone with a role and a tie sees the record again.',
  'restriction.stands': 'Its use is restricted since {since}: {because}.',
  'restriction.told': 'On which day was the person told?',
  'restriction.enter.told': 'Enter the day on which the person was told, today or before',
} as const;
