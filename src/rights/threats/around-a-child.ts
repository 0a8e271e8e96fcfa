import type { Threat } from './threat.ts';

/** Threats to one child or family, from those around them. */
export const AROUND_A_CHILD: readonly Threat[] = [
  {
    id: 'estranged-parent',
    kinds: ['disclosure'],
    threat: 'A parent who may not, or whose right has ended, follows where their child is.',
    measures: [
      [
        'A parent sees a child by a tie of their own, given by invitation; ended, it is over with the next request',
        'src/access/actor.ts',
      ],
      [
        'Once a young person was judged able to answer, who works with them by agreement is not named to a parent; an emergency is shown to one only after review',
        'src/access/seers.ts',
      ],
    ],
    tests: [
      ['src/access/access.test.ts', 'actingAs > access that has ended is over at once'],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'an administrator > ends someone’s access, and the session ends with it',
      ],
      ['src/access/sharing-attacked.test.ts', 'a yes > counts only while who gave it is tied to the child'],
      [
        'src/access/sharing-attacked.test.ts',
        'a parent > is not told who can see by an agreement that the young person answered to',
      ],
    ],
    remains:
      'Kith knows no court order and no change of responsibility until somebody ends the tie. A child’s page names the school.',
    operator:
      'Ask each school who has parental responsibility before a parent is invited, and who tells the administrator when it changes.',
  },
  {
    id: 'controlling-partner',
    kinds: ['disclosure', 'detecting'],
    threat:
      'Somebody who controls a phone reads a young person’s or a parent’s pages, or learns that they told somebody.',
    measures: [
      [
        'Cookies are not kept past the browser and say nothing of whose they are; a session ends after half an hour unused',
        'src/web/cookies.ts',
      ],
      [
        'A parent is not shown the young person’s own looks, nor, once the young person answers for themselves, looks by agreement',
        'migrations/0008-agreements.sql',
      ],
    ],
    tests: [
      ['src/access/sharing-attacked.test.ts', 'a parent > is not shown the looks that would tell on a child'],
      [
        'src/access/sharing-attacked.test.ts',
        'a parent > reads neither why a young person was judged able to answer, nor what the young person said',
      ],
      ['src/sign-in/session.test.ts', 'a session > ends when one signs out, and signing out twice is no fault'],
      ['src/web/pages/sign-in/sign-in.test.ts', 'one’s own page > signs out elsewhere, and nobody else'],
    ],
    remains: 'A page that is open is read by who holds the phone, and the browser’s history shows that Kith was used.',
    operator:
      'Tell young people how to sign out and clear history; set a shorter `familyIdleMinutes`; never invite by a shared e-mail address.',
  },
  {
    id: 'staff-speak-for-family',
    kinds: ['tampering', 'non-compliance'],
    threat: 'Staff write down a consent that nobody gave, or lift a no.',
    measures: [
      [
        'A no given in person is lifted by the same voice alone; who judged competence does not write the young person’s yes',
        'src/access/agreed.ts',
      ],
    ],
    tests: [
      ['src/access/sharing-attacked.test.ts', 'one member of staff > lifts no no that a young person gave here'],
      [
        'src/access/sharing-attacked.test.ts',
        'one member of staff > does not judge that a young person can answer, and then write the answer down',
      ],
      ['src/access/sharing.test.ts', 'consents > staff write down what was said; it is added to, never changed'],
    ],
    remains: 'Two members of staff who agree on a lie; a yes of a family that never comes here.',
    operator: 'Read with families what was written down for them.',
  },
  {
    id: 'presence-oracle',
    kinds: ['detecting'],
    threat: 'Somebody tries UPNs or names and learns from answers who is in the area, in care, or hidden.',
    measures: [
      [
        'Whoever may not be seen answers word for word like whoever is not there; so does an emergency for a number that nobody has',
        'src/web/pages/access/acting.tsx',
      ],
    ],
    tests: [
      [
        'src/web/pages/access/access.test.ts',
        'who may not > learns nothing about a child: one that is there and one that is not answer alike',
      ],
      [
        'src/web/every-person.test.ts',
        'whatever their role > to %s a child and a school that may not be seen answer as those that are not there',
      ],
      ['src/access/sharing.test.ts', 'emergencies > a UPN that nobody has opens alike, and shows nothing'],
      [
        'src/web/pages/access/access.test.ts',
        'an emergency > that was not right is over and does not open again, and three are enough: alike for who is not here',
      ],
    ],
    remains: 'Each try leaves a look on the record, and nobody is told of many.',
  },
  {
    id: 'timing',
    kinds: ['detecting'],
    threat: 'Answers that read alike take a different time, and tell who is there.',
    measures: [
      ['Row security lets the same statements run whether or not a row may be seen', 'migrations/0005-people.sql'],
      [
        'A database is sooner done where no row fits: so an answer that something is not there, or to a search for a child, is sent at a step of 100 milliseconds after the request came',
        'src/web/in-step.ts',
      ],
    ],
    tests: [
      [
        'src/web/in-step.test.ts',
        'what is not there, or is searched for, is answered at the same step, however long it took to find out',
      ],
      [
        'src/web/every-person.test.ts',
        'whatever their role > to %s a child and a school that may not be seen answer as those that are not there',
      ],
      [
        'src/web/every-person.test.ts',
        'whatever their role > to %s every route about a child answers alike, forms too',
      ],
      [
        'src/web/every-person.test.ts',
        'whatever their role > to %s what others wrote about a child answers as what is not there',
      ],
    ],
    operator:
      'Limits on requests make measuring slow, and each try stands in the record of looks: look for one person with very many refused or empty ones.',
    remains:
      'A machine so busy that such answers take longer than a step: then many measurements could tell. `npm run bench` says how many, with and without the step (docs/measurements/access.md). No test holds a time to a limit: such tests fail on busy machines.',
  },
  {
    id: 'restricted-and-used',
    kinds: ['non-compliance', 'disclosure'],
    threat: 'A record whose use is restricted, or objected to, is used on.',
    measures: [
      [
        'Policies that bind every other leave the child out for all but those whose role may read what is restricted',
        'migrations/0013-restrictions.sql',
      ],
      ['A permit for the warehouse names whom it leaves out', 'src/access/permit.ts'],
      [
        'No sum of a group of a school is shown to those from whom somebody there is left out',
        'src/access/left-out.ts',
      ],
      [
        'A restriction follows a request, and is told to a second person who answers requests',
        'migrations/0015-restrictions-held.sql',
      ],
    ],
    tests: [
      [
        'src/access/visibility.test.ts',
        'in any world, for any errand, the rows that are seen are the rows that may be seen',
      ],
      [
        'src/web/pages/rights/restricted.test.ts',
        'the use of a record > is over for those who work with children: page, search, lists, files and what is to be mended',
      ],
      ['src/web/pages/rights/restricted.test.ts', 'the use of a record > is no gap between a count and its rows'],
      [
        'src/web/pages/rights/restricted-sums.test.ts',
        'while the use of a record is restricted > no sum of a group of that school is shown to whoever does not see the child',
      ],
      [
        'src/web/pages/rights/restricted-sums.test.ts',
        'while the use of a record is restricted > what is to mend is counted as its rows are listed',
      ],
      [
        'src/web/pages/rights/restricted-sums.test.ts',
        'a restriction > needs a request about the child that was neither refused nor withdrawn, in the database too',
      ],
    ],
    remains:
      'Figures that name nobody count the child still: of a school or the area, whoever sees every other row can subtract them. A register that was not taken counts all of its class. Whoever brings files in sees their lines, and commands read files past restrictions. Whoever restricts a record with a request that nobody made is seen by a second person only afterwards. Files handed out before, and a school’s own register, are out of reach.',
    operator:
      'Tell those to whom the record was disclosed (UK GDPR, article 19), and the school; before that, tell safeguarding leads.',
  },
];
