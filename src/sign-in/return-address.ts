/**
 * Where someone goes on to after signing in: a path of this site, or its first page. Whatever could lead elsewhere is
 * not followed (`//evil.example`, `/\evil.example`, `https:…`, a sign that browsers leave out).
 */
export function returnWithin(asked: string | undefined): string {
  if (asked === undefined || asked.length > 2000 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked)) return '/';
  const here = 'http://kith.invalid';
  const url = URL.canParse(asked, here) ? new URL(asked, here) : undefined;
  if (!url || url.origin !== here || url.pathname.startsWith('//')) return '/';
  // Signing in or out again is nowhere to go on to.
  return /^\/sign-(in|out)(\/|$)/.test(url.pathname) ? '/' : `${url.pathname}${url.search}`;
}
