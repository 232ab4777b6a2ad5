/** One step of a connection: what links two agents, in whose voice, and in which words. */
import type { Certainty, StatementKind, Voice as VoiceName } from '../../../data/model.ts';
import { counted, inWords } from '../wording.ts';
import type { Day, Linked, Passage, Publication } from './answer.ts';
import { Credits, Doubt, Name, Voice, When, Words } from './parts.tsx';

/** A step, as `src/operations/paths-page.graphql` asks for it. */
export interface Hop {
  readonly to: Linked & { readonly __typename: string };
  readonly voice: VoiceName;
  readonly certainty: Certainty;
  readonly linkCount: number;
  readonly via: Via;
  readonly attributedTo: { readonly url: string; readonly speakers: readonly { readonly agent: Linked }[] } | null;
  readonly evidence: readonly (Passage & { readonly article: Publication })[];
}

type Via =
  | ({ readonly __typename: 'Event'; readonly date: Day | null } & Linked)
  | {
      readonly __typename: 'Statement';
      readonly text: string;
      readonly url: string;
      readonly kind: StatementKind;
      readonly published: Day | null;
    }
  | { readonly __typename: 'Position'; readonly title: string; readonly tenure: string }
  | { readonly __typename: 'Kinship'; readonly kinship: string };

/** What a step goes through, with its words and where they stand. */
export function HopOf({ hop, language }: { readonly hop: Hop; readonly language: string }) {
  const { voice, certainty, linkCount, via, attributedTo, evidence } = hop;
  const article = evidence[0]?.article;
  return (
    <>
      <p class="fact">
        <ViaOf via={via} language={article?.language} /> <Doubt of={{ certainty, polarity: 'AFFIRMED' }} />
      </p>
      {evidence.map((passage) => (
        <Words of={passage} language={passage.article.language} />
      ))}
      <Credits
        of={[
          <Voice voice={voice} by={attributedTo?.speakers.map(({ agent }) => agent) ?? []} />,
          attributedTo && <a href={attributedTo.url}>the statement</a>,
          article && (
            <a href={article.url} lang={article.language}>
              <bdi>{article.headline}</bdi>
            </a>
          ),
          linkCount > 1 && `the best of ${counted(linkCount, 'link', language)}`,
        ]}
      />
    </>
  );
}

function ViaOf({ via, language }: { readonly via: Via; readonly language: string | undefined }) {
  switch (via.__typename) {
    case 'Event':
      return (
        <>
          <span class="kicker">Both took part</span> <Name of={via} />
          {via.date && (
            <>
              , <When date={via.date} />
            </>
          )}
        </>
      );
    case 'Statement':
      return (
        <>
          <span class="kicker">{inWords(via.kind)}</span>{' '}
          <a class="quote" href={via.url} lang={language}>
            <bdi>{via.text}</bdi>
          </a>
          {via.published && (
            <>
              , published <When date={via.published} />
            </>
          )}
        </>
      );
    case 'Position':
      return (
        <>
          <span class="kicker">Position</span> <bdi lang={language}>{via.title}</bdi>
          {via.tenure !== 'CURRENT' && ` (${via.tenure.toLowerCase()})`}
        </>
      );
    case 'Kinship':
      return (
        <>
          <span class="kicker">Kinship</span> {inWords(via.kinship).toLowerCase()}
        </>
      );
  }
}
