import { Command, InvalidArgumentError, Option } from 'commander';
import { Refusal, type AcademicYear, type CalendarDate, type Instant } from '#kernel';
import { openArea } from '#exchange/area-files';
import {
  buildAccount,
  percentText,
  bridgeRelationSql,
  readWalks,
  listOtherwise,
  type BridgeSubject,
  type BridgeWalk,
} from '#lost-learning';
import { asOfOption, formatOption, knownAtOption, questionOf, yearOption } from '../options.ts';
import { printed, type OutputFormat } from '../print-table.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { about, examples } from './ledger.ts';

type WhyOptions = {
  readonly school?: number;
  readonly trust?: string;
  readonly phase?: string;
  readonly year?: AcademicYear;
  readonly asOf?: CalendarDate;
  readonly knownAt?: Instant;
  readonly format: OutputFormat;
};

const COLUMNS = [
  'figure',
  'step',
  'sessions',
  'enrolments',
  'possible',
  'absent',
  'absence_percent',
  'counted_otherwise_percent',
] as const;
type Line = Readonly<Record<(typeof COLUMNS)[number], string | number>>;

export function whyCommand(terminal: Terminal): Command {
  return new Command('why')
    .argument('<folder>', 'a folder of area files, or an area’s store')
    .addOption(
      new Option('--school <urn>', 'one school, by its URN (default: the whole area)').argParser((text): number => {
        if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('Enter a URN of six digits, like 900101.');
        return Number(text);
      }),
    )
    .addOption(new Option('--trust <name>', 'the schools of one trust, by its name').conflicts('school'))
    .addOption(new Option('--phase <phase>', 'the schools of one phase, like secondary').conflicts(['school', 'trust']))
    .addOption(yearOption())
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(formatOption())
    .summary('why an absence figure differs from your own system’s or the DfE’s')
    .description(
      'Walks from every session of the registers, rule by rule, to the absence rate as the DfE publishes it and to the account’s own. Each rule says what it takes away, and what the rate would be if that alone were counted otherwise.',
    )
    .addHelpText(
      'after',
      examples(['why my-area --school 900101', 'why my-area --trust "Harbour Trust" --format csv', 'why my-area']),
    )
    .action(async (folder: string, options: WhyOptions) => {
      const { progress, stop } = progressOn(terminal);
      const area = await openArea(folder, { clock: terminal.clock, progress }).finally(stop);
      try {
        const question = questionOf(options);
        const { warehouse } = area;
        const answered = await buildAccount(warehouse, question, terminal.clock, area.packed, { bridge: true });
        const walks = await readWalks((relation) => warehouse.rows(bridgeRelationSql[relation]), subjectOf(options));
        if (!walks) throw new Refusal('why/not-here', notHere(options));
        terminal.out(printed({ columns: COLUMNS, rows: walks.flatMap(linesOf) }, options.format, terminal.width));
        terminal.err(about(area, answered, ''));
        if (!walks.every((walk) => walk.agrees))
          terminal.err('A walk does not end at the figure it explains: please tell whoever looks after this Kith.\n');
      } finally {
        await area.close();
      }
    });
}

function subjectOf({ school, trust, phase }: WhyOptions): BridgeSubject {
  if (school !== undefined) return { kind: 'school', urn: school };
  if (trust !== undefined) return { kind: 'schools', by: 'trust', value: trust };
  return phase === undefined ? { kind: 'area' } : { kind: 'schools', by: 'phase', value: phase };
}

function notHere({ school, trust, phase }: WhyOptions): string {
  if (school !== undefined) return `No school of this area has the URN ${school}. Check it in schools.csv.`;
  return trust === undefined
    ? `No school of this area has the phase ${phase ?? ''}. Write it as in schools.csv, like secondary.`
    : `No school of this area is in a trust called ${trust}. Write its name as in schools.csv.`;
}

function linesOf(walk: BridgeWalk): readonly Line[] {
  const others = listOtherwise(walk);
  const line = (step: string, counts: BridgeWalk['start'], absent: number, possible: number): Line => ({
    figure: walk.ends,
    step,
    sessions: counts.sessions,
    enrolments: counts.enrolments,
    possible: counts.possible,
    absent: counts.absent,
    absence_percent: percentText(absent, possible),
    counted_otherwise_percent: '',
  });
  return [
    line('start', walk.start, walk.start.absent, walk.start.possible),
    ...walk.steps.map(({ rule, moved, left }) => {
      const other = others.find((one) => one.rule === rule);
      return {
        ...line(rule.id, moved, left.absent, left.possible),
        counted_otherwise_percent: other ? percentText(other.absent, other.possible) : '',
      };
    }),
    line('figure', walk.reached, walk.reached.absent, walk.reached.possible),
  ];
}
