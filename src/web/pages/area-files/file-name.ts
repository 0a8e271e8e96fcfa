/** Letters that some system forbids in a file name, that mean a pattern to the engine, or that markup is made of. */
const FORBIDDEN = /[<>:"|?*[\]{}`]/gu;
/** Control characters, and those that make text run backwards or cannot be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
/** File systems hold 255 bytes of a name. */
const LONGEST = 150;

/** A name for a received file that says what its sender called it and can do no harm: no path, nothing unseen, not long. */
export function safeFileName(sent: string): string {
  // Browsers write a quotation mark in a form’s file name as %22, and line ends as %0D and %0A (WHATWG, multipart/form-data).
  const base =
    sent
      .replaceAll(/%22|%0[AD]/gi, '_')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const clean = base.normalize('NFC').replace(UNSEEN, '').replace(FORBIDDEN, '_').trim().replace(/^\.+/, '');
  const ending = /(\.[a-z0-9]{1,8}){1,2}$/i.exec(clean)?.[0] ?? '';
  // By characters, so that none is cut in two.
  let stem = Array.from(clean.slice(0, clean.length - ending.length));
  while (Buffer.byteLength(stem.join('')) + ending.length > LONGEST) stem = stem.slice(0, -1);
  return `${stem.join('').trim() || 'file'}${ending}`;
}
