import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { getRole, listPurposes, listRoles } from '#access';
import { publishCount, contentOf } from '#disclosure';
import { beginningOfDay, calendarDate } from '#kernel';
import { RETENTION } from '../retention.ts';
import { THREATS } from '../threats/threats.ts';
import type { AssessedArea } from './assessed-area.ts';
import { impactAssessmentText } from './impact-assessment.ts';

/** Markdown without the spaces that line up its tables and without where its lines end. */
const bare = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').trim();
const count = (number: number) => contentOf(publishCount({ count: number }, 'public'));
const blanks = (text: string) => text.split('[to fill in:').length - 1;

const AREA: AssessedArea = {
  name: 'Northmoor',
  on: calendarDate('2026-11-27'),
  children: count(1234),
  consents: [
    { organisation: 'CAMHS', class: 'account', children: count(3) },
    { organisation: 'CAMHS', class: 'notes', children: count(41) },
  ],
  schools: 12,
  years: ['2024/25', '2025/26'],
  kinds: ['marks', 'roll'],
  agreements: [
    {
      id: 'a',
      giver: 'area',
      receiver: 'camhs',
      state: 'in-force',
      giverName: 'Northmoor',
      receiverName: 'CAMHS | **all** of it',
      classes: ['account'],
      purpose: 'direct-care',
      basis: 'Care that was agreed',
      mode: 'fetch',
      needsConsent: true,
      startsAt: beginningOfDay(calendarDate('2026-09-01')),
      endsAt: beginningOfDay(calendarDate('2027-09-01')),
    },
  ],
  agreementsEnded: 2,
  holds: true,
  settings: {
    records: 'bound',
    sealsApart: true,
    origin: 'https://kith.example.org',
    signIn: {
      providers: [{ title: 'DfE Sign-in', issuer: 'https://issuer.example', for: 'staff', secondFactor: true }],
      passkeys: true,
      hours: 12,
      idleMinutes: 30,
      familyIdleMinutes: 15,
    },
  },
};

test('the guide is what the tables make: run scripts/generate-assurance.ts', async () => {
  const page = await readFile(new URL('../../../docs/guides/impact-assessment.md', import.meta.url), 'utf8');
  expect(bare(page) === bare(impactAssessmentText()), 'the page is not what the tables make').toBe(true);
});

test('it has every purpose, role, time and risk, and leaves to the controller what is theirs', () => {
  const text = impactAssessmentText();
  for (const purpose of listPurposes()) expect(text).toContain(`| \`${purpose}\` |`);
  for (const role of listRoles()) expect(text).toContain(`| ${getRole(role).title} |`);
  for (const { holds } of Object.values(RETENTION)) expect(text).toContain(`| ${holds} |`);
  for (const { threat } of THREATS.flatMap(({ threats }) => threats)) expect(text).toContain(`| ${threat} |`);
  expect(blanks(text)).toBeGreaterThan(THREATS.flatMap(({ threats }) => threats).length * 2);
});

test('of an area it has what was agreed, consented to and set', () => {
  const text = impactAssessmentText(AREA);
  expect(text).toContain('1235 children of 12 schools, in 2024/25, 2025/26');
  expect(text).toContain(
    '| Northmoor | CAMHS &#124; &#42;&#42;all&#42;&#42; of it | account | `direct-care` | fetch | yes |',
  );
  expect(text).toContain('1 September 2026 to 1 September 2027 | in force |');
  expect(text).toContain('2 more ended');
  expect(text).toContain('Legal holds stand today');
  expect(text).toContain('| DfE Sign-in | https&#58;//issuer.example | staff | yes |');
  expect(text).toContain('a login that the rules of access bind');
  expect(text).toContain('outside the area’s folder');
  // What an area has said is no blank any more.
  expect(blanks(text)).toBeLessThan(blanks(impactAssessmentText()));
});

test('a count of a few children is hidden', () => {
  const text = impactAssessmentText(AREA);
  expect(text).toContain('| CAMHS | account | hidden |');
  expect(text).toContain('| CAMHS | notes | 40 |');
});

test('what people wrote makes no link, and turns nothing round', () => {
  const giverName = 'www.example.org help@example.org https://example.org $x$ \u202Eabc';
  const agreements = AREA.agreements.map((one) => ({ ...one, giverName }));
  expect(impactAssessmentText({ ...AREA, agreements })).toContain(
    '| www&#46;example.org help&#64;example.org https&#58;//example.org &#36;x&#36; abc |',
  );
});
