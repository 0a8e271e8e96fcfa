/** What the checks need to know of one page of documentation. */
export type Page = {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
  /** Anchors of the headings, as GitHub and GitLab make them. */
  readonly anchors: readonly string[];
  readonly headings: readonly Heading[];
  readonly links: readonly Piece[];
  /** Lines of code blocks and the insides of inline code. */
  readonly code: readonly Piece[];
};

export type Piece = { readonly text: string; readonly line: number };
export type Heading = Piece & { readonly depth: number };

export function readMarkdown(path: string, text: string): Page {
  const headings: Heading[] = [];
  const links: Piece[] = [];
  const code: Piece[] = [];
  let fence: string | undefined;
  for (const [index, source] of text.split('\n').entries()) {
    const line = index + 1;
    const mark = /^\s*(```+|~~~+)/.exec(source)?.[1];
    if (mark !== undefined && (fence === undefined || source.trim() === fence))
      fence = fence === undefined ? mark : undefined;
    else if (fence !== undefined) code.push({ text: source, line });
    else {
      const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(source);
      if (heading) headings.push({ text: plain(heading[2] ?? ''), line, depth: heading[1]?.length ?? 0 });
      for (const [, inner = ''] of source.matchAll(/`([^`]+)`/g)) code.push({ text: inner, line });
      const prose = source.replaceAll(/`[^`]*`/g, '``');
      for (const target of listTargets(prose)) links.push({ text: target, line });
    }
  }
  return { path, text, headings, anchors: listAnchors(headings), links, code };
}

function listTargets(prose: string): readonly string[] {
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const defined = [...prose.matchAll(/^\s*\[[^\]]+\]:\s*<?([^\s>]+)>?/g)];
  const html = [...prose.matchAll(/<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g)];
  return [...inline, ...defined, ...html].map(([, target = '']) => target);
}

function listAnchors(headings: readonly Heading[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map(({ text }) => {
    const slug = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

function plain(markup: string): string {
  return markup.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
}
