import type { Threat } from './threat.ts';

/** Threats at the way in: who is taken for whom. */
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
