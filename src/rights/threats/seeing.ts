import type { Threat } from './threat.ts';

/** Threats to what is kept close: read by somebody who has no business with it, or lost on the way. */
export const SEEING: readonly Threat[] = [
  {
    id: 'curious-colleague',
    kinds: ['disclosure'],
    threat: 'A member of staff looks at a neighbour’s child, a colleague’s, or one in the news.',
    measures: [
      [
        'Without a tie, a class or a school nobody sees the child; with one, the family sees who looked and why',
        'src/access/looks.ts',
      ],
      ['A child who may not be seen answers like one who is not there', 'src/web/pages/lost-learning/child-page.tsx'],
    ],
    tests: [
      [
        'src/web/every-person.test.ts',
        'whatever their role > %s is shown nobody beyond their reach, at any address, and no fault',
      ],
      [
        'src/web/pages/lost-learning/looks-page.test.tsx',
        'who looked > names who, when, at what and why, and up to when lines are sealed',
      ],
      [
        'src/web/pages/lost-learning/looks-page.test.tsx',
        'who looked > tells of an attempt that was refused, and that nothing was shown',
      ],
      [
        'src/access/access.test.ts',
        'listLooks > is every look in which the child could have been seen, newest first, this one too',
      ],
    ],
    remains:
      'Whoever works for the whole school or area can look at every child of it. Nothing raises an alarm at unusual looking: it is found by whoever reads who looked.',
    operator: 'Give the narrowest role and ties; the data protection officer reads looks of some children each month.',
  },
  {
    id: 'database-owner',
    kinds: ['disclosure', 'repudiation'],
    threat: 'Whoever owns the database, the server’s log or the disk reads past every rule, and no look is left.',
    measures: [
      [
        'Kith’s own login owns nothing and is bound by the policies; it says at each start whether that is so',
        'src/store/records/records.ts',
      ],
      ['The password is in no message', 'src/store/records/connection.ts'],
    ],
    tests: [
      [
        'src/store/records/boundary.server.ts',
        'the application’s login > is bound by the policies, and the store says so',
      ],
      ['src/store/records/boundary.server.ts', 'a login that goes past the policies > is said not to be bound: %s'],
      ['src/store/records/records.test.ts', 'opening > the password in an address is in no message'],
    ],
    remains: 'The owner of the database, and of the machine, reads everything. No software of ours can prevent it.',
    operator:
      'Few such people, named in the assessment; the server’s own audit; encrypted disks whose keys they do not hold alone.',
  },
  {
    id: 'embedded-store',
    kinds: ['disclosure', 'elevation'],
    threat: 'The embedded store is taken for a boundary against whoever has the machine, the process or the files.',
    measures: [['Kith says at each start that it is none', 'src/app/records-place.ts']],
    tests: [['src/app/records-place.test.ts', 'whether the rules of access are a boundary is said at the start: %o']],
    operator:
      'Records of real children of more than one small organisation belong on PostgreSQL with a login of its own.',
    remains: 'With the embedded store the rules of access hold in the pages, and against nobody who has the files.',
  },
  {
    id: 'received-files-read',
    kinds: ['disclosure'],
    threat: 'Somebody reads received files and what was worked out of them in the area’s folder, past Kith.',
    measures: [
      ['Records, keys, exports and backups are made readable by their owner alone', 'src/store/records/embedded.ts'],
    ],
    tests: [
      ['src/access/seals/sealing.test.ts', 'the key is its owner’s alone'],
      [
        'src/access/backup.test.ts',
        'a backup > is for its owner’s eyes alone, says what it is of, and replaces nothing',
      ],
    ],
    remains: 'Other files of the folder are as open as the umask of whoever started Kith lets them be.',
    operator: 'A user of its own, umask 0077 and a folder of mode 0700, as in the unit file; an encrypted disk.',
  },
  {
    id: 'lost-backup',
    kinds: ['disclosure'],
    threat: 'A backup, an export of a child’s record or a downloaded list is lost or left lying.',
    measures: [
      [
        'A backup and an export are made for their owner alone, and replace nothing',
        'src/store/records/backup/backup-file.ts',
      ],
    ],
    tests: [
      [
        'src/access/backup.test.ts',
        'a backup > is for its owner’s eyes alone, says what it is of, and replaces nothing',
      ],
    ],
    remains:
      'They are not encrypted, and a downloaded list is out of Kith’s reach. What was erased since stands in older backups.',
    operator:
      'Encrypt backups before they leave the machine; delete them when their time is over; say to staff where lists may be kept.',
  },
  {
    id: 'traces-outside',
    kinds: ['disclosure', 'linking'],
    threat: 'Addresses with a child’s number, or pages, stay in caches, logs, referrers or a browser’s history.',
    measures: [
      [
        'Pages are not kept in caches; a referrer stays within the site; where one wanted to go is in a cookie, not in an address',
        'src/web/front-door.ts',
      ],
    ],
    tests: [
      ['src/app/serving.test.ts', 'serving the demonstration > GET %s answers with a page and keeps it out of caches'],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'a whole sign-in with a real provider > leads to it, back, and on to where one wanted; the address says nothing of where that was',
      ],
      ['src/web/front-door.test.ts', 'every kind of answer has its headers > %s'],
      ['src/sign-in/openid.test.ts', 'all of it is on the record, without a token, a subject or a name'],
    ],
    remains:
      'Addresses of children’s pages hold UPNs: they stand in a browser’s history, and in a proxy’s log unless it is told otherwise.',
    operator: 'Let the proxy log no addresses, or none below /children and /lists; the example configuration does.',
  },
  {
    id: 'reaching-out',
    kinds: ['disclosure'],
    threat: 'Kith, a page or a document sends data to another machine.',
    measures: [
      [
        'Pages fetch nothing from elsewhere; the process asks configured providers and its database, nobody else',
        'src/web/layout/content-security-policy.ts',
      ],
    ],
    tests: [
      ['src/app/serving.test.ts', 'serving the demonstration > it reached for no other machine'],
      ['src/app/serving.test.ts', 'the watch on the network would see it'],
      ['src/app/serving.test.ts', 'the warehouse cannot leave its folders: %s'],
    ],
    remains: 'A package that turned hostile could try.',
    operator: 'Let a firewall allow the providers and the database, and nothing else.',
  },
  {
    id: 'formula-in-download',
    kinds: ['tampering', 'disclosure'],
    threat: 'A name like =HYPERLINK(…) runs in the spreadsheet of whoever opens a list.',
    measures: [
      [
        'Cells that a spreadsheet would run are written as text, in CSV, XLSX and ODS, and in lists of rejections',
        'src/exchange/spreadsheets/README.md',
      ],
    ],
    tests: [
      [
        'src/exchange/spreadsheets/spreadsheets.test.ts',
        'a table to take away > runs nothing that a person wrote, and keeps what they wrote',
      ],
      ['src/exchange/area-files/preview.test.ts', 'keeps formulas out of the list of rejections'],
      [
        'src/web/pages/lost-learning/children-page.test.tsx',
        'can be taken away whole, and runs nothing in a spreadsheet',
      ],
    ],
    remains: 'Programs that take the mark of text away when they read bring the danger back.',
  },
  {
    id: 'hostile-pdf',
    kinds: ['tampering'],
    threat: 'A school’s name or a figure becomes code in the page for governors, or in what reads the PDF.',
    measures: [
      [
        'Text is handed to the typesetter as text; a PDF is made on the server, and none is read',
        'src/paper/README.md',
      ],
    ],
    tests: [
      ['src/paper/governors-page.test.ts', 'the page as PDF > takes %s for words'],
      [
        'src/paper/governors-page.test.ts',
        'the page as PDF > is one page of A4 with its title, language, structure and description, and every word in reading order',
      ],
    ],
    remains: 'Faults of a reader’s own PDF program.',
  },
  {
    id: 'emergency-misused',
    kinds: ['disclosure', 'elevation'],
    threat: 'Somebody breaks the glass out of curiosity, again and again.',
    measures: [
      [
        'One child, four hours, a typed reason, three at most unreviewed; the young person sees it at once, the data protection officer reviews each',
        'src/access/emergency.ts',
      ],
    ],
    tests: [
      [
        'src/access/sharing.test.ts',
        'emergencies > opens one child for four hours, is traced with its reason’s id, and ends by itself',
      ],
      ['src/access/sharing-attacked.test.ts', 'an emergency > is one of three at most that nobody has reviewed'],
      [
        'src/access/sharing-attacked.test.ts',
        'an emergency > that is found not right ends at once, and does not open again',
      ],
      ['src/access/sharing.test.ts', 'emergencies > nobody opens one longer, earlier, or in another’s name'],
    ],
    remains:
      'What was read in those hours was read. Kith sends nobody a message: the data protection officer is told on each of their pages, and whoever watches the log or the metric.',
    operator: 'The data protection officer looks at /access/emergencies each working day.',
  },
  {
    id: 'beyond-agreement',
    kinds: ['disclosure', 'non-compliance'],
    threat:
      'A clinician or youth worker reads more than was agreed, or goes on after an agreement or a consent has ended.',
    measures: [
      [
        'Each statement asks which agreement is in force now; nothing is kept of the answer',
        'migrations/0008-agreements.sql',
      ],
    ],
    tests: [
      [
        'src/access/sharing.test.ts',
        'agreements > without one a tie shows nothing; in force they show the child; lapsed they show nothing',
      ],
      [
        'src/access/sharing.test.ts',
        'agreements > one that is revoked stops the next statement of a transaction that is open',
      ],
      ['src/access/sharing.test.ts', 'agreements > to find shows who has the child, and nothing of what is held'],
      [
        'src/access/agreed.test.ts',
        'in any world of ties, agreements, consents and emergencies, what is seen is what may be seen',
      ],
    ],
    remains: 'What was read and written down elsewhere stays there.',
  },
];
