import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { academicYearStarting, fixedClock, instantOf, type Upn } from '#kernel';
import {
  addActor,
  addAgreement,
  addOrganisation,
  addTie,
  listEmergencies,
  recordCompetence,
  recordConsent,
  reviewEmergency,
  singleUser,
  startSealer,
  verifyLooks,
  writeNote,
  type Access,
  type Actor,
} from '#access';
import { run, type ExitStatus, type Terminal } from '#cli';
import { areaAt, openStore } from '#exchange/area-files';
import { eraseChild, keepInTime, liftHold, setHold, type RecordPart } from '#rights';
import { beginTransaction, closeRecords, openRecords, readManifest } from '#store';
import { filesWith, NEIGHBOUR, PLANTED, PLANTED_WEEK, restrictFor, writePlantedChild } from '#testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rightsOf } from './rights.ts';

const KITH = new URL('../../bin/kith.js', import.meta.url).pathname;
const clock = fixedClock(instantOf(Date.UTC(2025, 6, 1, 9)));
const WORDS = [PLANTED.upn, PLANTED.givenName];
/** Her pupil number as a folded register has it, to find her words by: all but the check letter, as a number (places.ts). */
const KEY = Buffer.from(Float64Array.of(Number(PLANTED.upn.slice(1, 12)) * 33 + Number(PLANTED.upn.slice(12))).buffer);
const TRACES = [...WORDS, KEY];
const said = { out: '', err: '' };
const terminal: Terminal = {
  out: (text) => void (said.out += text),
  err: (text) => void (said.err += text),
  width: undefined,
  clock,
  user: 'a test',
};
const rights = rightsOf(terminal);

async function kith(...args: readonly string[]): Promise<{ readonly status: ExitStatus } & typeof said> {
  [said.out, said.err] = ['', ''];
  const status = await run(args, { terminal, serve: () => Promise.resolve(), rights });
  return { status, ...said };
}

const OFFICER: Actor = {
  id: 'officer',
  name: 'Ola Officer',
  role: 'area-officer',
  scope: 'area',
  organisation: 'authority',
};
const CARER: Actor = {
  id: 'carer',
  name: 'Vi Carer',
  role: 'virtual-school',
  scope: 'ties',
  organisation: 'authority',
};
const PROTECTOR: Actor = { id: 'protector', name: 'Dee Protector', role: 'data-protection-officer', scope: 'area' };

/** Everything that was agreed or typed about a child, with her name wherever words are typed. */
async function agreeAbout(access: Access, upn: Upn, name: string): Promise<void> {
  const support = 'attendance-and-inclusion-support';
  await access.actingAs(OFFICER, support, { kind: 'child', upn }, async (tx) => {
    await writeNote(tx, {
      upn,
      words: `${name} told us about home`,
      whomToAsk: `The desk of ${name}`,
      organisations: [],
      roles: [],
    });
    await recordConsent(tx, {
      upn,
      organisation: 'camhs',
      class: 'notes',
      answer: 'given',
      expiresAt: instantOf(Date.UTC(2026, 6, 1)),
      toldBy: 'parent',
    });
    await recordCompetence(tx, upn, true, `${name} understood what was asked`);
  });
  await access.openEmergency(CARER, upn, `${name} was not at school and nobody answers`);
  await access.actingAs(PROTECTOR, 'oversight', { kind: 'area' }, async (tx) => {
    const opened = (await listEmergencies(tx)).find((one) => one.upn === upn);
    await reviewEmergency(tx, opened?.id ?? '', { outcome: 'right', note: `${name} was found` });
  });
}

function recordIn(text: string): { readonly parts: readonly RecordPart[] } {
  return JSON.parse(text) as { readonly parts: readonly RecordPart[] };
}

