import { Command } from 'commander';
import { areaAt, importFiles, listAreaFiles, STORE_IN_FOLDER } from '#exchange/area-files';
import { countOf } from '../report-findings.ts';
import { wholeNumber } from '../options.ts';
import { progressOn, stepsOn, type Terminal } from '../terminal.ts';
import { isCountry, makeDemonstrationCountry, mustBePupils } from './demo-country.ts';
import { examples } from './ledger.ts';

type DemoOptions = { readonly pupils?: number; readonly seed?: number };

export function demoCommand(terminal: Terminal): Command {
  return new Command('demo')
    .argument('[folder]', 'where to make it', 'kith-data/northmoor')
    .option('--pupils <number>', 'about how many pupils, up to 9000000 (default: 20,000)', wholeNumber)
    .option('--seed <number>', 'another seed draws other people and places', wholeNumber)
    .summary('make Northmoor, a fictional area, to try everything on')
    .description(
      'Makes the files of a fictional authority of invented people, calibrated to published figures, and imports them.\nAbove 200,000 pupils it makes an invented country of many authorities instead, with a year of registers, straight\ninto the store: England’s size with 9000000, in some 2 GB and half an hour.',
    )
    .addHelpText(
      'after',
      examples(['demo', 'demo small-area --pupils 1000', 'demo country --pupils 300000', 'serve kith-data/northmoor']),
    )
    .action(async (folder: string, options: DemoOptions) => {
      const { pupils, ...others } = options;
      if (pupils !== undefined) mustBePupils(pupils);
      if (pupils !== undefined && isCountry(pupils)) {
        await makeDemonstrationCountry(folder, { pupils, ...others }, terminal);
        terminal.out(`Look at it with: kith ledger ${folder} --by la\n`);
        return;
      }
      await makeDemonstration(folder, options, terminal);
      terminal.out(`Look at it with: kith serve ${folder}\n`);
    });
}

/** Northmoor’s files in `folder`, imported into the store inside it. */
export async function makeDemonstration(
  folder: string,
  options: DemoOptions,
  terminal: Terminal,
  onFilesMade: () => void = () => undefined,
): Promise<void> {
  const { clock } = terminal;
  const { isNorthmoor, makeNorthmoor } = await import('#demo');
  // A start that was stopped while it imported left whole files: it goes on from them.
  const goesOn = options.pupils === undefined && options.seed === undefined && (await isNorthmoor(folder));
  if (goesOn) {
    terminal.err(`Northmoor’s files are in ${folder} already: importing them.\n`);
  } else {
    const made = await makeNorthmoor({ folder, clock, ...options, onProgress: stepsOn(terminal) });
    terminal.err(
      `Northmoor: ${countOf(made.schools, 'school', 'schools')}, ${countOf(made.pupils, 'pupil', 'pupils')}, ${countOf(made.marks, 'day in a register', 'days in registers')}\n`,
    );
  }
  onFilesMade();
  const { progress, stop } = progressOn(terminal);
  const about = { name: 'Northmoor', demonstration: true, region: 'E12000001' };
  await importFiles(areaAt(`${folder}/${STORE_IN_FOLDER}`), await listAreaFiles(folder), {
    clock,
    by: terminal.user,
    progress,
    about,
  }).finally(stop);
}
