/** A statement or an event in a list of them. */
import type { AccountLine, EventLine, StatementLine } from './answer.ts';
import { Credits, Name, Names, VOICES, When } from './parts.tsx';

export function StatementLineOf({ statement }: { readonly statement: StatementLine }) {
  const { url, text, speakers = [], date, published, quotes } = statement;
  const article = quotes.nodes[0]?.article;
  const day = date ?? published;
  return (
    <>
      <a class="quote" href={url} lang={article?.language}>
        <bdi>{text}</bdi>
      </a>
      <Credits
        of={[
          speakers.length > 0 && <Names of={speakers.map(({ agent }) => agent)} />,
          day && <When date={day} />,
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
  return (
    <>
      <Name of={event} />
      <Credits
        of={[event.date && <When date={event.date} />, ...event.accounts.slice(0, MOST_ACCOUNTS).map(whoSays)]}
      />
    </>
  );
}

/** The event's own page has all. */
const MOST_ACCOUNTS = 4;

/** "The Courier", "Hugo Cask denies it". */
function whoSays({ voice, polarity, speakers, article, attributedTo }: AccountLine) {
  const names = speakers.map(({ agent }) => agent.name).join(', ');
  const paper = article.publisher?.name ?? 'an article';
  const who = voice === 'ARTICLE' ? paper : names === '' ? `${paper}, ${VOICES[voice].says}` : names;
  const says = polarity === 'DENIED' ? ' denies it' : voice === 'CARRIED_OVER' ? ', carried over' : '';
  return (
    <span class={`voice ${VOICES[voice].class}`}>
      {attributedTo === null ? (
        <bdi>{who}</bdi>
      ) : (
        <a href={attributedTo.url}>
          <bdi>{who}</bdi>
        </a>
      )}
      {says}
    </span>
  );
}