let home: string;
let store: string;
let seals: string;
let untouched: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-erase-'));
  store = join(home, 'store');
  seals = join(store, 'seals');
  const files = join(home, 'files');
  await writePlantedChild(files);
  const week = join(home, 'week.csv');
  await writeFile(week, PLANTED_WEEK);
  await kith('import', files, '--store', store);
  await kith('import', week, '--store', store, '--layout', 'weekly-register');
  await kith('ledger', store, '--by', 'child', '--upn', PLANTED.upn);
  await rights(store, undefined, async ({ access, publish, records }) => {
    await publish();
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
      await addOrganisation(tx, { id: 'authority', kind: 'area', name: 'The authority' }, clock);
      await addOrganisation(tx, { id: 'camhs', kind: 'health', name: 'Northmoor CAMHS' }, clock);
      for (const actor of [OFFICER, CARER, PROTECTOR]) await addActor(tx, actor, clock);
    });
    await agreeAbout(access, PLANTED.upn, PLANTED.givenName);
    await agreeAbout(access, NEIGHBOUR, 'Ada');
    for (const upn of [PLANTED.upn, NEIGHBOUR]) {
      await access.actingAs(singleUser, 'attendance-and-inclusion-support', { kind: 'child', upn }, (tx) =>
        tx.selectFrom('account.child_year').select('given_name').execute(),
      );
      await access.actingAs(singleUser, 'access-management', { kind: 'area' }, (tx) =>
        addTie(tx, singleUser.id, { upn }, clock),
      );
    }
    await startSealer(records, clock, { folder: seals, onTrouble: () => undefined }).stop();
  });
  untouched = join(home, 'untouched');
  await cp(store, untouched, { recursive: true });
}, 300_000);
afterAll(() => rm(home, { recursive: true, force: true }));

test('before, she stands in files of every kind, in what came from them, and in the records and their log', async () => {
  const found = await filesWith(store, TRACES);
  const folders = new Set(
    found.map((path) =>
      path
        .split('/')
        .slice(0, 2)
        .join('/')
        .replace(/[0-9a-f]{64}.*/, '…'),
    ),
  );
  expect([...folders]).toEqual(expect.arrayContaining(['received/…', 'parsed/…', 'records/base', 'records/pg_wal']));
  expect(found.filter((path) => path.startsWith('received/'))).toHaveLength(6);
  const derived = found.filter((path) => path.startsWith('derived/'));
  for (const kind of ['/register/', '/children/', '/places/'])
    expect(derived.some((path) => path.includes(kind))).toBe(true);
});

test('everything about her can be written down, to read and as data, in a folder of her own', async () => {
  const to = join(home, 'record');
  const { status, err } = await kith('rights', 'export', store, PLANTED.upn, '--to', to);
  expect({ status, err }).toMatchObject({ status: 0 });
  expect((await stat(to)).mode & 0o777).toBe(0o700);
  const { parts } = recordIn(await readFile(join(to, 'record.json'), 'utf8'));
  expect(Object.fromEntries(parts.map(({ id, rows }) => [id, rows.length]))).toMatchObject({
    roll: 2,
    'roll-rejected': 2,
    marks: 8,
    'marks-rejected': 0,
    suspensions: 1,
    'suspensions-rejected': 0,
    removals: 1,
    'removals-rejected': 0,
    account: 1,
    ties: 1,
    consents: 1,
    competence: 1,
    notes: 1,
    emergencies: 1,
    requests: 0,
    holds: 0,
  });
  const rowsOf = (id: string) => parts.find((part) => part.id === id)?.rows;
  expect(rowsOf('notes')).toMatchObject([
    { organisation: 'The authority', name: 'Ola Officer', words: `${PLANTED.givenName} told us about home` },
  ]);
  expect(rowsOf('consents')).toMatchObject([{ organisation: 'Northmoor CAMHS', given_by: 'parent', answer: 'given' }]);
  expect(rowsOf('emergencies')).toMatchObject([{ name: 'Vi Carer', role: 'Virtual school officer', outcome: 'right' }]);
  const html = await readFile(join(to, 'record.html'), 'utf8');
  expect(html).not.toContain('nobody answers');
  expect(html).toContain('This is personal data.');
  expect(html).toContain('<td>2024-10-08</td>');
  expect(html).toContain('Present for the morning session');
  expect(html).toContain('To support a child’s attendance and inclusion');
  expect(html).not.toContain(NEIGHBOUR);
  expect(html).not.toContain('Ada');
  const again = await kith('rights', 'export', store, PLANTED.upn, '--to', to);
  expect(again.status).toBe(1);
  expect(again.err).toContain('is there already');
  const nobody = await kith('rights', 'export', store, 'E801400120900', '--to', join(home, 'nobody'));
  expect(nobody).toMatchObject({ status: 1, err: 'Nothing is kept about a child with that UPN. Check the UPN.\n' });
  expect(existsSync(join(home, 'nobody'))).toBe(false);
}, 300_000);

