// Plain JavaScript, so that a worker thread needs no TypeScript loader whatever started the process.
// The typesetter (Typst, as WebAssembly) in a thread of its own: setting a page does not stop the event loop, and what
// it remembers of every page it set (some 2 MB each, which it has no way to forget) ends with the thread.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import load, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';

const MAIN = '/governors-page.typ';
const FONTS = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
];

const read = (address) => readFile(new URL(address));

await load({ module_or_path: await read(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) });
const builder = new TypstCompilerBuilder();
// It reads what it is handed and nothing else: no file, no network, no package.
builder.set_dummy_access_model();
for (const font of FONTS) await builder.add_raw_font(await read(font));
const compiler = await builder.build();
compiler.add_source(MAIN, await readFile(new URL('./governors-page.typ', import.meta.url), 'utf8'));

parentPort.on('message', ({ id, page, sizes }) => {
  try {
    parentPort.postMessage({ id, ...set(page, sizes) });
  } catch (error) {
    parentPort.postMessage({ id, kind: 'failed', reason: String(error).slice(0, 400) });
  }
});

/** In the first of some sizes of letters in which the page is one sheet. */
function set(page, sizes) {
  for (const size of sizes) {
    const inputs = Object.entries({ page, size: String(size) });
    const [pages] = JSON.parse(compiler.query(MAIN, inputs, '<pages>', 'value'));
    if (pages !== 1) continue;
    const { result, diagnostics } = compiler.compile(MAIN, inputs, 'pdf', 1);
    return result ? { kind: 'made', pdf: result } : { kind: 'failed', reason: String(diagnostics).slice(0, 400) };
  }
  return { kind: 'too-long' };
}
