/** `/paths?from=&to=`: how two people, organizations or groups are connected, and in which words the articles say so. */
import { VOICES as VOICE_NAMES } from '../../../data/model.ts';
import type { Page } from '../layout.tsx';
import { counted } from '../wording.ts';
import { Name, Section, VOICES } from './parts.tsx';
import { askedIn, byName, ENDS, type EndsAnswer, EndsForm, type Known, Offers, voicesIn } from './paths-ends.tsx';
import { type Hop, HopOf } from './paths-hop.tsx';
import { Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

/** The answer to `src/operations/paths-page.graphql`. */
interface PathsAnswer extends EndsAnswer {
  readonly paths?: { readonly isComplete: boolean; readonly nodes: readonly { readonly hops: readonly Hop[] }[] };
}

/** The connections, at the address that this file begins with. */
export const PATHS_VIEW: View<PathsAnswer> = {
  operation: 'paths-page',
  variables: (exchange) => askedIn(new URL(exchange.req.url).searchParams),
  elsewhere: byName,
  read: pathsPage,
};

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
          Nothing that you ticked connects them in four steps or fewer.
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
                <li class={`hop ${VOICES[hop.voice].class}`}>
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