test('the data protection officer writes an assessment of the area, on the record; nobody else does, and no child is in it', async () => {
  const area = join(home, 'assessed');
  await cp(untouched, area, { recursive: true });
  await rights(area, undefined, async ({ access }) => {
    await access.actingAs(singleUser, 'access-management', { kind: 'area' }, async (tx) => {
      await addAgreement(tx, {
        giver: 'authority',
        receiver: 'camhs',
        classes: ['account', 'notes'],
        purpose: 'direct-care',
        basis: 'Care that was agreed',
        mode: 'fetch',
        needsConsent: true,
        startsAt: clock.now(),
        endsAt: instantOf(Date.UTC(2026, 6, 1)),
      });
    });
    const about = { kind: 'child', upn: NEIGHBOUR } as const;
    await access.actingAs(OFFICER, 'attendance-and-inclusion-support', about, (tx) =>
      recordConsent(tx, {
        upn: NEIGHBOUR,
        organisation: 'camhs',
        class: 'account',
        answer: 'refused',
        toldBy: 'parent',
      }),
    );
  });
  const to = join(home, 'assessment.md');
  const refused = await kith('rights', 'impact-assessment', area, '--to', to);
  expect(refused.status).toBe(1);
  expect(refused.err).toContain('is made by its data protection officer');
  expect(existsSync(to)).toBe(false);
  const written = await kith('rights', 'impact-assessment', area, '--to', to, '--as', PROTECTOR.id);
  expect(written.status).toBe(0);
  expect(written.err).toMatch(/\d+ places are left to fill in/);
  expect((await stat(to)).mode & 0o777).toBe(0o600);
  const text = await readFile(to, 'utf8');
  expect(text).toContain('| The authority | Northmoor CAMHS | account, notes | `direct-care` | fetch | yes |');
  expect(text).toMatch(/\| Care that was agreed \| [^|]+ \| in force \|/);
  // Two children: a few, and so neither how many children there are nor for whom a yes stands is told.
  expect(text).toContain('| Northmoor CAMHS | notes | hidden |');
  // Somebody said no: that is no yes. The row is there before anybody has answered: its coming would tell of the first.
  expect(text).toContain('| Northmoor CAMHS | account | 0 |');
  expect(text).toContain('The account holds a few children of');
  expect(text).toContain('Files brought in: marks, removals, roll, schools, sessions, suspensions');
  for (const word of [...WORDS, NEIGHBOUR, 'told us', 'nobody answers']) expect(text).not.toContain(word);
  const again = await kith('rights', 'impact-assessment', area, '--to', to, '--as', PROTECTOR.id);
  expect(again.status).toBe(1);
  expect(again.err).toContain('is there already');
  await rights(area, undefined, async ({ access }) => {
    const looks = await access.listLooks(PROTECTOR, PLANTED.upn);
    const own = looks.filter(({ actor, kind }) => actor === PROTECTOR.id && kind === 'area');
    expect(new Set(own.map(({ purpose }) => purpose))).toEqual(new Set(['oversight', 'rights']));
  });
}, 300_000);

test('under a hold nothing of her is erased; it goes on once it is lifted', async () => {
  const set = await kith('rights', 'hold', store, '--child', PLANTED.upn, '--because', 'A court asked');
  const refused = await kith('rights', 'erase', store, PLANTED.upn, '--because', 'objection');
  expect(refused.status).toBe(1);
  expect(refused.err).toContain('is under a legal hold');
  const id = /\b[0-9a-f]{32}\b/.exec(set.out)?.[0] ?? '';
  expect(await kith('rights', 'hold', store, '--lift', id, '--because', 'Decided')).toMatchObject({ status: 0 });
  expect((await readManifest(areaAt(store))).rewritten).toEqual([]);
}, 300_000);

