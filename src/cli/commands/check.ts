import { Command, InvalidArgumentError, Option } from 'commander';
import { findFindings, findStore, mustBeAsReceived, openArea, type OpenArea } from '#exchange/area-files';
import { getRule, qualityRules, type RuleId } from '#quality';
import { formatOption, rejectionsOption } from '../options.ts';
import { printed, type OutputFormat, type Table } from '../print-table.ts';
import { countOf, listed, reportRejections } from '../report-findings.ts';
import { effectText, exampleText, findAssessed, tellQuality, type Asked, type Assessed } from '../report-quality.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';

type CheckOptions = Asked & { readonly format: OutputFormat; readonly rejections?: string };

export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .addOption(schoolOption())
    .addOption(new Option('--rule <rule>', 'only this rule').choices(qualityRules.map(({ id }) => id)))
    .addOption(formatOption())
    .addOption(rejectionsOption())
    .summary('what in the files cannot be used, or looks wrong, and how to mend it')
    .description(
      'Reads an area’s files, changes nothing, and lists what to mend in the system they came from: by rule and school,\nwith one example, how to correct it, and what that would change. Rules are judged in the latest year with marks.\nOf an area’s store, every received file is first held against the hash of its bytes: status 1 where one differs.',
    )
    .addHelpText(
      'after',
      examples([
        'check my-area',
        'check my-area --school 900103',
        'check my-area --rule register-not-taken --format csv',
        'check my-area --rejections to-mend.csv',
      ]),
    )
    .action(async (folder: string, options: CheckOptions) => {
      const store = await findStore(folder);
      if (store) await mustBeAsReceived(store);
      const { progress, stop } = progressOn(terminal);
      const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
      try {
        if (options.format === 'table') await tell(area, options, terminal);
        else terminal.out(printed(await tableOf(area, options, terminal), options.format, terminal.width));
      } finally {
        await area.close();
      }
    });
}

function schoolOption(): Option {
  return new Option('--school <urn>', 'only what this school can mend').argParser((text): number => {
    if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('Enter a URN, like 123456.');
    return Number(text);
  });
}

/** One school or one rule is asked about: the rest is left unsaid. */
function isNarrow({ school, rule }: Asked): boolean {
  return school !== undefined || rule !== undefined;
}

async function tell(area: OpenArea, options: CheckOptions, terminal: Terminal): Promise<void> {
  const assessed = await findAssessed(area, options, terminal);
  if (!isNarrow(options)) {
    for (const file of area.manifest.files) {
      terminal.out(`${file.name}: ${countOf(file.rows, 'row', 'rows')} of ${file.kind} can be used\n`);
    }
  }
  const findings = await reportRejections(area, terminal.clock.now(), options.rejections, terminal);
  const warned = findings.warnings.reduce((total, one) => total + one.count, 0);
  if (warned > 0 && !isNarrow(options)) {
    terminal.out(`${countOf(warned, 'row is', 'rows are')} used and look wrong:\n${listed(findings.warnings)}`);
  }
  const clean = warned + findings.rejected + (assessed?.counts ?? []).length === 0 && !isNarrow(options);
  if (clean) terminal.out('Nothing to mend.\n');
  if (assessed) tellQuality(assessed, options, clean, terminal);
}

const COLUMNS = 'finding rule urn school file line column value fault count sessions problem effect'.split(' ');

async function tableOf(area: OpenArea, options: CheckOptions, terminal: Terminal): Promise<Table> {
  const assessed = await findAssessed(area, options, terminal);
  const rules = assessed ? assessed.counts.map((count) => ruleRow(assessed, count)) : [];
  if (isNarrow(options)) return { columns: COLUMNS, rows: rules };
  const findings = await findFindings(area, terminal.clock.now());
  const rows = [
    ...findings.summary.map((one) => ({ finding: 'rejected', ...one })),
    ...findings.warnings.map((one) => ({ finding: 'warning', ...one })),
    ...rules,
  ];
  return { columns: COLUMNS, rows };
}

function ruleRow({ quality, first, nameOf }: Assessed, count: Assessed['counts'][number]): Table['rows'][number] {
  const { rule, urn, findings, sessions } = count;
  const example = first.find((one) => one.rule === rule && one.urn === urn);
  return {
    finding: 'rule',
    rule,
    urn,
    school: urn === null ? null : nameOf(urn),
    file: example?.file ?? null,
    line: example?.line ?? null,
    column: example?.column_name ?? null,
    value: example?.value ?? null,
    fault: example?.fault ?? null,
    count: findings,
    sessions,
    problem: problemText(rule, example === undefined ? '' : exampleText(example, nameOf)),
    effect: effectText(quality, rule),
  };
}

function problemText(id: RuleId, example: string): string {
  const rule = getRule(id);
  return [rule.wrong, example === '' ? '' : `For example: ${example}`, ...rule.steps].filter(Boolean).join(' ');
}
