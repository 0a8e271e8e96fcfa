import { broken } from '#kernel';

/** Fonts that come with the reader's machine, or are free: GDS Transport may be used on GOV.UK only. */
const OPEN_FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif';

/** Physical properties and the logical ones that mean the same where the text runs left to right. */
const logical: readonly (readonly [RegExp, string])[] = [
  [/([{;])(margin|padding)-left:/g, '$1$2-inline-start:'],
  [/([{;])(margin|padding)-right:/g, '$1$2-inline-end:'],
  [/([{;])border-left(-color|-width|-style)?:/g, '$1border-inline-start$2:'],
  [/([{;])border-right(-color|-width|-style)?:/g, '$1border-inline-end$2:'],
  [/([{;])left:/g, '$1inset-inline-start:'],
  [/([{;])right:/g, '$1inset-inline-end:'],
  [/([{;])text-align:left/g, '$1text-align:start'],
  [/([{;])text-align:right/g, '$1text-align:end'],
  // Twice, because browsers before 2023 know no logical floats; they keep the physical one.
  [/([{;])float:left/g, '$1float:left;float:inline-start'],
  [/([{;])float:right/g, '$1float:right;float:inline-end'],
  // Four values are top, right, bottom, left; the sheet's are plain lengths here.
  [/([{;])(margin|padding):([^\s;}]+) ([^\s;}]+) ([^\s;}]+) ([^\s;}]+)(?=[;}])/g, '$1$2-block:$3 $5;$2-inline:$6 $4'],
];

/**
 * govuk-frontend's stylesheet for a service that is not on GOV.UK: an open font stack, no crest, nothing to fetch,
 * and sides that follow the direction of the text. Throws where a new version names something we did not expect.
 */
export function withoutBranding(css: string): string {
  const open = css
    .replaceAll(/\/\*!?[\s\S]*?\*\//g, '')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', OPEN_FONTS)
    .replaceAll(/(?:-webkit-)?(?:background-image|mask-image):url\(\/assets\/images\/govuk-crest\.svg\);?/g, '');
  const left = /url\((?!["']?data:)[^)]*\)|GDS Transport/.exec(open)?.[0];
  if (left) throw broken('web/branding-left', `${left} is still in the stylesheet of govuk-frontend`);
  return logical.reduce((text, [physical, replacement]) => text.replaceAll(physical, replacement), open).trim();
}
