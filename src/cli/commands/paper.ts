import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Refusal, termNames, type AcademicYear, type TermName } from '#kernel';
import { openArea, type OpenArea } from '#exchange/area-files';
import { Aggregates, buildAccount, writeAggregates } from '#lost-learning';
import { yearOption } from '../options.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

type PaperOptions = {
  readonly school: number;
  readonly term: TermName;
  readonly year?: AcademicYear;
  readonly output: string;
};

export function paperCommand(terminal: Terminal): Command {
  return new Command('paper')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .addOption(new Option('--school <urn>', 'the school, by its number').argParser(schoolNumber).makeOptionMandatory())
    .addOption(new Option('--term <term>', 'which term').choices([...termNames]).makeOptionMandatory())
    .addOption(yearOption())
    .addOption(new Option('--output <file>', 'the PDF to write').makeOptionMandatory())
    .summary('one page for governors about a school’s term, as PDF')
    .description(
      'Writes one A4 page about what happened to learning time in one term of a school, in plain words, with a picture and a table beside last year’s and England’s figures. Small numbers are hidden: the page may be given to anyone.',
    )
    .addHelpText(
      'after',
      examples(['paper northmoor --school 920001 --term autumn --year 2024/25 --output governors.pdf']),
    )
    .action(async (folder: string, options: PaperOptions) => {
      const { progress, stop } = progressOn(terminal);
      const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
      try {
        terminal.out(await writePaper(terminal, area, options));
      } finally {
        await area.close();
      }
    });
}

async function writePaper(terminal: Terminal, area: OpenArea, options: PaperOptions): Promise<string> {
  const { school: urn, term, output } = options;
  // Beside the area’s own files: the warehouse reaches no other folder.
  // Where it is left behind by a killed process, the next import sweeps it.
  await mkdir(area.area.derived, { recursive: true });
  const scratch = await mkdtemp(join(area.area.derived, 'paper-')).catch(() => {
    throw new Refusal('store/unwritable', `${area.area.path} may not be written. Ask who looks after the folder.`);
  });
  try {
    const year = await workOut(terminal, area, options.year, scratch);
    const aggregates = await Aggregates.open(scratch);
    const { findPageQuestion, makeGovernorsPage, renderPdf } = await import('#paper');
    const { openPlace } = await import('#place');
    const published = await openPlace({ storeFolder: area.area.path });
    try {
      const question = await findPageQuestion(aggregates, { urn, year, term, invented: area.manifest.demonstration });
      if (!question)
        throw new Refusal(
          'paper/no-school',
          `The area has no school ${urn} in ${year}. Give the URN of one of its schools.`,
        );
      if (!question.now)
        throw new Refusal(
          'paper/no-term',
          `No session of ${question.school.name} in the ${term} term of ${year} is in the account. Choose another term or year.`,
        );
      await write(output, await renderPdf(await makeGovernorsPage(published, question)));
      return `${output}: ${question.school.name}, ${term} term ${year}, one page.\n`;
    } finally {
      aggregates.close();
      published.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The account of the year and of the one before it, as sums; gives the year. */
async function workOut(
  terminal: Terminal,
  { warehouse, packed }: OpenArea,
  asked: AcademicYear | undefined,
  folder: string,
): Promise<AcademicYear> {
  const { yearBefore } = await import('#paper');
  const answered = await buildAccount(warehouse, asked ? { year: asked } : {}, terminal.clock, packed);
  await writeAggregates(warehouse, answered, folder);
  const before = await buildAccount(warehouse, { year: yearBefore(answered.year) }, terminal.clock, packed);
  if (before.asOf !== null) await writeAggregates(warehouse, before, folder);
  return answered.year;
}

async function write(file: string, pdf: Uint8Array): Promise<void> {
  await writeFile(file, pdf).catch(() => {
    throw new Refusal('output/unwritable', `${file} cannot be written. Choose another file.`);
  });
}

function schoolNumber(text: string): number {
  if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('Enter a URN, like 123456.');
  return Number(text);
}
