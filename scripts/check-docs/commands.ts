import type { Page } from './read-markdown.ts';

export type Known = {
  /** Scripts of package.json. */
  readonly scripts: readonly string[];
  /** The options of each command of `kith`, `--by` and so on; those every command has stand under `''`. */
  readonly commands: ReadonlyMap<string, readonly string[]>;
};

/** The part of a commander program that the check reads. */
export type Program = {
  readonly name: () => string;
  readonly aliases: () => readonly string[];
  readonly commands: readonly Program[];
  readonly options: readonly { readonly long?: string | undefined }[];
};

const KITH = /(?:^|[\s$|;&(])(?:npx |node bin\/)?kith(?:\.js)?((?: [^|;&\n#]+)?)/g;
const NPM = /\bnpm (?:run ([\w:.-]+)|(test|start)\b)/g;

export function readCommands(program: Program): Known['commands'] {
  // Of a group of commands (`kith records verify-looks`), with those of its parts.
  const options = (one: Program): readonly string[] => [
    ...one.options.flatMap(({ long }) => long ?? []),
    ...one.commands.flatMap(options),
  ];
  return new Map([
    ['', [...program.options.flatMap(({ long }) => long ?? []), '--help', '--version']],
    ['help', []],
    ...program.commands.flatMap((one) => [one.name(), ...one.aliases()].map((name) => [name, options(one)] as const)),
  ]);
}

/** Commands and options that the documentation names and nobody wrote, as `page:line command`. */
export function listUnknownCommands(pages: readonly Page[], known: Known): readonly string[] {
  return pages.flatMap((page) =>
    page.code.flatMap(({ text, line }) => {
      const scripts = [...text.matchAll(NPM)].map(([, run, own]) => run ?? own ?? '');
      const unknown = scripts.filter((name) => !known.scripts.includes(name)).map((name) => `npm run ${name}`);
      return [...unknown, ...listUnknownKith(text, known)].map((what) => `${page.path}:${line} ${what}`);
    }),
  );
}

function listUnknownKith(text: string, { commands }: Known): readonly string[] {
  return [...text.matchAll(KITH)].flatMap(([, rest = '']) => {
    const words = rest.trim().split(/\s+/);
    const [verb = ''] = words;
    const named = /^[a-z][a-z-]*$/.test(verb) && !commands.has(verb) ? [`kith ${verb}`] : [];
    const options = [...(commands.get('') ?? []), ...(commands.get(verb) ?? [])];
    const used = words.flatMap((word) => /^\[?(--[a-z-]+)/.exec(word)?.[1] ?? []);
    return [...named, ...used.filter((option) => !options.includes(option)).map((option) => `kith ${verb} ${option}`)];
  });
}
