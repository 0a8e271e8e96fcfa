import type { Threat } from './threat.ts';

/** Threats to the work itself: that it stops, or is lost half-way. */
export const STOPPING: readonly Threat[] = [
  {
    id: 'too-many-requests',
    kinds: ['denial'],
    threat: 'Somebody asks so often that others wait, or tries codes until one fits.',
    measures: [['A minute’s share for each session and each address; fewer steps of signing in', 'src/web/limits.tsx']],
    tests: [
      ['src/web/front-door.test.ts', 'who asks too often waits > a person by their session, and nobody else with them'],
      ['src/web/front-door.test.ts', 'who asks too often waits > steps of signing in sooner, by address'],
      ['src/web/front-door.test.ts', 'who asks too often waits > visitors by address'],
    ],
    remains:
      'Counts are of one process. Behind a proxy all visitors share one address and one limit on steps of signing in.',
    operator: 'Let the proxy limit each address before that: 30 steps of signing in a minute are plenty.',
  },
  {
    id: 'large-requests',
    kinds: ['denial'],
    threat: 'A form or an upload is so large that memory or the disk is full.',
    measures: [
      [
        'Every form has a limit; files stream to the disk up to 2 GB each; what is left lying is swept after a day',
        'src/web/pages/area-files/receive-upload.ts',
      ],
    ],
    tests: [
      ['src/web/who-may-ask.test.ts', 'no form is read without a limit'],
      [
        'src/web/pages/area-files/area-files.test.ts',
        'what cannot be read > is told when the upload itself fails, and nothing of it stays',
      ],
      ['src/web/pages/area-files/area-files.test.ts', 'what is left lying > is swept away after a day'],
      [
        'src/testing/proofs/disk-full.long.ts',
        'an import that finds the disk full is refused with a sentence, and nothing is half-visible',
      ],
    ],
    remains: 'Somebody who may bring files in and means harm can fill the disk for a day.',
    operator: 'The area’s folder on a disk or quota of its own.',
  },
  {
    id: 'stopped-half-way',
    kinds: ['denial', 'tampering'],
    threat: 'The process or machine stops in the middle of bringing in, publishing or erasing.',
    measures: [
      [
        'One pointer or manifest makes each visible at once; what was begun is finished or not begun',
        'src/access/publishing.ts',
      ],
      ['Records and received files are on the disk before they count', 'src/store/records/synced-folder.mjs'],
    ],
    tests: [
      [
        'src/testing/proofs/importing.test.ts',
        'an import killed at any moment leaves the old state or the new one, and can be done again',
      ],
      [
        'src/access/publishing.test.ts',
        'whoever is killed in the middle of publishing leaves the version before it, whole, and every look before',
      ],
      ['src/app/rights.test.ts', 'killed after it was begun, it is finished at the next start'],
      ['src/store/area-folder.test.ts', 'what a manifest is the first to name is on the disk before it is'],
      [
        'src/store/records/synced-folder.test.ts',
        'a machine that loses its power, and all that was not synced, has every row that was answered to',
      ],
    ],
    remains: 'A disk that lies about what it wrote.',
    operator: 'Restore a backup on another machine every three months: one that was never restored is none.',
  },
  {
    id: 'two-at-once',
    kinds: ['denial', 'tampering'],
    threat: 'Two processes write in one area, or one area’s process meets another area’s database.',
    measures: [
      [
        'A lock on the embedded store, a lease on the server, and an id that both folder and database hold',
        'src/store/records/folder-lock.ts',
      ],
    ],
    tests: [
      ['src/store/records/folder-lock.test.ts', 'another process is refused too'],
      [
        'src/app/several-processes.server.ts',
        'where the one that publishes is killed, the other takes over, and both were never half-way',
      ],
      ['src/app/several-processes.server.ts', 'another area is refused on the same database'],
    ],
    remains: 'Locks of some network disks do not hold.',
    operator: 'Commands on the area’s folder are run on one machine.',
  },
];
