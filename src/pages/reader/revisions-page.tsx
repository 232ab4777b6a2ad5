/** `/articles/:slug/revisions`: each text that an article has had, and what its publisher added and removed. */

import { slugIn } from '../elsewhere.ts';
import type { Page } from '../layout.tsx';
import { counted } from '../wording.ts';
import { ArticleLine, Credits, Section, When } from './parts.tsx';
import { Why } from './removal.tsx';
import type { RevisedArticle, RevisionsAnswer, TextChange } from './revisions-answer.ts';
import { Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

export const REVISIONS_VIEW: View<RevisionsAnswer> = {
  operation: 'revisions-page',
  variables: slugIn,
  read: ({ article }, reading) => (article === null ? null : revisionsPage(article, reading)),
};

function revisionsPage(article: RevisedArticle, reading: Reading): Page {
  const { headline, url, revisions } = article;
  return {
    title: `Changes: ${headline}`,
    description: `${counted(revisions.length, 'text')} of the article, with what each added and removed.`,
    section: null,
    address: `${url}/revisions`,
    origin: reading.origin,
    kind: 'article',
    content: (
      <article class="revisions">
        <header class="opening">
          <p class="kicker">Changes</p>
          <h1>
            <bdi>{headline}</bdi>
          </h1>
          <p>
            <ArticleLine article={article} />
          </p>
        </header>
        {revisions.map((revision) => (
          <Section id={`revision-${revision.number}`} title={titleOf(revision.number, revisions.length)}>
            <p>
              <Credits
                of={[
                  revision.date && <When date={revision.date} />,
                  counted(revision.wordCount, 'word', reading.language),
                ]}
              />
            </p>
            <Why of={revision} article={article} />
            <Difference changes={revision.changes} language={article.language} />
          </Section>
        ))}
        <Sources reading={reading} />
      </article>
    ),
  };
}

function titleOf(number: number, count: number): string {
  return number === count ? `Text ${number}, the present one` : number === 1 ? 'Text 1, the first' : `Text ${number}`;
}

/** The paragraphs that changed. A paragraph that did not is a row of dots, and so are several of them. */
function Difference({ changes, language }: { readonly changes: readonly TextChange[]; readonly language: string }) {
  const paragraphs = paragraphsOf(changes);
  return (
    <div class="difference" lang={language}>
      {paragraphs.map((parts, at) => {
        if (hasChanged(parts)) {
          return (
            <p dir="auto">
              {parts.map((part) => (
                <Part of={part} />
              ))}
            </p>
          );
        }
        const before = paragraphs[at - 1];
        return before !== undefined && !hasChanged(before) ? null : <p class="note">…</p>;
      })}
    </div>
  );
}

function hasChanged(parts: readonly TextChange[]): boolean {
  return parts.some(({ kind }) => kind !== 'KEPT');
}

function Part({ of: { kind, text } }: { readonly of: TextChange }) {
  if (kind === 'REMOVED') return <del>{text}</del>;
  return kind === 'ADDED' ? <ins>{text}</ins> : <>{text}</>;
}

/** Exported for its test. A line break ends a paragraph, in whichever of the two texts it stands. */
export function paragraphsOf(changes: readonly TextChange[]): TextChange[][] {
  const paragraphs: TextChange[][] = [[]];
  for (const { kind, text } of changes) {
    for (const [index, line] of text.split(/\n+/).entries()) {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ kind, text: line });
    }
  }
  return paragraphs.filter((parts) => parts.length > 0);
}
