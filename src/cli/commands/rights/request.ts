import { Command, InvalidArgumentError, Option } from 'commander';
import { findCalendarDate, Refusal, today, type CalendarDate, type Upn } from '#kernel';
import {
  addEvent,
  ASKED_BY,
  EVENT_KINDS,
  EXTENSIONS,
  kinds,
  listRequests,
  recordRequest,
  REFUSALS,
  type AskedBy,
  type Because,
  type EventKind,
  type Request,
  type RequestKind,
} from '#rights';
import { printed } from '../../print-table.ts';
import type { Terminal } from '../../terminal.ts';
import { examples } from '../ledger.ts';
import { asOption, upnArgument } from './options.ts';
import type { WithRights } from './with-rights.ts';

type RequestOptions = {
  readonly child?: Upn;
  readonly kind?: RequestKind;
  readonly by: AskedBy;
  readonly received?: CalendarDate;
  readonly words?: string;
  readonly request?: string;
  readonly event?: EventKind;
  readonly because?: Because;
  readonly as?: string;
};

export function requestCommand(terminal: Terminal, rights: WithRights): Command {
  return new Command('request')
    .argument('<area>', 'an area’s folder or store')
    .addOption(new Option('--child <upn>', 'record a request about this child’s data').argParser(upnArgument))
    .addOption(new Option('--kind <kind>', 'what is asked').choices(kinds()))
    .addOption(new Option('--by <who>', 'who asks').choices(ASKED_BY).default('child'))
    .addOption(new Option('--received <date>', 'the day it was received (default: today)').argParser(dateArgument))
    .option('--words <text>', 'what was asked, where more has to be said')
    .addOption(new Option('--request <id>', 'add what happened to this request').conflicts('child'))
    .addOption(new Option('--event <event>', 'what happened today').choices(EVENT_KINDS))
    .addOption(new Option('--because <reason>', 'why it was extended or refused').choices([...EXTENSIONS, ...REFUSALS]))
    .addOption(asOption())
    .summary('list requests with their clocks, record one, or say what happened to one')
    .description(
      'An answer is due one calendar month after a request was received (UK GDPR article 12(3)), or after it was confirmed who asks; three months where it was extended.',
    )
    .addHelpText(
      'after',
      examples([
        'rights request my-area',
        'rights request my-area --child E801400120900 --kind access --by parent --received 2026-10-31',
        'rights request my-area --request 6f0c… --event fulfilled',
      ]),
    )
    .action(async (folder: string, options: RequestOptions) => {
      const { child, kind, by, received, words, request, event, because } = options;
      if ((child === undefined) !== (kind === undefined))
        throw new Refusal('usage/request', 'Give --child and --kind together.');
      if ((request === undefined) !== (event === undefined))
        throw new Refusal('usage/request', 'Give --request and --event together.');
      await rights(folder, options.as, async ({ access, clock, actor }) => {
        if (child && kind) {
          const receivedOn = received ?? today(clock);
          await recordRequest(access, clock, actor, { kind, upn: child, askedBy: by, receivedOn, words });
        }
        if (request !== undefined && event) await addEvent(access, clock, actor, request, { kind: event, because });
        const requests = await listRequests(access, clock, actor);
        if (requests.length === 0) return terminal.out('There are no requests.\n');
        const columns = ['request', 'kind', 'child', 'received', 'state', 'due', 'overdue'];
        terminal.out(printed({ columns, rows: requests.map(rowOf) }, 'table', terminal.width));
      });
    });
}

function rowOf({ id, kind, about, receivedOn, state, due, overdue }: Request): Readonly<Record<string, string>> {
  return {
    request: id,
    kind,
    child: about,
    received: receivedOn,
    state,
    due: due ?? '',
    overdue: overdue ? 'yes' : '',
  };
}

function dateArgument(text: string): CalendarDate {
  const date = findCalendarDate(text);
  if (!date) throw new InvalidArgumentError('Enter a day, like 2026-10-31.');
  return date;
}
