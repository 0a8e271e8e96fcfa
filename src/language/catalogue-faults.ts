import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { messageOf } from '#kernel';

/** For tests only (nothing checks itself while a page is made), so not in the front door. */
type Catalogue = Readonly<Record<string, string>>;

/** What one message asks for and how it is put: `{count} number`, `<link>`, and the cases of its plurals. */
type Shape = { readonly asks: readonly string[]; readonly plurals: readonly (readonly string[])[] };

/** What is wrong with a catalogue, held against the English one: one line a fault. */
export function listCatalogueFaults(english: Catalogue, other: Catalogue, locale: string): readonly string[] {
  const faults: string[] = [];
  for (const key of Object.keys(other)) if (!Object.hasOwn(english, key)) faults.push(`${key}: surplus`);
  for (const [key, source] of Object.entries(english)) {
    const text = Object.hasOwn(other, key) ? other[key] : undefined;
    faults.push(
      ...(text === undefined ? ['missing'] : faultsOf(source, text, locale)).map((fault) => `${key}: ${fault}`),
    );
  }
  return faults;
}

function faultsOf(source: string, text: string, locale: string): readonly string[] {
  const [wanted, found] = [shapeOf(source), shapeOf(text)];
  if (typeof wanted === 'string') return [`English: ${wanted}`];
  if (typeof found === 'string') return [found];
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const missing = found.plurals.flatMap((cases) => forms.filter((form) => !cases.includes(form)));
  const surplus = found.plurals.flat().filter((form) => !/^=\d+$/.test(form) && !forms.some((one) => one === form));
  return [
    ...(text.trim() === '' ? ['empty'] : []),
    // The type checker reads messages by this spelling.
    ...(/\{\s|\{[\w-]+\s+[,}]|\{[\w-]+,(?! (number\}|plural, |select, |selectordinal, ))/.test(text)
      ? ['spaces in an argument']
      : []),
    // ICU quotes with it; written ’ it is only a letter.
    ...(text.includes("'") ? ['a straight apostrophe'] : []),
    ...missing.map((form) => `plural form missing: ${form}`),
    ...surplus.map((form) => `plural form not of this language: ${form}`),
    ...difference(wanted.asks, found.asks).map((ask) => `does not use ${ask}`),
    ...difference(found.asks, wanted.asks).map((ask) => `English has no ${ask}`),
  ];
}

function difference(from: readonly string[], without: readonly string[]): readonly string[] {
  return [...new Set(from)].filter((one) => !without.includes(one));
}

function shapeOf(text: string): Shape | string {
  try {
    return join(parse(text, { requiresOtherClause: true }).map(shapeOfElement));
  } catch (error) {
    return `cannot be read: ${messageOf(error)}`;
  }
}

function join(shapes: readonly Shape[]): Shape {
  return { asks: shapes.flatMap(({ asks }) => asks), plurals: shapes.flatMap(({ plurals }) => plurals) };
}

function shapeOfElement(element: MessageFormatElement): Shape {
  switch (element.type) {
    case TYPE.argument:
      return { asks: [`{${element.value}}`], plurals: [] };
    case TYPE.number:
      return { asks: [`{${element.value}, number}`], plurals: [] };
    case TYPE.tag: {
      const inside = join(element.children.map(shapeOfElement));
      return { ...inside, asks: [`<${element.value}>`, ...inside.asks] };
    }
    case TYPE.plural:
    case TYPE.select: {
      const cases = Object.keys(element.options);
      const inside = join(Object.values(element.options).flatMap(({ value }) => value.map(shapeOfElement)));
      const plural = element.type === TYPE.plural;
      return {
        // A number may be printed plainly here and counted there; the cases of a choice must be the same everywhere.
        asks: [
          plural ? `{${element.value}, number}` : `{${element.value}, select, ${cases.toSorted().join(' ')}}`,
          ...inside.asks,
        ],
        plurals: plural ? [cases, ...inside.plurals] : inside.plurals,
      };
    }
    case TYPE.date:
    case TYPE.time:
      throw new Error('dates come as text, from dateText');
    case TYPE.literal:
    case TYPE.pound:
      return { asks: [], plurals: [] };
  }
}
