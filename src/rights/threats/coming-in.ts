import type { Threat } from './threat.ts';

/** Threats at the way in: who is taken for whom, and what they may then do. */
export const COMING_IN: readonly Threat[] = [
  {
    id: 'forged-sign-in',
    kinds: ['spoofing'],
    threat:
      'Somebody shows Kith an answer of a provider that is forged, old, meant for another site, or somebody else’s.',
    measures: [
      [
        'Signature, issuer, audience, nonce, state and PKCE are checked; an answer counts once, in the browser that asked',
        'src/sign-in/openid.ts',
      ],
    ],
    tests: [
      ['src/sign-in/openid.test.ts', 'a token that does not hold is refused > %s'],
      [
        'src/sign-in/openid.test.ts',
        'a token that does not hold is refused > signed with a key that is not the provider’s',
      ],
      [
        'src/sign-in/openid.test.ts',
        'an answer that was not asked for in this browser is refused > from another issuer than the one that was asked (mix-up)',
      ],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'what is tried against it > a code that was used is not used again, not even with its own cookie',
      ],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'what is tried against it > an answer for another browser signs nobody in here (login CSRF)',
      ],
    ],
    remains: 'Real providers were not tried: the tests run against a provider of their own.',
    operator: 'Sign in once with each provider and a person of each kind before anyone else is let in.',
  },
  {
    id: 'compromised-provider',
    kinds: ['spoofing'],
    threat: 'A provider is taken over, or vouches for the wrong person.',
    measures: [
      [
        'A subject is tied to a person by an invitation and in no other way; e-mail addresses are not matched',
        'src/sign-in/let-in.ts',
      ],
      [
        'Each provider is for staff, health or families; staff and clinicians need a second factor',
        'src/sign-in/providers-file.ts',
      ],
    ],
    tests: [
      [
        'src/sign-in/openid.test.ts',
        'who is vouched for is not yet someone here > the same subject of another issuer is another person',
      ],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'what is tried against it > without a second factor staff are not let in, and are told why',
      ],
      ['src/sign-in/session.test.ts', 'an administrator signs out at once > one session, a person, everyone'],
    ],
    remains:
      'Whoever holds the provider is everyone it vouches for, within what each of them may see; looks tell what was read.',
    operator:
      'Take the provider out of the file, start again, sign everyone out at /sign-in/people, and go through who looked since.',
  },
  {
    id: 'stolen-session',
    kinds: ['spoofing'],
    threat: 'Somebody takes a session: from a cookie, a copy of the database, or a screen that was left open.',
    measures: [
      ['The cookie is for this host, https and no script; the records hold its hash only', 'src/web/cookies.ts'],
      [
        'A session ends after half an hour unused, twelve hours in all, and at once where access ends',
        'src/sign-in/session.ts',
      ],
    ],
    tests: [
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'a whole sign-in with a real provider > cookies are for this site alone, not for script, and hold no word of whose they are',
      ],
      ['src/sign-in/session.test.ts', 'a session > stands in the records as a hash alone'],
      ['src/sign-in/session.test.ts', 'a session > ends after thirty minutes without a request, and not before'],
      ['src/sign-in/session.test.ts', 'who has no access any more is signed out with it'],
    ],
    remains: 'Malware in the browser reads what its user reads. A session is not bound to a machine.',
    operator:
      'Managed devices with a screen lock; shorter `idleMinutes` in the providers’ file where screens are shared.',
  },
  {
    id: 'planted-session',
    kinds: ['spoofing'],
    threat: 'Somebody plants a session or an address to go on to, and waits for a person to sign in with it.',
    measures: [
      [
        'Each sign-in begins a session of its own, and goes on to addresses of this site alone',
        'src/sign-in/return-address.ts',
      ],
    ],
    tests: [
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'what is tried against it > a session that was planted before is not the one after (fixation)',
      ],
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'what is tried against it > a planted address to go on to, %s, is not followed',
      ],
      ['src/sign-in/return-address.test.ts', 'whatever is asked, it stays within this site'],
    ],
    remains: 'A look-alike address elsewhere can still ask for a provider’s password.',
    operator: 'Tell people the one address; passkeys and security keys do not work at another.',
  },
  {
    id: 'intercepted-invitation',
    kinds: ['spoofing'],
    threat: 'An invitation reaches somebody else, who uses it first.',
    measures: [
      [
        'It is for one person, works once, ends with the next one, and leaves a line that its person reads',
        'src/sign-in/invitation.ts',
      ],
    ],
    tests: [
      [
        'src/web/pages/sign-in/sign-in.test.ts',
        'an invitation > ties a sign-in to whom it is for, once; nobody is known before',
      ],
      [
        'src/sign-in/session.test.ts',
        'an invitation > is not made for who has a way in, nor in somebody else’s name, nor twice: the database itself refuses',
      ],
    ],
    remains: 'Whoever has the code before its person is that person until they notice that theirs does not work.',
    operator:
      'Hand the code over in person or by a channel that is already known; never by the address that asked for it.',
  },
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
        'serving the demonstration > an area of real people opens only for someone who says that they know what it means',
      ],
    ],
    remains: 'With --single-user whoever can reach that port on that machine sees every child.',
    operator: 'Never run a real area with --single-user on a machine that others use.',
  },
  {
    id: 'false-front',
    kinds: ['spoofing', 'tampering'],
    threat:
      'A page elsewhere reaches Kith under another name, or a request lies about where it comes from in headers that a proxy adds.',
    measures: [
      ['The Host header must be that of KITH_ORIGIN; headers that a proxy adds are not read', 'src/web/front-door.ts'],
    ],
    tests: [
      ['src/web/front-door.test.ts', 'the name it is asked by > is that of its origin alone, whatever a proxy adds'],
      ['src/web/front-door.test.ts', 'who asks too often waits > what a proxy says of an address is not believed'],
      [
        'src/app/serving.test.ts',
        'serving the demonstration > another name in the Host header is refused: a page elsewhere cannot reach in by DNS',
      ],
    ],
    remains: 'Between proxy and Kith nothing is encrypted.',
    operator: 'Proxy and Kith on one machine, or a network of their own between them.',
  },
];
