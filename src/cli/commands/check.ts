import { Command } from 'commander';
import { findFindings, openArea } from '#exchange/area-files';
import { buildAccount, ledgerBy } from '#lost-learning';
import { formatOption, rejectionsOption } from '../options.ts';
import { printed, type OutputFormat } from '../print-table.ts';
import { countOf, listed, reportRejections } from '../report-findings.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

type CheckOptions = { readonly format: OutputFormat; readonly rejections?: string };

export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .addOption(formatOption())
    .addOption(rejectionsOption())
    .summary('what in the files cannot be used, or looks wrong, and how to mend it')
    .description('Reads an area’s files, changes nothing, and lists what to mend in the system they came from.')
    .addHelpText(
      'after',
      examples(['check my-area', 'check my-area --rejections to-mend.csv', 'check my-area --format csv']),
    )
    .action(async (folder: string, options: CheckOptions) => {
      const { progress, stop } = progressOn(terminal);
      const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
      try {
        if (options.format === 'table') await tell(area, options, terminal);
        else {
          const findings = await findFindings(area, terminal.clock.now());
          const columns = ['finding', 'file', 'line', 'column', 'value', 'fault', 'count', 'problem'];
          const rows = [
            ...findings.summary.map((one) => ({ finding: 'rejected', ...one })),
            ...findings.warnings.map((one) => ({ finding: 'warning', ...one })),
          ];
          terminal.out(printed({ columns, rows }, options.format, terminal.width));
        }
      } finally {
        await area.close();
      }
    });
}

async function tell(
  area: Awaited<ReturnType<typeof openArea>>,
  options: CheckOptions,
  terminal: Terminal,
): Promise<void> {
  for (const file of area.manifest.files) {
    terminal.out(`${file.name}: ${countOf(file.rows, 'row', 'rows')} of ${file.kind} can be used\n`);
  }
  const answered = await buildAccount(area.warehouse, {}, terminal.clock, area.packed);
  const bySchool = await ledgerBy(area.warehouse, 'la');
  const unmarked = bySchool.rows.reduce((total, row) => total + Number(row['unmarked']), 0);
  if (unmarked > 0) {
    terminal.out(
      `Registers not taken in ${answered.year}: ${countOf(unmarked, 'session', 'sessions')} of a child (see kith ledger --by school)\n`,
    );
  }
  const findings = await reportRejections(area, terminal.clock.now(), options.rejections, terminal);
  const warned = findings.warnings.reduce((total, one) => total + one.count, 0);
  if (warned > 0) {
    terminal.out(`${countOf(warned, 'row is', 'rows are')} used and look wrong:\n${listed(findings.warnings)}`);
  }
  if (warned === 0 && findings.rejected === 0) terminal.out('Nothing to mend.\n');
}
