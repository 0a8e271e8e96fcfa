import type { Threat } from './threat.ts';

/** Threats to what stands there: changed, planted, or denied. */
export const CHANGING: readonly Threat[] = [
  {
    id: 'other-sites-forms',
    kinds: ['tampering'],
    threat:
      'Another site lets a signed-in person’s browser send a form, start a sign-in, or fetch a page in their name.',
    measures: [
      [
        'Forms and fetches from elsewhere are refused, whatever their cookies; cookies are SameSite',
        'src/web/front-door.ts',
      ],
    ],
    tests: [
      ['src/web/pages/sign-in/sign-in.test.ts', 'what is tried against it > a form of another site changes nothing'],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'what is tried against it > another site may not start a sign-in for someone',
      ],
      [
        'src/app/serving.test.ts',
        'serving the demonstration > another site may lead here, and may not fetch from here',
      ],
      ['src/web/pages/area-files/area-files.test.ts', 'who may > answers no form from elsewhere'],
    ],
    remains: 'A link from elsewhere that a person follows leaves a look in their name.',
  },
  {
    id: 'planted-markup',
    kinds: ['tampering', 'disclosure'],
    threat: 'A name in a file, a note or an address becomes markup or script in somebody’s browser.',
    measures: [
      [
        'Pages escape what people wrote; the content security policy lets no inline script or foreign address run',
        'src/web/layout/content-security-policy.ts',
      ],
    ],
    tests: [
      [
        'src/web/pages/area-files/area-files.test.ts',
        'what cannot be read > does not become markup, a path or a formula',
      ],
      ['src/web/pages/lost-learning/child-page.test.tsx', 'one child > escapes what people wrote'],
      ['src/web/pages/worklists/worklists.test.ts', 'one list > prints what a file says as text'],
      [
        'src/web/layout/layout.test.tsx',
        'Page > keeps its content security policy: nothing inline, nothing from elsewhere',
      ],
      ['src/web/front-door.test.ts', 'every kind of answer has its headers > %s'],
    ],
    remains: 'Browser extensions act past any policy.',
  },
  {
    id: 'hostile-files',
    kinds: ['tampering', 'denial'],
    threat:
      'A file that is brought in is malicious: SQL in a header, a zip bomb, a million bad rows, a path in its name, a Parquet file that is cut.',
    measures: [
      [
        'One pass in bounded memory before any engine reads it; a gzip that unpacks too far is refused',
        'src/exchange/area-files/scan.ts',
      ],
      [
        'Values and headers are bound as text; the warehouse opens only its own folders and no network',
        'src/store/warehouse.ts',
      ],
    ],
    tests: [
      [
        'src/testing/proofs/importing.test.ts',
        'hostile content > SQL, markup and formulas in a header or a value are only text',
      ],
      [
        'src/testing/proofs/importing.test.ts',
        'hostile content > a million bad rows are each told of, in bounded time and memory',
      ],
      [
        'src/exchange/area-files/reading.test.ts',
        'a file that is not what its name says is refused with a sentence > %s',
      ],
      ['src/testing/proofs/importing.test.ts', 'hostile content > a Parquet file that is cut short is refused'],
      ['src/app/serving.test.ts', 'the warehouse cannot leave its folders: %s'],
    ],
    remains:
      'DuckDB, gzip and the multipart reader are native or third-party code: a fault in one runs as Kith’s user. Only who works for the whole area with the purpose of bringing files in may do so.',
    operator: 'Run Kith in the sandbox of the unit file, and keep packages up to date.',
  },
  {
    id: 'false-rows',
    kinds: ['tampering'],
    threat: 'A school’s export is wrong, or somebody brings in rows that are: a child is shown absent who was there.',
    measures: [
      [
        'Each file is shown before it counts, is kept under the hash of its bytes with who brought it, and can be taken out',
        'src/exchange/area-files/import-files.ts',
      ],
      ['Rules of data quality find what contradicts itself; figures lead to their files', 'src/quality/README.md'],
    ],
    tests: [
      ['src/exchange/area-files/preview.test.ts', 'says what files would change, and touches nothing'],
      [
        'src/testing/proofs/importing.test.ts',
        'bringing files in > forgetting an import takes it out of the answers and off the disk',
      ],
      ['src/quality/rules.test.ts', 'a later row that puts a mark right, or takes it back, ends the finding'],
    ],
    remains: 'A false row that contradicts nothing is believed until somebody says so.',
    operator: 'Families are told how to have a mark put right; the school corrects it in its own system.',
  },
  {
    id: 'changed-received-files',
    kinds: ['tampering'],
    threat: 'Whoever may write in the area’s folder changes a received file, the manifest or what was worked out.',
    measures: [['A received file’s name is the hash of its bytes', 'src/store/area-folder.ts']],
    tests: [
      [
        'src/testing/proofs/importing.test.ts',
        'bringing files in > what was received is kept as it came, under the hash of its bytes',
      ],
    ],
    remains:
      'Kith does not work the hashes out again when it reads: until somebody compares them, a changed file is believed. What was worked out from files has no hash.',
    operator: 'Only Kith’s user may write in the folder; compare the hashes each month as the hardening guide shows.',
  },
  {
    id: 'looks-changed',
    kinds: ['tampering', 'repudiation'],
    threat: 'Whoever owns the database changes, removes or invents lines of who looked.',
    measures: [
      [
        'The application can only add; looks are sealed in signed batches, and the seals stand outside the database',
        'src/access/seals/README.md',
      ],
      ['`kith records verify-looks` names what was touched', 'src/access/seals/verifying.ts'],
    ],
    tests: [
      [
        'src/access/seals/tampering.test.ts',
        'a chain that was made anew and is whole in itself > in the database alone is found by the file outside it',
      ],
      [
        'src/access/seals/tampering.test.ts',
        'a chain that was made anew and is whole in itself > and with its own key in place is found only by a copy of the key, or of the file, kept elsewhere',
      ],
      [
        'src/access/seals/random-worlds.test.ts',
        'whoever looks and seals at once, each look is sealed once, and any one that is touched is found',
      ],
      ['src/app/seals.test.ts', 'one that was tampered with ends with 1, and says where'],
      [
        'src/access/seals/going-on-attacked.test.ts',
        'a rollback made by hand, to hide a look > is told from a backup that was restored: $done',
      ],
      [
        'src/access/seals/going-on-attacked.test.ts',
        'a rollback made by hand, to hide a look > of the last two seals alone is not, and what is gone of them is counted',
      ],
      [
        'src/app/go-on-sealing.test.ts',
        'looks are sealed again after a restore once go-on-sealing was run, and verify-looks tells of it',
      ],
      ['src/access/access.test.ts', 'actingAs > whoever acts may not %s'],
    ],
    remains:
      'Lines of the last seconds before they are sealed; an invented line with the right time; a rollback that leaves only what a backup could hold: how many looks are gone is told, not which restore lost them; whoever holds database, file, key and every copy.',
    operator:
      'Seals on storage that can only be added to, a copy of them elsewhere each day, and a check each month with the number of restores that are known.',
  },
  {
    id: 'denied-look',
    kinds: ['repudiation'],
    threat: 'Somebody looks at a child and says that they did not, or stops the process so that no trace stays.',
    measures: [
      [
        'The look is committed to the disk before anything is shown; where it cannot be, nothing is shown',
        'src/access/access.ts',
      ],
    ],
    tests: [
      [
        'src/access/killed-after-answer.test.ts',
        'a process that is killed as soon as it has the answer > has left its look: $asked',
      ],
      ['src/access/looked-first.test.ts', 'where a look cannot be committed > nothing of what was read comes out'],
      ['src/web/looked-first.test.ts', 'gives away no child, at any address, where the look cannot be committed'],
    ],
    remains: 'A look tells whose session it was, not who sat there. Commands on files, like `kith ledger`, leave none.',
    operator: 'Nobody but who runs Kith logs in on its machine.',
  },
  {
    id: 'changed-backup',
    kinds: ['tampering'],
    threat: 'A backup is cut, changed or swapped before it is restored, or brings back what had been ended.',
    measures: [
      [
        'A hash at its end and a check of what it is of; all of it is restored or nothing',
        'src/store/records/backup/restore.ts',
      ],
      [
        'Restoring signs everyone out, ends invitations, and counts what is in force again',
        'src/app/records-backup.ts',
      ],
    ],
    tests: [
      [
        'src/access/backup.test.ts',
        'a backup of this run’s engine, restored into %s > is refused where it is cut, changed or foreign, and nothing is changed',
      ],
      [
        'src/access/backup.test.ts',
        'a backup of this run’s engine, restored into %s > by a process that is killed half-way leaves nothing, and can be done again',
      ],
      [
        'src/access/backup.test.ts',
        'a backup of this run’s engine, restored into %s > holds every row of every table, and goes on counting after the last',
      ],
    ],
    remains:
      'The hash is no signature: whoever can write a backup anew can write its hash. Consents taken back since are in force again.',
    operator: 'Sign or encrypt backups; after restoring go through access, agreements and ways in, as the guide says.',
  },
  {
    id: 'supply-chain',
    kinds: ['tampering', 'elevation'],
    threat: 'A package that Kith is built on is replaced, taken over or licensed otherwise.',
    measures: [
      ['Exact versions, each with the hash of its package', 'package.json'],
      [
        '`npm run sbom` lists what is in it; a production package under a licence that is not allowed fails a test',
        'scripts/check-packages/licences.ts',
      ],
    ],
    tests: [
      [
        'scripts/check-packages/check-packages.test.ts',
        'every production package is pinned by a hash and under a licence that is allowed',
      ],
      ['src/web/static/static.test.ts', 'static assets > ask for nothing else: every address in them is another asset'],
      ['src/app/serving.test.ts', 'serving the demonstration > it reached for no other machine'],
    ],
    remains: 'A version that was malicious when it was pinned is what is installed.',
    operator:
      'Install with `npm ci` from the lockfile, on a machine that is not the server; let the server reach providers and nothing else.',
  },
];
