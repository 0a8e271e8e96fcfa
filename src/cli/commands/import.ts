import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { messageOf, Refusal } from '#kernel';
import {
  areaAt,
  findStore,
  forgetImport,
  importFiles,
  listAreaFiles,
  listImports,
  openStore,
  STORE_IN_FOLDER,
  type Incoming,
} from '#exchange/area-files';
import { rejectionsOption } from '../options.ts';
import { countOf, reportRejections } from '../report-findings.ts';
import { printed } from '../print-table.ts';
import { progressOn, type Terminal } from '../terminal.ts';
import { examples } from './ledger.ts';
import { layoutFor } from './layout-option.ts';

type ImportOptions = {
  readonly store?: string;
  readonly layout?: string;
  readonly answer?: readonly string[];
  readonly list?: true;
  readonly rejections?: string;
};

export function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .argument('<paths...>', 'a folder of area files, or single files')
    .option('--store <folder>', `where to keep what is received (default: ${STORE_IN_FOLDER} beside the files)`)
    .option('--layout <name>', 'read the files through this layout: a shipped name, a saved one, or a JSON file')
    .option('--answer <name=value...>', 'what a layout asks for, like urn=900101')
    .option('--list', 'list what was imported, by whom and when, and import nothing')
    .addOption(rejectionsOption())
    .summary('bring an area’s files in, and keep them as they came')
    .description(
      'Reads files into an area’s store: all of them, or, where one cannot be read, none.\nImporting the same file twice changes nothing. Another system’s export is read through a layout.',
    )
    .addHelpText(
      'after',
      examples([
        'import my-area',
        'import weekly.csv --store my-area/.kith --layout weekly-register --answer urn=900101',
        'import my-area --list',
      ]),
    )
    .action(async (paths: readonly string[], options: ImportOptions) => {
      if (options.list) return list(terminal, await listedStore(paths, options.store));
      const store = await storeAt(options.store ?? (await storeBeside(paths)));
      const incoming = (await Promise.all(paths.map((path) => incomingAt(path, store, options)))).flat();
      const { progress, stop } = progressOn(terminal);
      const result = await importFiles(store, incoming, { clock: terminal.clock, by: terminal.user, progress }).finally(
        stop,
      );
      for (const name of result.held) terminal.err(`${name} was imported before: nothing changed.\n`);
      for (const file of result.files) {
        terminal.out(
          `${file.name}: ${countOf(file.rows, 'row', 'rows')} of ${file.kind} accepted, ${countOf(file.rejected, 'value', 'values')} rejected\n`,
        );
      }
      if (result.files.length === 0) return;
      terminal.out(`Imported into ${store.path} as ${result.manifest.imports.at(-1)?.id ?? ''}\n`);
      const open = await openStore(store, {});
      try {
        await reportRejections(open, terminal.clock.now(), options.rejections, terminal);
      } finally {
        await open.close();
      }
    });
}

export function forgetCommand(terminal: Terminal): Command {
  return new Command('forget')
    .argument('<import>', 'the import to take out, like import-3 (see kith import --list)')
    .requiredOption('--store <folder>', 'the area’s store')
    .summary('take an import and all that came from it out again')
    .addHelpText('after', examples(['forget import-3 --store my-area/.kith']))
    .action(async (id: string, options: { readonly store: string }) => {
      const forgotten = await forgetImport(await storeAt(options.store), id, terminal.clock);
      for (const file of forgotten)
        terminal.out(`Forgot ${file.name} (${countOf(file.rows, 'row', 'rows')} of ${file.kind})\n`);
      if (forgotten.length > 0) {
        terminal.out(
          'Children’s names and figures that came from it leave the pages’ own records when Kith next has the area open: now, if it is open, or when you start kith serve.\n',
        );
      }
    });
}

async function list(terminal: Terminal, store: ReturnType<typeof areaAt>): Promise<void> {
  const rows = await listImports(store);
  if (rows.length === 0) {
    terminal.out(`Nothing has been imported into ${store.path} yet. Bring files in with: kith import <folder>\n`);
    return;
  }
  terminal.out(
    printed(
      { columns: ['import', 'at', 'by', 'file', 'kind', 'rows', 'rejected', 'layout', 'sha256'], rows },
      'table',
      terminal.width,
    ),
  );
}

/** The store to list: the one named, the folder itself where it is one, or the one beside the files. */
async function listedStore(paths: readonly string[], named: string | undefined): Promise<ReturnType<typeof areaAt>> {
  if (named !== undefined) return storeAt(named);
  return (await findStore(resolve(paths[0] ?? '.'))) ?? areaAt(await storeBeside(paths));
}

/** The store that a folder means. One that has its store inside means that: a second beside it would hide the first. */
async function storeAt(folder: string): Promise<ReturnType<typeof areaAt>> {
  return (await findStore(folder)) ?? areaAt(folder);
}

async function storeBeside(paths: readonly string[]): Promise<string> {
  const first = resolve(paths[0] ?? '.');
  return join((await isFolder(first)) ? first : dirname(first), STORE_IN_FOLDER);
}

async function incomingAt(
  path: string,
  store: ReturnType<typeof areaAt>,
  options: ImportOptions,
): Promise<readonly Incoming[]> {
  if (await isFolder(path)) return listAreaFiles(path);
  const layout = await layoutFor(path, store, options.layout, options.answer ?? []);
  return [{ path: resolve(path), name: basename(path), ...(layout ? { layout } : {}) }];
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Refusal('file/not-found', `${path} cannot be opened: ${messageOf(error)}. Check the name.`);
  });
  return found.isDirectory();
}
