import { Command } from 'commander';
import { Refusal, type AcademicYear, type CalendarDate } from '#kernel';
import { findStore } from '#exchange/area-files';
import type { OpenRelease, Published } from '#exchange/open-data';
import { asOfOption, yearOption } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

type OpenDataOptions = {
  readonly year?: AcademicYear;
  readonly asOf?: CalendarDate;
  readonly out?: string;
  readonly licence: string;
  readonly dryRun?: true;
};

const OGL = 'Open Government Licence v3.0, https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

export function publishOpenDataCommand(terminal: Terminal): Command {
  return new Command('publish-open-data')
    .argument('<folder>', 'an area’s store, or the folder it is in')
    .addOption(yearOption())
    .addOption(asOfOption())
    .option('--out <folder>', 'also put a copy of the release here')
    .option('--licence <text>', 'the licence that the area gives', OGL)
    .option('--dry-run', 'say what would be published and hidden, and write nothing')
    .summary('release the area’s figures as open data, with no child in them to be found')
    .description(
      'Makes a release of one school year: absence, and lost learning by cause, for groups of children. Small counts and what would give them away are hidden, and the release is held against earlier ones. A release is never changed.',
    )
    .addHelpText(
      'after',
      examples([
        'publish-open-data my-area --year 2024/25 --dry-run',
        'publish-open-data my-area --year 2024/25 --out website/open-data',
      ]),
    )
    .action(async (folder: string, { dryRun, ...options }: OpenDataOptions) => {
      const store = await findStore(folder);
      if (!store)
        throw new Refusal(
          'open-data/no-store',
          `There is no area’s store at ${folder}. Bring files in with: kith import <folder>`,
        );
      const { publishOpenData } = await import('#exchange/open-data');
      terminal.out(told(await publishOpenData(store, terminal.clock, { ...options, dryRun: dryRun === true })));
    });
}

function told(published: Published): string {
  if (published.kind === 'unchanged')
    return `Release ${published.version} says the same already. Nothing was published.\n`;
  const version = published.releases[0]?.version ?? '';
  const where =
    published.folder === undefined
      ? `This would be release ${version}. Nothing was written.\n`
      : `Published release ${version}: ${published.folder}\n`;
  return where + published.releases.map(aboutRelease).join('');
}

function aboutRelease(release: OpenRelease): string {
  const leftOut = release.left_out.map(
    (topic) => `  not broken down by ${topic.toLowerCase()}: too small, or one or two schools’\n`,
  );
  return [
    `${release.title} (${release.data_set}), ${release.year} up to ${release.as_of}\n`,
    ...release.statement.map((sentence) => `  ${sentence}\n`),
    ...leftOut,
  ].join('');
}
