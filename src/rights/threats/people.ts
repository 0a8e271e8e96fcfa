import type { Threat } from './threat.ts';

/** Threats that need no break-in: what the use of Kith itself could do to people. */
export const PEOPLE: readonly Threat[] = [
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
      [
        'src/app/rights.test.ts',
        'what is past its time is shown, kept under a hold or a restriction, and removed when asked',
      ],
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
