import { Command } from 'commander';
import { Refusal } from '#kernel';
import type { ToldSetAside, Verdict, VerifyOptions } from '#access';
import type { Terminal } from '../terminal.ts';
import { wholeNumber } from '../options.ts';
import { examples } from './ledger.ts';
import { moment, setAsideWords } from './set-aside-words.ts';

type Asked = { readonly seals?: string; readonly copy?: string; readonly publicKey?: string };

type Line = Asked & { readonly setAside?: number };

/** Verifies the looks of an area’s records. Made by the composition root. */
export type VerifyLooks = (folder: string, options: Asked & Pick<VerifyOptions, 'onStep'>) => Promise<Verdict>;

export function verifyLooksCommand(terminal: Terminal, verify: VerifyLooks): Command {
  return new Command('verify-looks')
    .argument('<area>', 'an area’s folder or store')
    .option('--seals <folder>', 'where its seals are (default: KITH_SEALS, or the folder seals of its store)')
    .option('--copy <file>', 'a copy of looks.jsonl kept elsewhere: all of it must stand unchanged in the file')
    .option('--public-key <file>', 'a copy of looks.pub kept elsewhere, to check signatures with')
    .option(
      '--set-aside <times>',
      'how often you know seals to be set aside, because a backup was restored',
      wholeNumber,
    )
    .summary('check that nobody changed the record of who looked')
    .description(
      'Works out every seal over the record of looks again, and holds it against the signed file outside the database. Says what was changed, removed, put in or put in another order, and ends with status 1 where anything was. It ends with status 1 too where looks are gone that were set aside, but in the first times that --set-aside says you know of. It writes nothing. An embedded store is checked while Kith is stopped.',
    )
    .addHelpText(
      'after',
      examples([
        'records verify-looks my-area',
        'records verify-looks my-area --copy /mnt/elsewhere/looks.jsonl --public-key /mnt/elsewhere/looks.pub',
        'records verify-looks my-area --set-aside 1',
      ]),
    )
    .action(async (area: string, { setAside: known = 0, ...asked }: Line) => {
      let told = 0;
      const onStep = (looks: number): void => {
        if (looks - told < 100_000) return;
        told = looks;
        terminal.err(`${number(looks)} looks checked\n`);
      };
      const verdict = await verify(area, { ...asked, onStep });
      for (const { place, problem } of verdict.faults) terminal.out(`${capital(place)}: ${problem}\n`);
      if (verdict.moreFaults > 0) terminal.out(`And ${number(verdict.moreFaults)} more.\n`);
      terminal.out(summary(verdict));
      if (verdict.faults.length > 0) {
        throw new Refusal(
          'access/looks-tampered',
          'The record of looks is not as it was sealed. Keep the database, the seals and the backups as they are, and tell your data protection officer.',
        );
      }
      terminal.err(`${lastWords(verdict.setAsides, known)}\n`);
    });
}

/** What is gone of what was set aside is nothing wrong only where somebody says that a backup was restored. */
function lastWords(setAsides: readonly ToldSetAside[], known: number): string {
  if (known > setAsides.length) {
    throw new Refusal(
      'access/looks-set-aside',
      `You know seals to be set aside ${times(known)}, and the file outside the database says it ${times(setAsides.length)}. Is it the file you mean? If it is, keep it and the database as they are, and tell your data protection officer.`,
    );
  }
  if (setAsides.slice(known).some((told) => goneOf(told) > 0)) {
    throw new Refusal(
      'access/looks-set-aside',
      `Looks that were sealed are gone or were changed, in seals that were set aside. If a backup was restored each time that is told above, say that you know: --set-aside ${setAsides.length}. If not, keep the database, the seals and the backups as they are, and tell your data protection officer.`,
    );
  }
  return setAsides.some((told) => goneOf(told) > 0)
    ? 'The record of looks is as it was sealed, but for looks that were set aside, as you know, and are gone.'
    : 'The record of looks is as it was sealed.';
}

function goneOf({ counted, left }: ToldSetAside): number {
  return counted - left;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${number(count)} times`;
}

function summary(verdict: Verdict): string {
  return [...sealedLines(verdict), ...verdict.setAsides.map(asideLine), ...keyLines(verdict)]
    .map((line) => `${line}\n`)
    .join('');
}

function sealedLines({ seals, looks, since, until, unsealed, cutShort }: Verdict): readonly string[] {
  const waiting = unsealed === 1 ? '1 look is' : `${number(unsealed)} looks are`;
  if (since === undefined || until === undefined) {
    return [`Nothing is sealed yet; ${waiting} waiting. Looks are sealed while Kith runs, and when it stops.`];
  }
  const made = seals === 1 ? '1 seal' : `${number(seals)} seals`;
  return [
    `${looks === 1 ? '1 look stands as it was' : `${number(looks)} looks stand as they were`} sealed, in ${made} made from ${moment(since)} to ${moment(until)}.`,
    `${waiting[0]?.toUpperCase()}${waiting.slice(1)} not sealed yet.`,
    ...(cutShort > 0 ? [`Lines a stop left half written, with nothing lost: ${number(cutShort)}.`] : []),
  ];
}

function asideLine(told: ToldSetAside): string {
  const left = `Of these looks the records hold ${number(told.left)} as they were sealed; gone or changed: ${number(goneOf(told))}.`;
  const again = `Seals set aside before that stand again: ${number(told.again)}.`;
  return [
    setAsideWords(told),
    ...(told.counted > 0 ? [left] : []),
    ...(told.again > 0 ? [again] : []),
    'Was a backup restored then?',
  ].join(' ');
}

/** Told once a second key signs: whoever keeps a copy of the public key has to know of it. */
function keyLines({ keys }: Verdict): readonly string[] {
  if (keys.length < 2) return [];
  return keys.map(({ key, from }) => `Key ${key} signs from seal ${number(from)} on.`);
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
