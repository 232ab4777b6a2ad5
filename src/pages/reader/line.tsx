/** A statement or an event in a list of them. */
import type { AccountLine, EventLine, StatementLine } from './answer.ts';
import { Credits, Name, Names, Published, VOICES, When } from './parts.tsx';

export function StatementLineOf({ statement }: { readonly statement: StatementLine }) {
  const { url, text, speakers = [], date, published, quotes } = statement;
  const article = quotes.nodes[0]?.article;
  return (
    <>
      <a class="quote" href={url} lang={article?.language}>
        <bdi>{text}</bdi>
      </a>
      <Credits
        of={[
          speakers.length > 0 && <Names of={speakers.map(({ agent }) => agent)} />,
          date ? <When date={date} /> : published && <Published on={published} />,
          article && (
            <a href={article.url} lang={article.language}>
              <bdi>{article.headline}</bdi>
            </a>
          ),
        ]}
      />
    </>
  );
}

export function EventLineOf({ event }: { readonly event: EventLine }) {
  // Denials first, so that none is among those left out.
  const sorted = event.accounts.toSorted((a, b) => Number(b.polarity === 'DENIED') - Number(a.polarity === 'DENIED'));
  const accounts = new Map(sorted.map((account) => [whoSays(account), account]));
  return (
    <>
      <Name of={event} />
      <Credits
        of={[
          event.date && <When date={event.date} />,
          ...[...accounts].slice(0, MOST_ACCOUNTS).map(([who, { voice, attributedTo }]) => (
            <span class={`voice ${VOICES[voice].class}`}>
              {attributedTo === null ? (
                <bdi>{who}</bdi>
              ) : (
                <a href={attributedTo.url}>
                  <bdi>{who}</bdi>
                </a>
              )}
            </span>
          )),
        ]}
      />
    </>
  );
}

/** The event's own page has all. */
const MOST_ACCOUNTS = 4;

/** "The Courier", "Hugo Cask denies it". */
function whoSays({ voice, polarity, certainty, speakers, article }: AccountLine): string {
  const names = speakers.map(({ agent }) => agent.name).join(', ');
  const who = voice === 'ARTICLE' || names === '' ? (article.publisher?.name ?? 'an article') : names;
  if (polarity === 'DENIED') return `${who} denies it`;
  const doubt = certainty === 'PROBABLE' || certainty === 'POSSIBLE' ? `, ${certainty.toLowerCase()}` : '';
  return `${who}${voice === 'CARRIED_OVER' ? ', carried over' : ''}${doubt}`;
}
