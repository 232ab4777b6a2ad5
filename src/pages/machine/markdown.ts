/** A page as Markdown (CommonMark), for programs that read text: the content of `main`, without its navigation. */

/** @param html a page that this site wrote, so that it is well formed. */
export function toMarkdown(html: string): string {
  return html;
}
