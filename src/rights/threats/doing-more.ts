import type { Threat } from './threat.ts';

/** Threats of doing more than one may: once in, or without coming in at all. */
export const DOING_MORE: readonly Threat[] = [
  {
    id: 'rogue-administrator',
    kinds: ['elevation', 'spoofing'],
    threat: 'An administrator gives themselves or a friend access, or comes in as another person.',
    measures: [
      [
        'Nobody is invited who has a way in; ending ways, inviting and tying each leave a line that its person and the data protection officer read',
        'src/sign-in/management.ts',
      ],
      [
        'The database refuses a role that an organisation does not have, and a tie to a sign-in of one’s choosing',
        'migrations/0006-sign-in.sql',
      ],
    ],
    tests: [
      [
        'src/sign-in/session.test.ts',
        'an invitation > is the only way to be tied: an administrator ties nobody to a sign-in of their choosing',
      ],
      [
        'src/sign-in/session.test.ts',
        'an invitation > and the end of ways in stand on the record with who did it, which nobody can leave out or forge',
      ],
      [
        'src/access/access.test.ts',
        'actingAs > nobody is given a role that their organisation has not: a school’s officer would see the whole area',
      ],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'one’s own page > tells a data protection officer of everyone’s invitations',
      ],
    ],
    remains: 'An administrator can end someone’s ways and come in as them: seen, not prevented.',
    operator:
      'Two administrators at most; the data protection officer is somebody else, and reads invitations each month.',
  },
  {
    id: 'more-than-the-role',
    kinds: ['elevation'],
    threat: 'A request, a form or a fault in a page asks for more than a person’s role, tie and purpose give.',
    measures: [
      [
        'Policies of the database ask role, reach and class of data for each row; the page’s own checks come on top',
        'migrations/0005-people.sql',
      ],
      [
        'A route without a row needs a person; the database decides the role, not the program',
        'src/web/who-may-ask.ts',
      ],
    ],
    tests: [
      [
        'src/access/visibility.test.ts',
        'in any world, for any errand, the rows that are seen are the rows that may be seen',
      ],
      [
        'src/access/agreed.test.ts',
        'in any world of ties, agreements, consents and emergencies, what is seen is what may be seen',
      ],
      [
        'src/web/every-person.test.ts',
        'whatever their role > %s is shown nobody beyond their reach, at any address, and no fault',
      ],
      ['src/web/who-may-ask.test.ts', 'every route has its row, and every row its route'],
      ['src/access/access.test.ts', 'actingAs > the database decides the role, not the object that says one'],
      ['src/store/records/boundary.server.ts', 'the application’s login > may not: %s'],
    ],
    remains:
      'Sums of the warehouse have no row security: they are aggregates, or asked for with a permit that leaves its trace first.',
  },
  {
    id: 'nobody-asks',
    kinds: ['elevation', 'disclosure'],
    threat: 'Somebody who has not signed in reads pages of people, or learns what is there.',
    measures: [
      [
        'Default deny: whoever is nobody is led to sign in from each address that is not public',
        'src/web/lead-to-sign-in.ts',
      ],
    ],
    tests: [
      [
        'src/web/who-may-ask.test.ts',
        'who has not signed in is led to sign in from each that needs a person, and learns nothing there',
      ],
      ['src/web/who-may-ask.test.ts', 'HEAD and other methods open nothing that GET does not'],
      [
        'src/store/records/boundary.server.ts',
        'the application’s login > reads no row of any table without an actor, whatever role it takes or leaves',
      ],
    ],
    remains: 'Published statistics, the area’s name and the ways to sign in are for everyone.',
  },
  {
    id: 'demonstration-in-earnest',
    kinds: ['spoofing', 'elevation'],
    threat:
      'A process with real people lets anyone choose whom to be, or be the single user, as the demonstration does.',
    measures: [
      [
        'Whom to be is offered only where the process was started as the demonstration, on an area that was made as one; a single user only on this machine',
        'src/app/way-in.ts',
      ],
    ],
    tests: [
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'people to be > in any other process there is nobody to be, also where the area’s manifest says demonstration',
      ],
      [
        'src/sign-in/session.test.ts',
        'a session > of the demonstration opens nothing in a process that was not started as one',
      ],
      [
        'src/app/serving.test.ts',
        'an area of real people opens only for someone who says that they know what it means',
      ],
    ],
    remains: 'With --single-user whoever can reach that port on that machine sees every child.',
    operator: 'Never run a real area with --single-user on a machine that others use.',
  },
];
