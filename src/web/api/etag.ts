import { createHash } from 'node:crypto';

export type Body = {
  readonly content: string | Uint8Array;
  readonly type: string;
  /**
   * True for figures of the area. The same address may give another area’s, or none where a release was withdrawn, so
   * whoever kept them has to ask each time whether they still stand.
   */
  readonly ofArea: boolean;
  readonly fileName?: string;
};

/** An answer with its tag, or 304 where whoever asks has it already (RFC 9110, 13.1.2). */
export function taggedAnswer({ content, type, ofArea, fileName }: Body, ifNoneMatch: string | undefined): Response {
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': ofArea ? 'public, no-cache' : 'public, max-age=300',
  };
  if (matches(ifNoneMatch, etag)) return new Response(null, { status: 304, headers });
  const bytes = Buffer.from(content);
  return new Response(bytes, {
    headers: {
      ...headers,
      'Content-Type': type,
      ...(fileName === undefined ? {} : { 'Content-Disposition': `attachment; filename="${fileName}"` }),
    },
  });
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
