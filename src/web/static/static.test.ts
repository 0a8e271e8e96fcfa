import { describe, expect, it } from 'vitest';
import { assetPath, staticAssets, type AssetName } from './index.ts';
import { withoutBranding } from './govuk-css.ts';

function body(name: AssetName): string {
  return staticAssets().find((asset) => asset.path === assetPath(name))?.body ?? '';
}

describe('static assets', () => {
  it('have paths that name their content', () => {
    expect(staticAssets()).toHaveLength(6);
    for (const asset of staticAssets()) {
      expect(asset.path).toMatch(/^\/assets\/[a-z]+\.[0-9a-f]{10}\.(css|js|svg)$/);
      expect(asset.path).toContain(asset.etag.replaceAll('"', ''));
      expect(asset.body.length).toBeGreaterThan(100);
    }
    expect(new Set(staticAssets().map((asset) => asset.path)).size).toBe(6);
  });

  it('carry no font, crown or crest of GOV.UK', () => {
    const css = body('govuk.css');
    expect(css.length).toBeGreaterThan(100_000);
    expect(css).not.toMatch(/GDS Transport|@font-face|crest|crown\.svg|Margaret Calvert/);
    expect(css).toContain('font-family:system-ui');
  });

  it('ask for nothing else: every address in them is another asset', () => {
    for (const asset of staticAssets()) {
      expect(asset.body).not.toMatch(/sourceMappingURL|@import|url\(/);
    }
    const imported = /from '([^']+)'/.exec(body('kith.js'))?.[1];
    expect(staticAssets().map((asset) => asset.path)).toContain(imported);
  });

  it('take sides by the direction of the text, so that a page reads right to left', () => {
    const physical = /[{;](?:(?:margin|padding|border)-(?:left|right)|left|right|text-align:(?:left|right))\b/g;
    expect(body('govuk.css').match(physical)).toBeNull();
    expect(
      body('kith.css').match(/^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom)\s*:/gm),
    ).toBeNull();
    expect(body('govuk.css')).toContain('margin-inline-start:');
    expect(body('govuk.css')).toContain('padding-inline:0 20px');
  });

  it('stop at a new address in a new version of govuk-frontend', () => {
    expect(() => withoutBranding('a{background:url(/assets/images/new.svg)}')).toThrow('web/branding-left');
    expect(withoutBranding('a{padding:1px 2px 3px 4px;left:0}')).toBe(
      'a{padding-block:1px 3px;padding-inline:4px 2px;inset-inline-start:0}',
    );
  });
});
