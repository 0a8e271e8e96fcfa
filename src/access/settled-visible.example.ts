import type { Tx } from '#store';
import { sql } from 'kysely';
import { AT, cardsOf, URNS, type World } from './visible-world.example.ts';

/** Makes the world as the owner, before any errand; two versions published and one still being written. */
export async function settle(tx: Tx, { current, people, children, restrictions }: World): Promise<void> {
  await sql`insert into account.publication (version, state, created_at) overriding system value
    values (1, 'published', ${AT}), (2, 'published', ${AT}), (3, 'writing', ${AT})`.execute(tx);
  await tx.insertInto('account.current_publication').values({ version: current }).execute();
  for (const { id, role, scope, ended, ties } of people) {
    const ended_at = ended ? AT : null;
    await tx.insertInto('access.actor').values({ id, name: id, role, scope, since: AT, ended_at }).execute();
    const rows = ties.map((each) => ({
      actor: id,
      urn: each.urn ?? null,
      class: each.class ?? null,
      upn: each.upn ?? null,
      member_of: each.member_of ?? null,
      since: AT,
      ended_at: each.ended ? AT : null,
    }));
    if (rows.length > 0) await tx.insertInto('access.tie').values(rows).execute();
  }
  const nothing = { calendar: 0, attended: 0, suspended: 0, unauthorised: 0, part_time: 0, authorised: 0 };
  const more = { access_failure: 0, unrecorded_dual: 0, not_required: 0, unmarked: 0, off_roll: 0, possible: 0 };
  const lost = { lost_headline: 0, lost_absence: 0, lost_extended: 0, minutes_lost: 0 };
  const packed = { sessions: Buffer.of(), facts: '{}' };
  const rows = children.map(({ version, upn: number, year, urns }) => {
    const key = { version, upn: number, academic_year: year, urns: [...urns] };
    return { ...key, ...nothing, ...more, ...lost, ...packed };
  });
  await tx.insertInto('account.child_year').values(rows).execute();
  const groups = children.flatMap((child) => [
    ...(child.class ? [{ version: child.version, kind: 'class', ...child.class, upn: child.upn }] : []),
    ...(child.inCare ? [{ version: child.version, kind: 'in-care', urn: 0, class: '', upn: child.upn }] : []),
  ]);
  const one = [...new Map(groups.map((row) => [JSON.stringify(row), row])).values()];
  if (one.length > 0) await tx.insertInto('account.membership').values(one).execute();
  // A card a school, of which one leads; and the words of each version, which tell of nobody alone.
  const cards = children.flatMap(({ version, upn: number, year, urns }, nth) =>
    cardsOf(urns).map((school, at) => {
      const key = { version, academic_year: year, urn: school, nth, leads: at === 0, upn: number, urns: [...urns] };
      return { ...key, words: '', away: 0 };
    }),
  );
  await tx.insertInto('account.card').values(cards).execute();
  const words = [1, 2, 3].map((version) => ({ version, academic_year: '2024/25', word: 'ada', nths: [1] }));
  await tx.insertInto('account.word').values(words).execute();
  const totals = [1, 2, 3].map((version) => ({ version, list: 'any', entries: 1, overdue: 0 }));
  await tx.insertInto('worklist.total').values(totals).execute();
  // Each child stands in a list once a year, and has left another since; each school counts its entries.
  const entries = children.map(({ version, upn: number, year, urns }, nth) => {
    const schools = { upn: number, urn: urns[0] ?? 0, urns: [...urns] };
    return { version, list: year, nth, academic_year: year, ...schools, ...ENTRY };
  });
  await tx.insertInto('worklist.entry').values(entries).execute();
  const departed = children.map(({ version, upn: number, year, urns }) => {
    const schools = { upn: number, urn: urns[0] ?? 0, urns: [...urns] };
    return { list: `${version} ${year}`, ...schools, since: '2024-09-02', counted: 1, listed_at: AT, left_at: AT };
  });
  await tx.insertInto('worklist.departed').values(departed).execute();
  const tallies = [1, 2, 3].flatMap((version) =>
    URNS.map((urn) => ({ version, list: 'any', urn, listed_at: AT, entries: 1, overdue: 0 })),
  );
  await tx.insertInto('worklist.tally').values(tallies).execute();
  const ofSchools = tallies.map(({ listed_at: _at, ...total }) => total);
  await tx.insertInto('worklist.school_total').values(ofSchools).execute();
  await restrictAll(tx, restrictions);
}

async function restrictAll(tx: Tx, restrictions: World['restrictions']): Promise<void> {
  const officer = { at: AT, actor: 'single-user', actor_name: 'any' };
  for (const [nth, { upn: number, lifted }] of restrictions.entries()) {
    const id = String(nth).padStart(32, '0');
    await tx
      .insertInto('rights.restriction')
      .values({ id, upn: number, because: 'accuracy', ...officer })
      .execute();
    if (!lifted) continue;
    await tx
      .insertInto('rights.restriction_end')
      .values({ restriction: id, told_on: '2026-01-01', ...officer })
      .execute();
  }
}

const ENTRY = {
  since: '2024-09-02',
  until: '2024-09-02',
  counted: 1,
  overdue: false,
  entered_on: '2024-09-02',
  detail: '{}',
  listed_at: AT,
};