test('what is past its time is shown, kept under a hold or a restriction, and removed when asked', async () => {
  const late = rightsOf({ ...terminal, clock: fixedClock(instantOf(Date.UTC(2031, 8, 2, 9))) });
  const area = join(home, 'late');
  await cp(untouched, area, { recursive: true });
  await late(area, undefined, async (open) => {
    const past = async (apply = false): Promise<Readonly<Record<string, number>>> =>
      Object.fromEntries((await keepInTime(open, open.actor, apply)).map((one) => [one.class, one.past]));
    const year = await setHold(
      open.access,
      open.clock,
      open.actor,
      { year: academicYearStarting(2024) },
      'A court asked',
    );
    const none = { marks: 0, roll: 0, suspensions: 0, removals: 0, looks: 0, ties: 0, requests: 0 };
    expect(await past()).toEqual({ ...none, looks: 6, consents: 0, notes: 0, emergencies: 2 });
    await expect(eraseChild(open, open.actor, { upn: PLANTED.upn, because: 'objection' })).rejects.toThrow(
      'is under a legal hold',
    );
    await liftHold(open.access, open.clock, open.actor, year, 'Decided');
    const her = await setHold(open.access, open.clock, open.actor, { upn: NEIGHBOUR }, 'A court asked');
    const all = { ...none, marks: 4, suspensions: 1, removals: 1, looks: 3, consents: 0, notes: 0, emergencies: 1 };
    expect(await past()).toEqual(all);
    await liftHold(open.access, open.clock, open.actor, her, 'Decided');
    await restrictFor(open, NEIGHBOUR, 'legal-claim');
    expect(await past()).toEqual(all);
    expect(await past(true)).toEqual(all);
    expect(await past()).toEqual({ ...none, consents: 0, notes: 0, emergencies: 0 });
    const marks = await openStore(open.area, {});
    expect(await marks.warehouse.rows('select distinct upn from received_mark')).toEqual([{ upn: NEIGHBOUR }]);
    await marks.close();
  });
}, 300_000);

test('erased, she stands in no byte of the area, nor of a copy that was kept as a backup and opened again', async () => {
  const before = await readManifest(areaAt(store));
  const { status, out } = await kith('rights', 'erase', store, PLANTED.upn, '--because', 'no-longer-needed');
  expect({ status, out }).toMatchObject({ status: 0 });
  expect(await filesWith(store, TRACES)).toEqual([]);

  const backup = join(home, 'backup');
  await cp(store, backup, { recursive: true });
  const records = await openRecords({ folder: join(backup, 'records') });
  await closeRecords(records);
  expect(await filesWith(backup, TRACES)).toEqual([]);

  const after = await readManifest(areaAt(store));
  expect(after.rewritten.map(({ because, at }) => [because, at])).toEqual(
    Array.from({ length: 6 }, () => ['no-longer-needed', clock.now()]),
  );
  expect(new Set(after.rewritten.map(({ from }) => from)).size).toBe(6);
  for (const { from, to } of after.rewritten) {
    expect(before.files.some(({ sha256 }) => sha256 === from)).toBe(true);
    expect(after.files.some(({ sha256 }) => sha256 === to)).toBe(true);
  }
}, 300_000);

test('others keep every row, and files every other byte', async () => {
  const count = async (path: string): Promise<unknown> => {
    const open = await openStore(areaAt(path), {});
    try {
      return await open.warehouse.row(
        `select (select count(*) from received_mark where upn <> $upn) as marks,
           (select count(*) from received_spell where upn <> $upn) as spells,
           (select count(*) from received_suspension where upn <> $upn) as suspensions,
           (select count(*) from received_removal where upn <> $upn) as removals,
           (select count(*) from received_mark where upn = $other) as of_her_neighbour`,
        { upn: PLANTED.upn, other: NEIGHBOUR },
      );
    } finally {
      await open.close();
    }
  };
  const counts = await count(store);
  expect(counts).toEqual(await count(untouched));
  expect(counts).toMatchObject({ of_her_neighbour: 8 });
  const { files } = await readManifest(areaAt(store));
  const roll = files.find(({ name }) => name === 'roll-planted.csv');
  expect(await readFile(join(store, 'received', roll?.sha256 ?? ''), 'utf8')).toBe(
    `upn,urn,status,entry_date,leaving_date,birth_date,year_group,given_name,family_name,class,postcode,withdrawn,note,sibling\r\n${NEIGHBOUR},900100,C,2024-09-03,,2013-05-03,6,Ada,Byrne,6Q,,,"a note, with ""quotes""",\r\n`,
  );
  expect(roll).toMatchObject({ rows: 1, rejected: 0 });
});

