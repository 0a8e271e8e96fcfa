import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { generateComponents, target } from '../../../scripts/generate-govuk.ts';
import { govuk, htmlOf, ownMarkup } from './index.ts';
import { renderComponent } from './render.ts';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
);
const fixtureFile = z.object({
  component: z.string(),
  fixtures: z.array(z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() })),
});
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => fixtureFile.parse(JSON.parse(readFileSync(join(folder, entry.name, 'fixtures.json'), 'utf8'))));

describe('components of govuk-frontend', () => {
  it.each(files)('$component renders its official fixtures', ({ component, fixtures }) => {
    for (const fixture of fixtures) {
      const rendered = renderComponent(component, bless(fixture.options));
      expect(normalised(rendered.toString()), `${component}: ${fixture.name}`).toBe(normalised(fixture.html));
    }
  });

  it('were all tried', () => {
    expect(files.length).toBeGreaterThanOrEqual(39);
    expect(files.flatMap((file) => file.fixtures).length).toBeGreaterThan(700);
  });

  it('are offered with the types of the version that is installed', async () => {
    expect(readFileSync(target, 'utf8')).toBe(await generateComponents());
    const offered = Object.keys(govuk).map((name) => name.toLowerCase());
    const known = files
      .map((file) => file.component.replaceAll('-', ''))
      .filter((name) => !/^(header|footer)$/.test(name));
    expect(offered.toSorted()).toEqual(known.toSorted());
  }, 30_000);
});

describe('markup', () => {
  it('is printed by JSX as it is, and text is escaped', () => {
    const page = htmlOf(
      <div>
        {govuk.tag({ text: '<b>Late</b>' })}
        {'<i>'}
      </div>,
    );
    expect(page.toString()).toContain('<strong class="govuk-tag">');
    expect(page.toString()).toContain('&lt;b&gt;Late&lt;/b&gt;');
    expect(page.toString()).toContain('&lt;i&gt;');
    const slot = govuk.insetText({ html: htmlOf(<p>{'a < b'}</p>) });
    expect(slot.toString()).toContain('<p>a &lt; b</p>');
  });

  it('is never made of text that came from a person', () => {
    // @ts-expect-error text is not markup
    expect(() => govuk.insetText({ html: '<script>' })).toThrow('web/unsafe-markup');
    // @ts-expect-error text is not markup, however deep it stands
    expect(() => govuk.tabs({ items: [{ id: 'a', label: 'A', panel: { html: '<script>' } }] })).toThrow('.panel.html');
    // @ts-expect-error text is not markup in a slot either
    expect(() => govuk.serviceNavigation({ slots: { start: '<script>' } })).toThrow('.slots.start');
    // @ts-expect-error attributes are names and values
    expect(() => govuk.button({ text: 'Go', attributes: ' onclick="x()"' })).toThrow('.attributes');
    expect(() => renderComponent('inset-text', untyped('{"html":{"isEscaped":true,"val":"<b>"}}'))).toThrow(
      'web/unsafe-markup',
    );
    expect(() => renderComponent('inset-text', untyped('{"html":["<script>"]}'))).toThrow('web/unsafe-markup');
    expect(() => renderComponent('service-navigation', untyped('{"slots":{"end":{"html":"<script>"}}}'))).toThrow(
      '.slots.end.html',
    );
    expect(() => renderComponent('button', untyped('{"text":"Go","attributes":[" onclick=x"]}'))).toThrow(
      '.attributes',
    );
  });

  it('escapes whatever is written in a text or an attribute', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '=', '{', '}', '%', ' ', 'a') }),
        (text) => {
          const { document } = parseHTML(
            `<main>${govuk.button({ text, attributes: { 'data-words': text }, value: text }).toString()}</main>`,
          );
          const main = document.querySelector('main');
          const button = main?.querySelector('button');
          expect(main?.querySelectorAll('*').length).toBe(1);
          expect(button?.textContent?.trim()).toBe(text.trim());
          expect(button?.getAttribute('data-words')).toBe(text);
        },
      ),
    );
  });
});

/** Options as they would come from outside, where no type has seen them. */
function untyped(json: string): object {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(json));
}

/** Fixtures hold markup as text; a test may vouch for it. */
function bless(value: unknown, key = '', parent = ''): object {
  const walk = (item: unknown, name: string, above: string): unknown => {
    if (typeof item === 'string' && item !== '' && (/^html$|Html$/.test(name) || above === 'slots'))
      return ownMarkup(item);
    if (Array.isArray(item)) return item.map((inner: unknown) => walk(inner, '', name));
    if (typeof item === 'object' && item !== null) {
      return Object.fromEntries(Object.entries(item).map(([inner, within]) => [inner, walk(within, inner, name)]));
    }
    return item;
  };
  return z.record(z.string(), z.unknown()).parse(walk(value, key, parent));
}

/** Markup with the attributes of each tag in order of name and each run of white space as one (or, beside a tag, none). */
function normalised(html: string): string {
  return html
    .replaceAll(/<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>/gi, (_, tag: string, attributes: string) => {
      const sorted = (attributes.match(/[^\s=]+(?:="[^"]*")?/g) ?? [])
        .map((one) => one.replaceAll(/\s+/g, ' '))
        .toSorted();
      return `<${[tag, ...sorted].join(' ')}>`;
    })
    .replaceAll(/\s*(<[^>]*>)\s*/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
