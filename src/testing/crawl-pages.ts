/** Published statistics and descriptions, which are hundreds and are about nobody of the area. */
const OF_NOBODY =
  /^\/(assets|api|statistics|places|published|compare|guide|methods|open-data|variation|groups)|[?&]lang=/;

/** Where a reader may begin beside the first page. */
const BEGINNINGS = ['/', '/children', '/lists', '/quality', '/imports', '/missions', '/challenges'];

/** What tells an address from others of its form: those of schools, children, people … differ only in whom they show. */
function formOf(path: string): string {
  return path
    .replace(/^\/how\/[^/]+\/([a-z]+)[^?]*/, '/how/$1')
    .replace(/^\/lists\/[a-z-]+/, '/lists/one')
    .replace(/^\/access\/people\/(?!new\b)[^/?]+/, '/access/people/one')
    .replaceAll(/[A-Z]\d{11}[0-9A-Z]|\d+|[0-9a-f]{32}/g, '#')
    .replaceAll(/=[^&]*/g, '=');
}

/**
 * One address of each form that a reader reaches by following links, with what is answered there: from the beginnings
 * of every reader, and from `also`.
 */
export async function crawlPages(
  ask: (path: string) => Promise<string>,
  also: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const forms = new Set<string>();
  const waiting = [...BEGINNINGS, ...also];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (forms.has(formOf(path))) continue;
    forms.add(formOf(path));
    const text = await ask(path);
    found.set(path, text);
    const links = [...text.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    waiting.push(...links.filter((href) => !OF_NOBODY.test(href)));
  }
  return found;
}
