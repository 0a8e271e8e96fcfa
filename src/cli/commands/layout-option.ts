import { readFile } from 'node:fs/promises';
import { messageOf, Refusal } from '#kernel';
import { findKindByName, findSample, listLayouts, type areaAt } from '#exchange/area-files';
import { fillLayout, listQuestions, parseLayout, proposeLayouts, type Layout } from '#exchange/layouts';

/** The layout a file is to be read through: the one named, none for our own files, else a refusal that proposes one. */
export async function layoutFor(
  path: string,
  store: ReturnType<typeof areaAt>,
  named: string | undefined,
  answers: readonly string[],
): Promise<Layout | undefined> {
  const layouts = await listLayouts(store);
  if (named !== undefined) {
    const layout = named.endsWith('.json')
      ? parseLayout(JSON.parse(await readText(named)))
      : layouts.find((one) => one.id === named);
    if (!layout)
      throw new Refusal(
        'layouts/unknown',
        `There is no layout called ${named}. There are: ${layouts.map((one) => one.id).join(', ')}.`,
      );
    return fillLayout(layout, answered(answers));
  }
  const name = path.split('/').at(-1) ?? path;
  if (findKindByName(name)) return undefined;
  throw new Refusal('file/unknown-kind', `${name} is not named like an area file. ${await proposal(path, layouts)}`);
}

async function proposal(path: string, layouts: readonly Layout[]): Promise<string> {
  const sample = await findSample(path);
  const [best] = sample ? proposeLayouts(sample, layouts) : [];
  if (!sample || !best || best.missing.length > 0)
    return 'Name it schools, sessions, roll, marks, suspensions or removals, or give a layout with --layout.';
  const asked = listQuestions(best.layout, sample.header)
    .filter((question) => question.required && question.answer === '')
    .map((question) => ` --answer ${question.slot}=…`);
  return `It looks like “${best.layout.title}”. If that is right, add: --layout ${best.layout.id}${asked.join('')}`;
}

function answered(answers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    answers.map((answer) => {
      const at = answer.indexOf('=');
      if (at < 1) throw new Refusal('usage/answer', `“${answer}” is not an answer. Write it like urn=900101.`);
      return [answer.slice(0, at), answer.slice(at + 1)];
    }),
  );
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refusal('file/not-found', `${path} cannot be opened: ${messageOf(error)}. Check the name.`);
  });
}
