import { Refusal, type Clock } from '#kernel';
import { beginTransaction, type Records, type Tx } from '#store';
import { findMeetingPoint, NO_LINK, type Link } from './meeting-point.ts';
import { lineProblems } from './check-seal.ts';
import { appendEntry, digestOfEntry, outsideFile, readLines, readTail, type Tail } from './outside-file.ts';
import { openSigner, publicKeyPath, readPublicKeys, type SignatureCheck } from './seal-key.ts';
import { makeSetAside, type SetAside, type SetAsideFacts } from './set-aside.ts';
import { readStanding } from './standing.ts';
import { becomeSealer, findLastSeal, holdSealing, listSeals } from './stored-seals.ts';

/** How the database stands to the outside file. */
type Compared =
  | { readonly kind: 'together' }
  /** The file has seals that the database does not have, and would go on once they are set aside. */
  | { readonly kind: 'ahead'; readonly facts: SetAsideFacts; readonly tail: Tail }
  /** They cannot go on from each other; why, and what to do. */
  | { readonly kind: 'never'; readonly problem: string };

/** What whoever restored a backup has to know of the seals. Nothing is written. */
export async function compareSeals(
  records: Records,
  folder: string,
): Promise<{ readonly kind: Compared['kind']; readonly problem?: string }> {
  return beginTransaction(records, async (tx) => {
    await becomeSealer(tx);
    return compare(tx, folder);
  });
}

/**
 * Sets the seals aside that a database which was put back to an earlier state no longer has, so that sealing goes on. All
 * it does is to add one signed line to the outside file: what was sealed stays there, and the verifier tells of it.
 * Throws `Refusal` where there is nothing to set aside, or where setting aside would hide what is wrong.
 */
export async function goOnSealing(records: Records, clock: Clock, folder: string): Promise<SetAside> {
  return beginTransaction(records, async (tx) => {
    await becomeSealer(tx);
    if (!(await holdSealing(tx))) {
      throw new Refusal(
        'access/seals-busy',
        'Another process is sealing looks just now. Wait a moment, and try again.',
      );
    }
    const compared = await compare(tx, folder);
    if (compared.kind === 'together') {
      throw new Refusal(
        'access/seals-together',
        'The database and the seals outside it go on from each other: there is nothing to set aside. Nothing was changed.',
      );
    }
    if (compared.kind === 'never') throw new Refusal('access/seals-apart', `${compared.problem} Nothing was changed.`);
    const { facts, tail } = compared;
    const signer = await openSigner(folder, false);
    const setAside = makeSetAside(facts, digestOfEntry(tail.last), clock.now(), signer);
    await appendEntry(outsideFile(folder), { kind: 'set-aside', setAside }, tail);
    return setAside;
  });
}

async function compare(tx: Tx, folder: string): Promise<Compared> {
  const path = outsideFile(folder);
  const stored = await findLastSeal(tx);
  const tail = await readTail(path);
  if (!stored && !tail.last) return { kind: 'together' };
  const number = stored?.number ?? 0;
  if (!tail.last) return never(behind(path, 0, number));
  const signed = await readPublicKeys(publicKeyPath(folder));
  const wrong = await findWrongLine(path, signed);
  if (wrong !== undefined) {
    return never(
      `Line ${wrong} of ${path} is not as it was written. Put back the copy that was kept of the file, and run kith records verify-looks.`,
    );
  }
  if ((await findMeetingPoint(tx, tail, stored, () => Promise.resolve(signed))).kind !== 'apart') {
    return { kind: 'together' };
  }
  const digest = stored?.seal?.digest ?? '';
  if (stored && stored.seal?.number !== number) return never(another(number));
  const { findFacts } = await readStanding(path, signed, digest);
  const facts = findFacts(digest);
  if (facts) return { kind: 'ahead', facts, tail };
  // Does the database know what comes after the file’s end? Then the file has lost it.
  const end = tail.last.kind === 'seal' ? tail.last.seal.number : tail.last.setAside.goesOn - 1;
  const [after] = await listSeals(tx, end + 1, end + 1);
  return never(after?.seal?.previous === digestOfEntry(tail.last) ? behind(path, end, number) : another(number));
}

const never = (problem: string): Compared => ({ kind: 'never', problem });

function behind(path: string, end: number, number: number): string {
  return `${path} ends at seal ${end}, and the database goes on to seal ${number}: the file was cut off, or is not there. Put back the copy that was kept of the folder of seals.`;
}

function another(number: number): string {
  return `Seal ${number}, the last in the database, is not in the file outside it: the two are not of one record. Give the folder of seals that belongs to this database, or restore a backup of the database that the seals belong to.`;
}

/** The first line that does not go on from the one before it, or that the key did not sign. */
async function findWrongLine(path: string, signed: SignatureCheck): Promise<number | undefined> {
  const { setAsides } = await readStanding(path, signed);
  let link: Link = NO_LINK;
  for await (const { line, ...entry } of readLines(path)) {
    if (entry.kind === 'cut-short') continue;
    if (entry.kind === 'seal') {
      if (lineProblems(entry.seal, link, signed).length > 0) return line;
      link = entry.seal;
    } else {
      if ((setAsides.get(line)?.problems.length ?? 1) > 0) return line;
      link = { number: entry.setAside.goesOn - 1, digest: entry.setAside.digest };
    }
  }
  return undefined;
}
