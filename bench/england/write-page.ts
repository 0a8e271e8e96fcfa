import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Writes a page or picture of the documentation as the check of format wants it. */
export async function writePage(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const isPage = path.endsWith('.md');
  await writeFile(path, isPage ? await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }) : text);
}
