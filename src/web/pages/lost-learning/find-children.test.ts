import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addActor, addTie, foldedWords, singleUser, type Access, type Actor } from '#access';
import { academicYearStarting, fixedClock, instantOf, type Upn } from '#kernel';
import { childYear, openAccess, upnOf } from '#testing';
import { listChildren } from './read-children.ts';
import { partsOf, type ChildrenWanted } from './find-children.ts';

const YEAR = academicYearStarting(2024);
const URNS = [900101, 900102, 900103];
const GIVEN = ['Amina', 'Zoë', 'José María', 'Ann-Marie', "D'Arcy", '100%', 'a_b', String.raw`c\d`, null];
const FAMILY = ['Hesketh', 'KHAN', 'Ó Súilleabháin', 'Smith-Jones', 'Żuk', null];
const CLASSES = ['7B', '7A', '10.B', null];
const lead: Actor = { id: 'lead', name: 'Lena Lead', role: 'inclusion-lead', scope: 'ties' };

type Made = {
  readonly upn: Upn;
  readonly given: string | null;
  readonly family: string | null;
  readonly form: string | null;
  readonly urns: readonly number[];
  readonly away: number;
  readonly nth: number;
};

const children: readonly Made[] = Array.from({ length: 60 }, (_, at) => {
  return {
    upn: upnOf(at * 7919),
    given: GIVEN[at % GIVEN.length] ?? null,
    family: FAMILY[(at * 5) % FAMILY.length] ?? null,
    form: CLASSES[(at * 3) % CLASSES.length] ?? null,
    urns: at % 11 === 0 ? [] : at % 7 === 0 ? [URNS[0] ?? 0, URNS[1] ?? 0] : [URNS[at % 3] ?? 0],
    away: at % 30,
    nth: at + 1,
  };
});

let access: Access;
let close: () => Promise<void>;

beforeAll(async () => {
  const clock = fixedClock(instantOf(Date.UTC(2025, 0, 6)));
  ({ access, close } = await openAccess(clock));
  await access.publish(singleUser, rows());
  const area = { kind: 'area' } as const;
  await access.actingAs(singleUser, 'access-management', area, async (tx) => {
    await addActor(tx, lead, clock);
    await addTie(tx, lead.id, { urn: URNS[1] ?? 0 }, clock);
  });
}, 120_000);
afterAll(() => close());

async function* rows() {
  yield await Promise.resolve(
    children.map(({ upn, given, family, form, urns, away, nth }) =>
      childYear(upn, {
        academic_year: YEAR,
        given_name: given,
        family_name: family,
        urns,
        facts: { class: form, away: null },
        card: { nth, class: form, away },
      }),
    ),
  );
}

/** The plain filter: every part in a name, in the class, or (from four signs on, where it looks like one) in the UPN. */
function plainly(wanted: ChildrenWanted, seen: (child: Made) => boolean): readonly Upn[] {
  const holds = ({ given, family, form, upn }: Made): boolean =>
    partsOf(wanted.find).every(
      ({ text, ofUpn }) =>
        [given, family, form].some(
          (word) =>
            word !== null &&
            foldedWords(word)
              .split(/\s+/)
              .some((one) => one.includes(text)),
        ) ||
        (ofUpn && upn.toLowerCase().includes(text)),
    );
  return children
    .filter((child) => seen(child) && holds(child) && child.away >= wanted.away)
    .filter(({ urns }) => wanted.urn === undefined || urns.includes(wanted.urn))
    .map(({ upn }) => upn);
}

const texts = children.flatMap(({ given, family, form, upn }) =>
  [given, family, form, upn].filter((text) => text !== null),
);
const part = fc.oneof(
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(12), fc.integer({ min: 1, max: 8 }))
    .map(([text, from, long]) => text.slice(from % text.length, from + long)),
  fc.constantFrom('%', '_', '\\', "'", 'é', '7', '8012', 'zz', '.'),
);
const wanted = fc.record({
  year: fc.constant(YEAR),
  urn: fc.option(fc.constantFrom(...URNS, 900109), { nil: undefined }),
  find: fc.array(part, { maxLength: 2 }).map((parts) => parts.join(' ')),
  away: fc.constantFrom(0, 0, 10),
});

test.each([
  ['someone who works for the area', singleUser, (): boolean => true],
  ['someone tied to one school', lead, ({ urns }: Made): boolean => urns.includes(URNS[1] ?? 0)],
])('%s finds what a plain filter finds among those they may see, in order, page by page', async (_, actor, sees) => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(wanted, async (asked) => {
      const subject =
        asked.urn === undefined ? ({ kind: 'area' } as const) : ({ kind: 'school', urn: asked.urn } as const);
      const [all, second] = await access.actingAs(actor, 'attendance-and-inclusion-support', subject, async (tx) => [
        await listChildren(tx, asked),
        await listChildren(tx, asked, { offset: 3, limit: 4 }),
      ]);
      const expected = plainly(asked, sees);
      expect(all?.lines.map(({ upn }) => upn)).toEqual(expected);
      expect(all?.total).toBe(expected.length);
      expect(second?.lines.map(({ upn }) => upn)).toEqual(expected.slice(3, 7));
      expect(second?.total).toBe(expected.length);
      found += expected.length;
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(60);
});

test('accents and capitals are no hindrance, and a sign that means “anything” elsewhere is itself', async () => {
  const find = async (text: string): Promise<readonly (string | null)[]> => {
    const asked = { year: YEAR, urn: undefined, find: text, away: 0 };
    const { lines } = await access.actingAs(singleUser, 'attendance-and-inclusion-support', { kind: 'area' }, (tx) =>
      listChildren(tx, asked),
    );
    return [...new Set(lines.map(({ given_name }) => given_name))];
  };
  expect(await find('zoe')).toEqual(['Zoë']);
  expect(await find('JOSÉ')).toEqual(['José María']);
  expect(await find('%')).toEqual(['100%']);
  expect(await find('_')).toEqual(['a_b']);
});
