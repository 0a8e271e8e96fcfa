import type { Threat } from './threat.ts';

/** Threats to people that no break-in is needed for: what Kith itself could do to a child or a family. */
export const PEOPLE: readonly Threat[] = [
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
        'Names of those who work with the child by agreement, and emergencies before review, are not shown to a parent',
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
        'Sessions end with the browser and after half an hour; cookies and addresses say nothing of whose they are',
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
    remains: 'Each try is a refused look on the record.',
  },
  {
    id: 'timing',
    kinds: ['detecting'],
    threat: 'Answers that read alike take a different time, and tell who is there.',
    measures: [
      ['Row security lets the same statements run whether or not a row may be seen', 'migrations/0005-people.sql'],
    ],
    untested:
      'Tests of time fail on busy machines. The same statements run, but a database is a little faster where no row fits.',
    operator: 'Limits on requests make measuring slow; each try stands in the record of looks.',
    remains: 'A patient person with an account could learn from many measurements that a UPN is in the area.',
  },
  {
    id: 'small-numbers',
    kinds: ['identifying'],
    threat: 'A child is found in published figures: one of few, or by taking one table or release from another.',
    measures: [
      [
        'Small counts are hidden and so is what would give them away, with a proof for each; only `disclosure` makes what may be published',
        'src/disclosure/README.md',
      ],
      ['A release is held against earlier ones', 'src/exchange/open-data/README.md'],
    ],
    tests: [
      ['src/disclosure/attack.test.ts', 'neither reader bounds a hidden count closer than 5: $dimensions dimensions'],
      ['src/disclosure/release.test.ts', 'the difference of two groups is protected though nobody printed it'],
      [
        'src/exchange/open-data/protect-set.test.ts',
        'what a release of absence gives away > of %i people: nothing of a few, whoever solves for it',
      ],
      ['src/web/api/api.test.ts', 'a release > holds no child and no school, and no count of a few, in any byte'],
      [
        'src/paper/protect.test.ts',
        'what may be shown of a term > no sum, and nothing left when told sums are taken from another, is that of a few children',
      ],
    ],
    remains: 'What others publish about the same children. Pages for staff show true counts, which staff may print.',
    operator: 'Look through a release before it is made: it cannot be called back.',
  },
  {
    id: 'linking-areas',
    kinds: ['linking'],
    threat: 'Areas, or health and school, are joined into one picture of a child that nobody agreed to.',
    measures: [
      ['One area a folder and database; no page joins areas; health records are not held', 'src/app/check-area.ts'],
      ['Areas combine as publishable totals only', 'src/exchange/open-data/README.md'],
    ],
    tests: [
      ['src/app/several-processes.server.ts', 'another area is refused on the same database'],
      [
        'src/access/sharing.test.ts',
        'agreements > a school agrees for its own children, and its word opens no history in the warehouse',
      ],
    ],
    remains: 'UPNs are the same everywhere: whoever has two areas’ files can join them without Kith.',
  },
  {
    id: 'function-creep',
    kinds: ['non-compliance', 'linking'],
    threat: 'What was collected to support a child is used for something else.',
    measures: [
      [
        'Every look has a purpose, and a purpose opens only the classes of data of its row; without one no row of a child is seen',
        'src/access/purposes.ts',
      ],
    ],
    tests: [
      [
        'src/access/access.test.ts',
        'actingAs > refuses a purpose that is not the role’s, and an actor it does not know, and both leave a trace',
      ],
      ['src/access/sharing-attacked.test.ts', 'a transaction > without a purpose sees no child in any table'],
      [
        'src/access/visibility.test.ts',
        'what roles may do stands once: the rows that policies read are those of the table',
      ],
    ],
    remains: 'Kith cannot see what a person has in mind, or what is done with a list once it was taken away.',
    operator: 'Say in the agreement and in training what lists may be used for.',
  },
  {
    id: 'scoring-children',
    kinds: ['non-compliance'],
    threat: 'A child gets a risk score, or a school a rank, and is treated by it.',
    measures: [
      [
        'There is no such column, measure or page; lists tell what happened and who owes what',
        'src/worklists/README.md',
      ],
    ],
    tests: [
      [
        'src/testing/proofs/ethics.test.ts',
        'there is no score of a child and no rank of a school > in any column of a file, a model, a table or a measure',
      ],
      [
        'src/testing/proofs/ethics.test.ts',
        'there is no score of a child and no rank of a school > and the check would see one',
      ],
    ],
    remains: 'A list can be read as a judgement. People decide, and Kith makes no decision about a child.',
  },
  {
    id: 'kept-too-long',
    kinds: ['non-compliance'],
    threat: 'Data is kept after its time, or removed while a hold stands.',
    measures: [
      [
        'One table says how long; `kith rights retention` shows and removes what is past it, and nothing under a hold',
        'src/rights/retention.ts',
      ],
    ],
    tests: [
      ['src/app/rights.test.ts', 'what is past its time is shown, kept under a hold, and removed when asked'],
      ['src/rights/retention.test.ts', 'six years from the end of an academic year: it goes on 1 September'],
    ],
    remains:
      'Nothing removes by itself. Five classes have no time yet: they are in the assessment for the controller to decide.',
    operator: 'Run `kith rights retention --apply` each September, and let old backups run out.',
  },
  {
    id: 'erasure-incomplete',
    kinds: ['non-compliance'],
    threat: 'A child whose data was erased is still found: in a database’s pages, a log, a file, or a look.',
    measures: [
      [
        'Files are rewritten, tables cleared and a database’s pages and log scrubbed; a test finds a column that is not known',
        'src/rights/erase.ts',
      ],
    ],
    tests: [
      [
        'src/app/rights.test.ts',
        'erased, she stands in no byte of the area, nor of a copy that was kept as a backup and opened again',
      ],
      [
        'src/app/rights.test.ts',
        'that someone looked stays, with nothing that says at whom; the neighbour’s looks and ties stay as they were',
      ],
      ['src/access/erasing.test.ts', 'every column that names a child is one that erasure knows'],
    ],
    remains:
      'Backups made before, a server’s log and replicas, names without a number beside them, the school’s own system.',
    operator: 'Restore no older backup without erasing again; the server’s operator runs VACUUM FULL.',
  },
  {
    id: 'families-do-not-know',
    kinds: ['unawareness'],
    threat: 'A family does not know what is kept, who looked, or what it can ask for.',
    measures: [
      [
        'Who looked stands on the child’s page in plain words, roles and lawful bases are public, and everything kept can be written down for them',
        'src/rights/export.ts',
      ],
    ],
    tests: [
      [
        'src/web/pages/lost-learning/looks-page.test.tsx',
        'who looked > speaks to a young person and to a family of themselves, and shows neither who can see',
      ],
      [
        'src/app/rights.test.ts',
        'everything about her can be written down, to read and as data, in a folder of her own',
      ],
      ['src/web/pages/access/access.test.ts', 'the table of roles > is for everyone, in the words of the table'],
      ['src/rights/request.test.ts', 'where a request stands > due in a month, overdue the day after'],
    ],
    remains: 'Only those who were invited see their page. Kith writes no privacy notice.',
    operator: 'The privacy notices of area and schools say that Kith is used, and where to ask.',
  },
  {
    id: 'fear-of-being-watched',
    kinds: ['unawareness'],
    threat: 'Families or young people keep away from help because they think that they are watched.',
    measures: [
      [
        'No score, no alarm about a child, words of support in every list, and openness about who looked',
        'docs/guides/working-day.md',
      ],
    ],
    untested: 'Whether people trust it is for people to say.',
    operator:
      'Ask young people and families before and after Kith begins, and write what they said into the assessment.',
    remains: 'Trust is lost faster than any software wins it.',
  },
  {
    id: 'real-children-in-tests',
    kinds: ['disclosure'],
    threat: 'Real children’s data comes into tests, pictures or the demonstration.',
    measures: [['One fictional cast, with numbers that cannot exist', 'src/demo/README.md']],
    tests: [
      ['src/demo/identifiers.test.ts', 'UPNs have their check letter and an authority that does not exist'],
      [
        'src/demo/identifiers.test.ts',
        'NHS numbers come from the test range with a modulus-11 check digit, where there is one',
      ],
      [
        'src/demo/identifiers.test.ts',
        'postcodes have the right shape in an area that cannot exist, neighbourhoods a code that was never given out',
      ],
    ],
    remains: 'Whoever reports a fault can still paste a real line.',
    operator: 'Reports of faults hold codes and sentences, never lines of files.',
  },
];
