import { openTestRecords, undone, type TestRecords } from '#testing/records';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maySeeOf, SIGHTS, type Sight } from './agreed-rule.example.ts';
import { miniWorld, momentOf, nameIn, upnIn } from './agreed-world.example.ts';
import { singleUser } from './actor.ts';
import { become } from './entry.ts';
import { settleMini } from './settled-world.example.ts';

let world: TestRecords;
beforeAll(async () => {
  world = await openTestRecords();
}, 300_000);
afterAll(() => world.close());

/**
 * Asks all questions in one statement, each as its own actor, purpose, subject and moment: how many rows of each kind are seen
 * of each of two children. In the database, because thousands of questions one by one would take minutes.
 */
const ASKER = `create function kith.asked(questions jsonb) returns jsonb language plpgsql as $$
declare
  question jsonb;
  answer jsonb;
  answers jsonb := '[]';
begin
  for question in select value from jsonb_array_elements(questions) loop
    perform set_config('kith.actor', question->>'actor', true), set_config('kith.purpose', question->>'purpose', true),
      set_config('kith.kind', question->>'kind', true), set_config('kith.keys', question->>'keys', true),
      set_config('kith.at', question->>'at', true);
    select jsonb_agg(jsonb_build_object(
      'account', (select count(*) from account.child_year as row where row.upn = asked.upn),
      'card', (select count(*) from account.card as row where row.upn = asked.upn),
      'list', (select count(*) from worklist.entry as row where row.upn = asked.upn),
      'school', (select count(*) from account.membership as row where row.upn = asked.upn and row.kind = 'school'),
      'note', (select count(*) from access.note as row where row.upn = asked.upn),
      'words', (select count(*) from access.note as row join access.note_words on note = id where row.upn = asked.upn)
    ) order by asked.nth) into answer
    from jsonb_array_elements_text(question->'upns') with ordinality as asked (upn, nth);
    answers := answers || jsonb_build_array(answer);
  end loop;
  return answers;
end
$$`;

const WORLDS = 200;
const ROUNDS = 2;
type Seen = Readonly<Record<Sight, number>>;

test('in any world of ties, agreements, consents and emergencies, what is seen is what may be seen', async () => {
  const counted = { seen: 0, found: 0, words: 0, emergencies: 0 };
  const property = fc.asyncProperty(fc.array(miniWorld, { minLength: WORLDS, maxLength: WORLDS }), (worlds) =>
    // As the owner, who settles the worlds; each question is asked as the application’s role.
    undone(world.owner, async (tx) => {
      await sql`insert into account.publication (version, state, created_at) overriding system value
        values (1, 'published', ${momentOf(0)})`.execute(tx);
      await tx.insertInto('account.current_publication').values({ version: 1 }).execute();
      await settleMini(tx, worlds);
      await sql.raw(ASKER).execute(tx);
      const asked = worlds.flatMap((world, at) => world.questions.map((question) => ({ world, at, question })));
      // The role of the application; who asks is said with each question.
      await become(tx, { actor: singleUser, purpose: 'direct-care', subject: { kind: 'area' } }, momentOf(0));
      // What hundreds of questions take is no measure of one.
      await sql`set local statement_timeout = 0`.execute(tx);
      const questions = asked.map(({ at, question: { purpose, hour, subject } }) => ({
        actor: nameIn(at, 'actor'),
        purpose,
        kind: subject === 'area' ? 'area' : 'child',
        keys: subject === 'area' ? '' : upnIn(at, subject),
        at: momentOf(hour),
        upns: [upnIn(at, 0), upnIn(at, 1)],
      }));
      const { rows } = await sql<{ answers: readonly (readonly [Seen, Seen])[] }>`
        select kith.asked(${JSON.stringify(questions)}::jsonb) as answers`.execute(tx);
      for (const [nth, { world, at, question }] of asked.entries()) {
        const seen = rows[0]?.answers[nth]?.map((one) => SIGHTS.map((sight) => one[sight]));
        const may = ([0, 1] as const).map((which) => maySeeOf(world, at, question, which));
        const expected = may.map((one) => SIGHTS.map((sight) => one.get(sight)));
        // Told with its world where it differs.
        expect({ question, world, seen }).toEqual({ question, world, seen: expected });
        for (const one of may) {
          if (one.get('account') === 1)
            counted[question.purpose === 'safeguarding-emergency' ? 'emergencies' : 'seen'] += 1;
          else if ((one.get('school') ?? 0) > 0) counted.found += 1;
          if (one.get('words') === 1) counted.words += 1;
        }
      }
    }),
  );
  // A failing round is told as it is: making two hundred worlds smaller one by one takes longer than reading one.
  await fc.assert(property, { numRuns: ROUNDS, endOnFailure: true });
  // The worlds were not such that nothing was agreed.
  expect(counted.seen).toBeGreaterThan(20 * ROUNDS);
  expect(counted.found).toBeGreaterThan(6 * ROUNDS);
  expect(counted.words).toBeGreaterThan(ROUNDS);
  expect(counted.emergencies).toBeGreaterThan(ROUNDS);
}, 300_000);
