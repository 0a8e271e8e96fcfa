import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { broken } from '#kernel';
import { isSafeHtml, ownMarkup, type SafeHtml } from './safe-html.ts';

const root = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist/govuk');
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(root), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});

/** Every option that a template prints as it is: `html`, `titleHtml`, …, and the slots of service navigation. */
const PRINTED_AS_IT_IS = /^html$|Html$/;

/**
 * Markup of a component of govuk-frontend, by its own template (compiled at its first use).
 * Throws where an option that is printed as it is holds anything but `SafeHtml`: the types say so too,
 * but options may have been put together where the types could not see.
 */
export function renderComponent(name: string, options: object): SafeHtml {
  const params = plain(options, name);
  return ownMarkup(environment.getTemplate(`components/${name}/template.njk`).render({ params }).trim());
}

/** Options as the templates want them: markup as primitive strings, everything else as it was. */
function plain(value: unknown, path: string): unknown {
  if (isSafeHtml(value)) return value.toString();
  if (Array.isArray(value)) return value.map((item: unknown, at) => plain(item, `${path}[${at}]`));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const here = `${path}.${key}`;
      const slot = path.endsWith('.slots');
      if ((PRINTED_AS_IT_IS.test(key) || (slot && !isRecord(item))) && !(isSafeHtml(item) || !item)) {
        throw broken('web/unsafe-markup', `${here} takes markup made by htmlOf or ownMarkup, nothing else`);
      }
      // A list or a text of attributes would be printed as it is.
      if (/attributes$/i.test(key) && item && !isRecord(item)) {
        throw broken('web/unsafe-markup', `${here} takes names and values`);
      }
      return [key, plain(item, here)];
    }),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isSafeHtml(value);
}