test('that someone looked stays, with nothing that says at whom; the neighbour’s looks and ties stay as they were', async () => {
  await rights(store, undefined, async ({ access, records }) => {
    const { looks, ties } = await access.actingAs(singleUser, 'oversight', { kind: 'area' }, async (tx) => ({
      looks: await tx
        .selectFrom('access.look')
        .select(['subject_kind', 'subject_key', 'purpose'])
        .where('subject_kind', 'in', ['child', 'erasure'])
        .orderBy('id')
        .execute(),
      ties: await tx.selectFrom('access.tie').select('upn').execute(),
    }));
    const standIn = looks[0]?.subject_key ?? '';
    expect(standIn).toMatch(/^erased-[0-9a-f]{32}$/);
    // (Whether or not her record was written down and a hold set before.)
    const looksAt = (subject_key: string) =>
      ['attendance-and-inclusion-support', 'safeguarding-emergency'].map((purpose) => ({
        subject_kind: 'child',
        subject_key,
        purpose,
      }));
    expect(looks.filter((look) => look.purpose !== 'rights' || look.subject_kind === 'erasure')).toEqual([
      ...looksAt(standIn),
      ...looksAt(NEIGHBOUR),
      ...[standIn, NEIGHBOUR].flatMap((key) => looksAt(key).slice(0, 1)),
      { subject_kind: 'erasure', subject_key: standIn, purpose: 'rights' },
      { subject_kind: 'erasure', subject_key: standIn, purpose: 'rights' },
    ]);
    expect(ties).toEqual([{ upn: NEIGHBOUR }]);
    // As the owner of the database, who sees every row.
    const left = await beginTransaction(records, async (tx) => ({
      consents: await tx.selectFrom('access.consent').select('upn').execute(),
      competence: await tx.selectFrom('access.competence').select('upn').execute(),
      reasons: await tx.selectFrom('access.competence_reason').select('words').execute(),
      notes: await tx.selectFrom('access.note').select('upn').execute(),
      words: await tx.selectFrom('access.note_words').select('words').execute(),
      emergencies: await tx.selectFrom('access.emergency').select(['upn', 'actor']).orderBy('upn').execute(),
      typed: await tx.selectFrom('access.emergency_reason').select('words').execute(),
      reviews: await tx.selectFrom('access.emergency_review').select('outcome').execute(),
      reviewNotes: await tx.selectFrom('access.emergency_review_note').select('words').execute(),
    }));
    expect(left).toEqual({
      consents: [{ upn: NEIGHBOUR }],
      competence: [{ upn: NEIGHBOUR }],
      reasons: [{ words: 'Ada understood what was asked' }],
      notes: [{ upn: NEIGHBOUR }],
      words: [{ words: 'Ada told us about home' }],
      emergencies: [
        { upn: NEIGHBOUR, actor: 'carer' },
        { upn: standIn, actor: 'carer' },
      ],
      typed: [{ words: 'Ada was not at school and nobody answers' }],
      reviews: [{ outcome: 'right' }, { outcome: 'right' }],
      reviewNotes: [{ words: 'Ada was found' }],
    });
    // The seals made before she was erased still prove every one of those looks.
    const { faults, looks: sealed } = await verifyLooks(records, { folder: seals });
    expect({ faults, sealed: sealed >= 2 }).toEqual({ faults: [], sealed: true });
  });
});

test('killed after it was begun, it is finished at the next start', async () => {
  const area = join(home, 'killed');
  await cp(untouched, area, { recursive: true });
  const erasing = spawn(process.execPath, [KITH, 'rights', 'erase', area, PLANTED.upn, '--because', 'unlawful'], {
    stdio: 'ignore',
    // What a killed process leaves behind goes with the folder.
    env: { ...process.env, TMPDIR: home },
  });
  const ended = once(erasing, 'exit');
  while (!existsSync(join(area, 'erasure.json')) && erasing.exitCode === null) await pause(5);
  erasing.kill('SIGKILL');
  await ended;
  expect(await filesWith(area, TRACES)).not.toEqual([]);

  await rights(area, undefined, () => Promise.resolve());
  expect(await filesWith(area, TRACES)).toEqual([]);
  expect((await readManifest(areaAt(area))).rewritten).toHaveLength(6);
}, 300_000);

test('the same bytes that named her do not bring her back', async () => {
  const { out, err } = await kith('import', join(home, 'files'), '--store', store);
  expect(out).toBe('');
  expect(err).toContain('roll-planted.csv was imported before: nothing changed.');
  expect(await filesWith(store, TRACES)).toEqual([]);
});
