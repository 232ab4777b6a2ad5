/** Corpora in which a rule finds something, or nothing: as small as they can be. */
import { createHash } from 'node:crypto';

/** An article in a language, with front matter, the annotation pinned to its text. */
export function article(
  slug: string,
  language: string,
  text: string,
  annotation = '',
  front = '',
): Record<string, string> {
  const digest = createHash('sha256').update(text).digest('hex');
  return {
    [`articles/${slug}.md`]: `---\nlanguage: ${language}\n${front}---\n\n${text}\n`,
    [`articles/${slug}.yaml`]: `digest: sha256:${digest}\n${annotation}`,
  };
}

export const ANN = { 'people/ann-lee.yaml': 'name: Ann Lee\n' };
export const BOB = { 'people/bob-ray.yaml': 'name: Bob Ray\n' };

/** A statement by Ann. */
export function statement(slug: string, content: string, more = ''): string {
  return `  - { statement: ${slug}, kind: INDIRECT, content: ${content}, speakers: [{ agent: ann-lee, evidence: Ann Lee }]${more} }\n`;
}
