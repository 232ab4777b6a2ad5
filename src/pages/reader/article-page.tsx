/** `/articles/:slug`: the text with what it says marked, and beside it who said what and what happened. */
import { ASSETS } from '../asset.ts';
import { slugIn } from '../elsewhere.ts';
import type { Page } from '../layout.tsx';
import { articleData } from '../machine/linked-data.ts';
import { counted, inWords, isWeb } from '../wording.ts';
import type { Article, ArticleAnswer } from './answer.ts';
import { type Block, blocksOf, type Note, type NoteOf, notesOf, type Piece } from './note.ts';
import { Credits, Doubt, Name, Names, VOICES, Voice, When } from './parts.tsx';
import { fatesOf } from './relation.tsx';
import { Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

export const ARTICLE_VIEW: View<ArticleAnswer> = {
  operation: 'article-page',
  hasLinkedData: true,
  variables: slugIn,
  read: ({ article }, reading) => (article === null ? null : articlePage(article, reading)),
};

function articlePage(article: Article, reading: Reading): Page {
  const { headline, url, excerpt, language } = article;
  const notes = notesOf(article);
  const [title, body] = splitTitle(blocksOf(article.segments, notes), headline);
  return {
    title: headline,
    description: excerpt,
    section: null,
    address: url,
    origin: reading.origin,
    kind: 'article',
    styles: ASSETS.lights,
    linkedData: articleData(article, notes, reading.origin),
    content: (
      <article class="reading">
        <header class="opening">
          <h1 lang={language} dir="auto">
            {title === null ? headline : <Pieces of={title} />}
          </h1>
          <Byline article={article} reading={reading} />
          <Legend />
        </header>
        <div>
          {body.map((block) => (
            <div class="paragraph">
              <p lang={language} dir="auto">
                <Pieces of={block} />
              </p>
              <Notes of={block} all={notes} />
            </div>
          ))}
        </div>
        <Rest article={article} />
        <Named article={article} />
        <Sources reading={reading} />
      </article>
    ),
  };
}

/** If the text begins with the headline, that becomes the heading, and its notes stand beside the next paragraph. */
function splitTitle(
  blocks: readonly Block[],
  headline: string,
): readonly [title: Block | null, body: readonly Block[]] {
  const [title, first, ...rest] = blocks;
  const text = title?.pieces.map((piece) => piece.text).join('');
  if (title === undefined || first === undefined || text?.trim() !== headline) return [null, blocks];
  return [title, [{ ...first, notes: [...title.notes, ...first.notes] }, ...rest]];
}

function Byline({ article, reading }: { readonly article: Article; readonly reading: Reading }) {
  const { bylines, publisher, agency, published, originalUrl, wordCount, language } = article;
  return (
    <p class="byline">
      <Credits
        of={[
          ...bylines.map(({ words, person }) =>
            person === null ? (
              <bdi lang={language}>{words}</bdi>
            ) : (
              <a href={person.url} lang={language}>
                <bdi>{words}</bdi>
              </a>
            ),
          ),
          publisher && <Name of={publisher} />,
          agency && (
            <>
              From <Name of={agency.organization} />
            </>
          ),
          published && <When date={published} />,
          counted(wordCount, 'word', reading.language),
          originalUrl !== null && isWeb(originalUrl) && (
            <a href={originalUrl} rel="external">
              the original
            </a>
          ),
        ]}
      />
    </p>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label="How the text is marked">
      {(['ARTICLE', 'SPEAKER', 'CARRIED_OVER'] as const).map((voice) => (
        <li>
          <Voice voice={voice} />
        </li>
      ))}
    </ul>
  );
}

function Pieces({ of: { pieces } }: { readonly of: Block }) {
  return (
    <>
      {pieces.map((piece) => (
        <>
          <Marked piece={piece} depth={0} />
          {piece.ending.map(({ number }) => (
            <a class="ref" href={`#n${number}`} aria-label={`note ${number}`}>
              {number}
            </a>
          ))}
        </>
      ))}
    </>
  );
}

/** One element inside another for each note, so that each has its own line under the words. */
function Marked({ piece, depth }: { readonly piece: Piece; readonly depth: number }) {
  const note = piece.notes[depth];
  if (note === undefined) return <>{piece.text}</>;
  return (
    <span
      class={`${note.kind} ${lineOf(note)}`}
      data-n={note.number}
      id={piece.beginning.includes(note) ? `w${note.number}` : undefined}
    >
      <Marked piece={piece} depth={depth + 1} />
    </span>
  );
}

/** Somebody's words are attributed, even if the article reports in its own voice that they were said. */
function lineOf({ kind, as: { voice } }: Note): string {
  return VOICES[kind === 'said' && voice === 'ARTICLE' ? 'SPEAKER' : voice].class;
}

function Notes({ of: { notes }, all }: { readonly of: Block; readonly all: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <ol class="notes">
      {notes.map((note) => (
        <li id={`n${note.number}`} value={note.number} data-n={note.number} class={lineOf(note)}>
          <a class="ref" href={`#w${note.number}`} aria-label={`the words of note ${note.number}`}>
            {note.number}
          </a>{' '}
          {note.kind === 'event' ? <EventNote note={note} all={all} /> : <SaidNote note={note} />}
        </li>
      ))}
    </ol>
  );
}

/** An event, and in whose voice it is reported. */
function EventNote({ note: { of, as }, all }: { readonly note: NoteOf<'event'>; readonly all: readonly Note[] }) {
  const { voice, attributedTo, date } = as;
  const source = all.find((note): note is NoteOf<'said'> => note.kind === 'said' && note.of.url === attributedTo?.url);
  return (
    <>
      <Name of={of} /> <Doubt of={as} />
      <Credits
        of={[
          attributedTo === null ? (
            VOICES[voice].says
          ) : (
            <>
              <a href={attributedTo.url}>{VOICES[voice].says}</a>
              {voice === 'SPEAKER' && source && (
                <>
                  {' '}
                  to <Names of={source.as.speakers.map(({ agent }) => agent)} />
                </>
              )}
            </>
          ),
          date && <When date={date} />,
        ]}
      />
    </>
  );
}

/** Who says something, to whom, and in what kind of words. */
function SaidNote({ note: { of, as } }: { readonly note: NoteOf<'said'> }) {
  const { kind, voice, speakers, addressees, attributedTo } = as;
  return (
    <>
      <Names of={speakers.map(({ agent }) => agent)} />
      {addressees.length > 0 && (
        <>
          {' '}
          to <Names of={addressees.map(({ agent }) => agent)} />
        </>
      )}{' '}
      <Doubt of={as} />
      <Credits
        of={[
          <a href={of.url}>{inWords(kind)}</a>,
          voice === 'CARRIED_OVER' && VOICES.CARRIED_OVER.says,
          voice === 'SPEAKER' && attributedTo && <a href={attributedTo.url}>inside another statement</a>,
          ...fatesOf(of),
        ]}
      />
    </>
  );
}

/** What an unusually long article has beyond what is listed. */
function Rest({ article: { statements, events } }: { readonly article: Article }) {
  const left = statements.totalCount - statements.nodes.length + events.totalCount - events.nodes.length;
  return left > 0 ? <p class="note">{left} more of its statements and events are not marked here.</p> : null;
}

function Named({ article }: { readonly article: Article }) {
  const lists = [
    ['People', article.people.nodes],
    ['Organizations', article.organizations.nodes],
    ['Places', article.places.nodes],
  ] as const;
  return (
    <dl class="facts named">
      {lists.map(
        ([title, things]) =>
          things.length > 0 && (
            <div>
              <dt>{title}</dt>
              <dd>
                <Names of={things} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
