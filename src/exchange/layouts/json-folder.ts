import { readdirSync, readFileSync } from 'node:fs';

export type JsonFile = { readonly name: string; readonly content: unknown };

/** Every JSON file of a folder beside the code, in name order: a new one only has to be put there. */
export function readJsonFolder(folder: URL): readonly JsonFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const content: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      return { name: file.slice(0, -'.json'.length), content };
    });
}
