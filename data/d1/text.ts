/** The text of an article in a row: its marks are JSON inside JSON, and parsed only when needed. */
import type { ArticleText, Mark } from '../model.ts';

export function printText({ marks, ...rest }: ArticleText): string {
  return JSON.stringify({ ...rest, marks: JSON.stringify(marks) });
}

export function parseText(json: string): ArticleText {
  const { marks, ...rest }: Omit<ArticleText, 'marks'> & { readonly marks: string } = JSON.parse(json);
  let parsed: readonly Mark[] | null = null;
  return {
    ...rest,
    get marks() {
      parsed ??= JSON.parse(marks) as readonly Mark[];
      return parsed;
    },
  };
}
