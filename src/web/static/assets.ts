import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { broken } from '#kernel';
import { withoutBranding } from './govuk-css.ts';

/** A file that every page may need. Its path names its content, so it may be kept for ever. */
export interface StaticAsset {
  readonly path: string;
  readonly body: string;
  readonly type: string;
  readonly etag: string;
}

export type AssetName = 'govuk.css' | 'kith.css' | 'govuk.js' | 'kith.js' | 'passkey.js' | 'kith.svg';

let made: ReadonlyMap<AssetName, StaticAsset> | undefined;

/** Every asset, made once: the styles and scripts of govuk-frontend without its branding, and our own. */
export function staticAssets(): readonly StaticAsset[] {
  return [...all().values()];
}

/** Where an asset is served: `/assets/kith.3f2a90c1d4.css`. */
export function assetPath(name: AssetName): string {
  const asset = all().get(name);
  if (!asset) throw broken('web/asset', name);
  return asset.path;
}

function all(): ReadonlyMap<AssetName, StaticAsset> {
  made ??= make();
  return made;
}

function make(): ReadonlyMap<AssetName, StaticAsset> {
  const frontend = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist/govuk');
  const theirs = (file: string): string => readFileSync(join(frontend, file), 'utf8');
  const ours = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
  const script = 'text/javascript; charset=utf-8';
  const style = 'text/css; charset=utf-8';
  const govukScript = asset(
    'govuk.js',
    theirs('govuk-frontend.min.js').replace(/\/\/# sourceMappingURL=.*/, ''),
    script,
  );
  const enhance = ours('./kith.js').replace("'./govuk.js'", `'${govukScript.path}'`);
  return new Map<AssetName, StaticAsset>([
    ['govuk.css', asset('govuk.css', withoutBranding(theirs('govuk-frontend.min.css')), style)],
    ['kith.css', asset('kith.css', `${ours('./kith.css')}\n${ours('./charts.css')}`, style)],
    ['govuk.js', govukScript],
    ['kith.js', asset('kith.js', enhance, script)],
    ['passkey.js', asset('passkey.js', ours('./passkey.js'), script)],
    ['kith.svg', asset('kith.svg', ours('./kith.svg'), 'image/svg+xml')],
  ]);
}

function asset(name: AssetName, body: string, type: string): StaticAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { path: `/assets/${name.replace('.', `.${hash}.`)}`, body, type, etag: `"${hash}"` };
}
