/** `/paths?from=&to=`: how two people, organizations or groups are connected, and in which words the articles say so. */
import { words } from '../../../data/fold.ts';
import {
  type Certainty,
  OWN_VOICE,
  type StatementKind,
  VOICES as VOICE_NAMES,
  type Voice as VoiceName,
} from '../../../data/model.ts';
import { isSlug } from '../../../data/slug.ts';
import type { Variables } from '../../api/variables.ts';
import type { Page } from '../layout.tsx';
import { counted, inWords } from '../wording.ts';
import type { Day, Linked, Passage, Publication } from './answer.ts';
import { givenOf, givenText } from './given.ts';
import { Credits, Doubt, Name, Section, VOICES, Voice, When, Words } from './parts.tsx';
import { Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

/** The answer to `src/operations/paths-page.graphql`. */
interface PathsAnswer {
  readonly from?: Known | null;
  readonly to?: Known | null;
  readonly likeFrom: readonly Like[];
  readonly likeTo: readonly Like[];
  readonly paths?: { readonly isComplete: boolean; readonly nodes: readonly { readonly hops: readonly Hop[] }[] };
}

interface Known extends Linked {
  readonly __typename: string;
  readonly slug: string;
}

interface Like {
  /** The name that matches. */
  readonly name: string;
  readonly node: Known;
}

interface Hop {
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

const ENDS = ['from', 'to'] as const;
type End = (typeof ENDS)[number];

export const PATHS_VIEW: View<PathsAnswer> = {
  operation: 'paths-page',
  variables: (exchange) => askedIn(new URL(exchange.req.url).searchParams),
  elsewhere: byName,
  read: pathsPage,
};

/** The variables of the operation: what may be a slug is looked up as one, and everything as a name as well. */
function askedIn(parameters: URLSearchParams): Variables {
  const [from, to] = ENDS.map((end) => givenText(parameters, end));
  return { ...endOf('from', 'isFrom', from ?? ''), ...endOf('to', 'isTo', to ?? ''), voices: voicesIn(parameters) };
}

function endOf(end: End, isEnd: string, text: string): Variables {
  const name = { [`${end}Name`]: isSlug(text) ? text.replaceAll('-', ' ') : text };
  return isSlug(text) ? { [end]: text, ...name } : { [isEnd]: false, ...name };
}

function voicesIn(parameters: URLSearchParams): readonly VoiceName[] {
  return givenOf(parameters, 'voice', VOICE_NAMES) ?? OWN_VOICE;
}

/** Where the same is asked by slug, if a name is that of one thing alone. */
function byName(answer: PathsAnswer, { parameters }: Reading): string | null {
  const found = ENDS.map((end) => exactly(answer, end, givenText(parameters, end)));
  return found.every((slug) => slug === null) ? null : addressOf(parameters, { from: found[0], to: found[1] });
}

function exactly(answer: PathsAnswer, end: End, text: string): string | null {
  if (answer[end]) return null;
  const exact = likeOf(answer, end).filter(({ name, node }) => isSame(name, text) || isSame(node.name, text));
  return exact.length === 1 ? (exact[0]?.node.slug ?? null) : null;
}

function likeOf({ likeFrom, likeTo }: PathsAnswer, end: End): readonly Like[] {
  return end === 'from' ? likeFrom : likeTo;
}

/** Whether two names have the same words, whatever their case and accents; a slug has those of its name. */
function isSame(name: string, text: string): boolean {
  const [one, other] = [name, text].map((each) =>
    words(each)
      .map(({ folded }) => folded)
      .join(' '),
  );
  return one === other;
}

function addressOf(parameters: URLSearchParams, ends: { readonly [E in End]?: string | null | undefined }): string {
  const next = new URLSearchParams(parameters);
  for (const end of ENDS) next.set(end, ends[end] ?? givenText(parameters, end));
  return `/paths?${next}`;
}

function pathsPage(answer: PathsAnswer, reading: Reading): Page {
  const { from, to, paths } = answer;
  const { parameters, language } = reading;
  const title = from && to ? `${from.name} and ${to.name}` : 'Connections';
  const description = 'How two people, organizations or groups are connected by what the articles say about them.';
  return {
    title: from && to ? `Connections: ${title}` : title,
    description,
    section: '/paths',
    address: '/paths',
    origin: reading.origin,
    content: (
      <article class="paths">
        <header class="opening">
          {from && to ? (
            <>
              <p class="kicker">Connections</p>
              <h1>
                <bdi>{from.name}</bdi> and <bdi>{to.name}</bdi>
              </h1>
            </>
          ) : (
            <>
              <h1>Connections</h1>
              <p>{description}</p>
            </>
          )}
        </header>
        <EndsForm answer={answer} parameters={parameters} />
        {ENDS.map((end) => (
          <Offers answer={answer} end={end} parameters={parameters} />
        ))}
        {from && to && paths && <Found from={from} to={to} paths={paths} parameters={parameters} language={language} />}
        <Sources reading={reading} />
      </article>
    ),
  };
}

function EndsForm({ answer, parameters }: { readonly answer: PathsAnswer; readonly parameters: URLSearchParams }) {
  const voices = voicesIn(parameters);
  return (
    <form class="fields" action="/paths">
      {ENDS.map((end) => (
        <label class="wide">
          {inWords(end)}
          <input
            name={end}
            value={answer[end]?.name ?? givenText(parameters, end)}
            required
            dir="auto"
            autocomplete="off"
          />
        </label>
      ))}
      <fieldset>
        <legend>Count what is</legend>
        {VOICE_NAMES.map((voice) => (
          <label>
            <input type="checkbox" name="voice" value={voice} checked={voices.includes(voice)} /> {VOICES[voice].says}
          </label>
        ))}
      </fieldset>
      <button type="submit">Show</button>
    </form>
  );
}

/** Who may be meant by a name that is nobody's alone. */
function Offers(props: { readonly answer: PathsAnswer; readonly end: End; readonly parameters: URLSearchParams }) {
  const { answer, end, parameters } = props;
  const text = givenText(parameters, end);
  if (text === '' || answer[end]) return null;
  const like = likeOf(answer, end);
  return (
    <Section id={end} title={`${inWords(end)}: ${like.length === 0 ? 'nobody' : 'who is meant?'}`}>
      {like.length === 0 ? (
        <p>
          The articles name nobody “<bdi>{text}</bdi>”.{' '}
          <a href={`/search?${new URLSearchParams({ q: text })}`}>Search</a> for the words.
        </p>
      ) : (
        <ul class="lines">
          {like.map(({ name, node }) => (
            <li>
              <a href={addressOf(parameters, { [end]: node.slug })}>
                <bdi>{node.name}</bdi>
              </a>
              <Credits of={[node.__typename, name !== node.name && <bdi>{name}</bdi>]} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface FoundProps {
  readonly from: Known;
  readonly to: Known;
  readonly paths: NonNullable<PathsAnswer['paths']>;
  readonly parameters: URLSearchParams;
  readonly language: string;
}

function Found({ from, to, paths, parameters, language }: FoundProps) {
  if (from.slug === to.slug) return <p class="lead">Both are the same. Give two that differ.</p>;
  const everyVoice = new URLSearchParams({ from: from.slug, to: to.slug });
  for (const voice of VOICE_NAMES) everyVoice.append('voice', voice);
  return (
    <>
      {paths.nodes.length === 0 && (
        <p class="lead">
          Nothing connects them in four steps or fewer, of what is ticked.
          {voicesIn(parameters).length < VOICE_NAMES.length && (
            <>
              {' '}
              <a href={`/paths?${everyVoice}`}>Count every voice</a>
            </>
          )}
        </p>
      )}
      {!paths.isComplete && (
        <div class="notice">
          <p>The search was cut off: there are too many links. There may be more connections, even shorter ones.</p>
        </div>
      )}
      {paths.nodes.map(({ hops }, at) => (
        <Section id={`path-${at + 1}`} title={`Path ${at + 1}: ${counted(hops.length, 'step', language)}`}>
          <ol class="chain">
            <li class="end">
              <Name of={from} />
            </li>
            {hops.map((hop) => (
              <>
                <li class="hop">
                  <HopOf hop={hop} language={language} />
                </li>
                <li class="end">
                  <Name of={hop.to} />
                </li>
              </>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}

function HopOf({ hop, language }: { readonly hop: Hop; readonly language: string }) {
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
