/** One result of the search: a thing of any type, with the passages that have the words. */
import type { Child } from 'hono/jsx';
import type { StatementKind } from '../../../data/model.ts';
import { Marked, type Range } from '../marked.tsx';
import { inWords } from '../wording.ts';
import type { Day, Linked, Publication, StatementLine } from './answer.ts';
import { Credits, Names, When } from './parts.tsx';

/** A result, as `src/operations/search-page.graphql` asks for it. */
export interface Hit {
  readonly node: Thing;
  readonly snippets: readonly {
    readonly text: string;
    readonly matches: readonly Range[];
    readonly evidence: { readonly article: Publication };
  }[];
}

type Thing =
  | ({ readonly __typename: 'Article'; readonly published: Day | null } & Publication)
  | { readonly __typename: 'Event'; readonly title: string; readonly url: string; readonly date: Day | null }
  | ({ readonly __typename: 'Statement' } & Omit<StatementLine, 'quotes'> & { readonly kind: StatementKind })
  | ({ readonly __typename: 'Person' | 'Organization' | 'Group' | 'Place' } & Linked);

/** The thing as a link, and its first passages. */
export function HitOf({ hit: { node, snippets } }: { readonly hit: Hit }) {
  const isStatement = node.__typename === 'Statement';
  return (
    <>
      <p class="kicker">{isStatement ? `Statement · ${inWords(node.kind)}` : node.__typename}</p>
      <h2>
        <a
          class={isStatement ? 'headline quote' : 'headline'}
          href={node.url}
          lang={node.__typename === 'Article' ? node.language : undefined}
        >
          <bdi>{headlineOf(node)}</bdi>
        </a>
      </h2>
      <Credits of={creditsOf(node)} />
      {snippets.slice(0, MOST_SNIPPETS).map(({ text, matches, evidence: { article } }) => (
        <blockquote class="snippet">
          <p lang={article.language} dir="auto">
            <Marked text={text} ranges={matches} />
          </p>
          {node.__typename !== 'Article' && (
            <a class="credits" href={article.url} lang={article.language}>
              <bdi>{article.headline}</bdi>
            </a>
          )}
        </blockquote>
      ))}
    </>
  );
}

const MOST_SNIPPETS = 2;

function headlineOf(node: Thing): string {
  switch (node.__typename) {
    case 'Article':
      return node.headline;
    case 'Event':
      return node.title;
    case 'Statement':
      return node.text;
    default:
      return node.name;
  }
}

function creditsOf(node: Thing): readonly Child[] {
  switch (node.__typename) {
    case 'Article':
      return [node.publisher && <bdi>{node.publisher.name}</bdi>, node.published && <When date={node.published} />];
    case 'Event':
      return [node.date && <When date={node.date} />];
    case 'Statement': {
      const { speakers = [], date, published } = node;
      const day = date ?? published;
      return [speakers.length > 0 && <Names of={speakers.map(({ agent }) => agent)} />, day && <When date={day} />];
    }
    default:
      return [];
  }
}
