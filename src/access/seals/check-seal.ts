import { isDeepStrictEqual } from 'node:util';
import type { Link } from './meeting-point.ts';
import { countIn, idRanges } from './id-ranges.ts';
import { digestOfSeal, marksIn, type Seal } from './seal.ts';
import type { SignatureCheck } from './seal-key.ts';
import type { StoredSeal } from './stored-seals.ts';

/** A seal as its line has it, what came before it, and what the database says of it. */
export type SealRead = {
  readonly seal: Seal;
  readonly before: Link;
  readonly stored: StoredSeal | undefined;
  /** The highest id sealed so far, with this seal. */
  readonly highest: number;
};

/** What is wrong with a seal itself, whatever its looks say; empty where all is right. */
export function sealProblems(read: SealRead, signed: SignatureCheck): readonly string[] {
  return [...lineProblems(read.seal, read.before, signed), ...storedProblems(read)];
}

/** What is wrong with its line, whatever the database says. */
export function lineProblems(seal: Seal, before: Link, signed: SignatureCheck): readonly string[] {
  const problems: string[] = [];
  const due = before.number + 1;
  if (seal.number > due) {
    const gone = due === seal.number - 1 ? `Seal ${due} is` : `Seals ${due} to ${seal.number - 1} are`;
    problems.push(`${gone} missing before it: the file outside the database lost lines.`);
  } else if (seal.number < due) {
    problems.push(`It stands after seal ${due - 1}: a line was put in or the lines were put in another order.`);
  } else if (seal.previous !== before.digest) {
    problems.push(
      'It does not go on from the line before it: one of the two was replaced, or a line that set seals aside was taken out.',
    );
  }
  const ids = countIn(idRanges.parse(seal.looks));
  if (seal.digest !== digestOfSeal(seal) || ids !== seal.counted || marksIn(seal.marks).length !== seal.counted) {
    problems.push('Its line in the file outside the database was changed: it is not what its digest was made of.');
  }
  const signature = signed(seal.key, seal.digest, seal.signature);
  if (signature === 'wrong') problems.push('Its signature is wrong: it was not made with the key of this record.');
  if (signature === 'unknown') problems.push(`It is signed with key ${seal.key}, which is not a key of this record.`);
  return problems;
}

function storedProblems({ seal, stored, highest }: SealRead): readonly string[] {
  if (!stored) {
    return [
      'It is in the file outside the database and not in the database: it was removed there, or the database is an older copy. (After a stop in the middle of sealing, starting Kith once puts it back. Where a backup was restored on purpose, kith records go-on-sealing sets it aside.)',
    ];
  }
  if (!isDeepStrictEqual(stored.seal, seal)) {
    return ['It is another in the database than in the file outside it: one of the two was rewritten.'];
  }
  if (stored.highest !== highest) {
    return [
      `The database says that looks up to ${stored.highest} were sealed by then, and they were up to ${highest}.`,
    ];
  }
  return [];
}
