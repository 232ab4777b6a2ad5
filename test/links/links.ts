// Links in Markdown: each one inside the project leads to a file, and to a heading if it names one.
import { posix } from 'node:path';

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly path: string;
  readonly line: number;
  readonly target: string;
  readonly reason: string;
}

const LINK = /\]\(<?([^()\s<>]+(?:\([^()\s]*\))?)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s+(\S+)|\b(?:href|src)="([^"]+)"/gm;
/** `https:`, `mailto:` and the like. */
const ABSOLUTE = /^[a-z][a-z+.-]*:/i;

/**
 * The links of these pages that lead nowhere. `pages` are texts by their paths from the root; `exists` says whether
 * there is a file or folder at such a path. Links to other hosts are not followed.
 */
export function findBrokenLinks(
  pages: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): readonly BrokenLink[] {
  const anchors = new Map(Array.from(pages, ([path, text]) => [path, anchorsOf(text)]));
  return Array.from(pages).flatMap(([path, text]) =>
    linksOf(text).flatMap(({ line, target }) => {
      const reason = ABSOLUTE.test(target) ? null : reasonAgainst(path, target);
      return reason === null ? [] : [{ path, line, target, reason }];
    }),
  );

  function reasonAgainst(path: string, target: string): string | null {
    const [file = '', anchor] = target.split('#').map(decodeURIComponent);
    const to = file === '' ? path : posix.join(file.startsWith('/') ? '.' : posix.dirname(path), file);
    if (!exists(to)) return `there is no file ${to}`;
    if (anchor === undefined) return null;
    const there = anchors.get(to);
    if (there === undefined) return `${to} is no page with headings`;
    return there.has(anchor) ? null : `${to} has no heading for #${anchor}`;
  }
}

function linksOf(text: string): readonly { readonly line: number; readonly target: string }[] {
  return withoutCode(text)
    .split('\n')
    .flatMap((content, index) =>
      Array.from(content.matchAll(LINK), ([, inline, reference, attribute]) => ({
        line: index + 1,
        target: inline ?? reference ?? attribute ?? '',
      })),
    );
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutFences(text).matchAll(/^#{1,6} +(.*?)[ #]*$/gm)) {
    const plain = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-');
    let free = anchor;
    for (let count = 1; anchors.has(free); count++) free = `${anchor}-${count}`;
    anchors.add(free);
  }
  return anchors;
}

function withoutCode(text: string): string {
  return withoutFences(text).replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
}

/** The lines stay, so that they can be counted. */
function withoutFences(text: string): string {
  return text.replace(/^ *(```+|~~~+)[^\n]*\n[\s\S]*?^ *\1 *$/gm, (block) => block.replace(/[^\n]/g, ''));
}
