/** The text of an article in a chunk: its marks are JSON inside JSON, and parsed only when needed. */
import type { ArticleText, Mark } from '../model.ts';

export function printText({ marks, ...rest }: ArticleText): string {
  return JSON.stringify({ ...rest, marks: JSON.stringify(marks) });
}

/** A text as it is stored. */
type StoredText = Omit<ArticleText, 'marks'> & { readonly marks: string };

export function openText({ marks, ...rest }: StoredText): ArticleText {
  let parsed: readonly Mark[] | null = null;
  return {
    ...rest,
    get marks() {
      parsed ??= JSON.parse(marks) as readonly Mark[];
      return parsed;
    },
  };
}
