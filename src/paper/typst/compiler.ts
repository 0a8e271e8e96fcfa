import { readFile } from 'node:fs/promises';
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';

const MAIN = '/governors-page.typ';
const FONTS = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
];

let opened: Promise<TypstCompiler> | undefined;

/** The typesetter, opened with the first page that is asked for: nobody else waits for its 28 MB. */
export function openCompiler(): Promise<TypstCompiler> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<TypstCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  const wasm = await readFile(new URL(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')));
  await typst.default({ module_or_path: wasm });
  const builder = new typst.TypstCompilerBuilder();
  // It reads what it is handed and nothing else: no file, no network, no package.
  builder.set_dummy_access_model();
  for (const font of FONTS) await builder.add_raw_font(await readFile(new URL(font)));
  const compiler = await builder.build();
  compiler.add_source(MAIN, await readFile(new URL('./governors-page.typ', import.meta.url), 'utf8'));
  return compiler;
}

export type Inputs = Readonly<Record<string, string>>;

/** How many pages the document comes to. */
export function countPages(compiler: TypstCompiler, inputs: Inputs): number {
  const answer: unknown = JSON.parse(compiler.query(MAIN, Object.entries(inputs), '<pages>', 'value'));
  return Array.isArray(answer) ? Number(answer[0]) : Number.NaN;
}

/** The document as PDF. */
export function compile(compiler: TypstCompiler, inputs: Inputs): Uint8Array {
  const answer: unknown = compiler.compile(MAIN, Object.entries(inputs), 'pdf', 1);
  if (isMade(answer)) return answer.result;
  throw new Error(`paper/not-set: ${JSON.stringify(answer).slice(0, 400)}`);
}

function isMade(answer: unknown): answer is { readonly result: Uint8Array } {
  return typeof answer === 'object' && answer !== null && 'result' in answer && answer.result instanceof Uint8Array;
}
