/** The two ends of a connection: what an address gives for each, slug or name, and who may be meant by a name. */
import { words } from '../../../data/fold.ts';
import { OWN_VOICE, VOICES as VOICE_NAMES, type Voice as VoiceName } from '../../../data/model.ts';
import { isSlug } from '../../../data/slug.ts';
import type { Variables } from '../../api/variables.ts';
import { inWords } from '../wording.ts';
import type { Linked } from './answer.ts';
import { givenOf, givenText } from './page-parameters.ts';
import { Credits, Section, VOICES } from './parts.tsx';
import type { Reading } from './view.ts';

/** The part of the answer that is about the ends. */
export interface EndsAnswer {
  readonly from?: Known | null;
  readonly to?: Known | null;
  readonly likeFrom: readonly Like[];
  readonly likeTo: readonly Like[];
}

/** Somebody at an end. */
export interface Known extends Linked {
  readonly __typename: string;
  readonly slug: string;
}

interface Like {
  /** The name that matches. */
  readonly name: string;
  readonly node: Known;
}

/** Both ends, as the parameters of the address. */
export const ENDS = ['from', 'to'] as const;
type End = (typeof ENDS)[number];

/** The variables of the operation: what may be a slug is looked up as one, and everything as a name as well. */
export function askedIn(parameters: URLSearchParams): Variables {
  const [from, to] = ENDS.map((end) => givenText(parameters, end));
  return {
    ...endOf('from', 'fromIsSlug', from ?? ''),
    ...endOf('to', 'toIsSlug', to ?? ''),
    voices: voicesIn(parameters),
  };
}

function endOf(end: End, isSlugName: string, text: string): Variables {
  const name = { [`${end}Name`]: isSlug(text) ? text.replaceAll('-', ' ') : text };
  return isSlug(text) ? { [end]: text, ...name } : { [isSlugName]: false, ...name };
}

/** The voices that count: the articles' own, if none is ticked. */
export function voicesIn(parameters: URLSearchParams): readonly VoiceName[] {
  return givenOf(parameters, 'voice', VOICE_NAMES) ?? OWN_VOICE;
}

/** Where the same is asked by slug, if a name is that of one thing alone. */
export function byName(answer: EndsAnswer, { parameters }: Reading): string | null {
  const found = ENDS.map((end) => exactly(answer, end, givenText(parameters, end)));
  return found.every((slug) => slug === null) ? null : addressOf(parameters, { from: found[0], to: found[1] });
}

function exactly(answer: EndsAnswer, end: End, text: string): string | null {
  if (answer[end]) return null;
  const exact = likeOf(answer, end).filter(({ name, node }) => isSame(name, text) || isSame(node.name, text));
  return exact.length === 1 ? (exact[0]?.node.slug ?? null) : null;
}

function likeOf({ likeFrom, likeTo }: EndsAnswer, end: End): readonly Like[] {
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

/** The form for both ends and the voices that count. */
export function EndsForm({
  answer,
  parameters,
}: {
  readonly answer: EndsAnswer;
  readonly parameters: URLSearchParams;
}) {
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
        <legend>Whose words count</legend>
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
export function Offers(props: {
  readonly answer: EndsAnswer;
  readonly end: End;
  readonly parameters: URLSearchParams;
}) {
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
