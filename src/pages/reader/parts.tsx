/** What the pages for readers have in common: names, dates, voices, passages, lists of links. */

import type { Child } from 'hono/jsx';
import { numberIn } from '../locale.ts';
import type { Asserted, Day, Linked, Passage, Publication, Said } from './answer.ts';

/** A name as a link. `bdi` keeps a name of another direction, and what marks its direction, to itself (UAX 9). */
export function Name({ of: { name, url } }: { readonly of: Linked }) {
  return (
    <a href={url}>
      <bdi>{name}</bdi>
    </a>
  );
}

/** Names in a sentence: "A, B and C". */
export function Names({ of: names }: { readonly of: readonly Linked[] }) {
  return <Series items={names.map((one) => <Name of={one} />)} />;
}

/** Items of a sentence: "A, B and C". */
export function Series({ items }: { readonly items: readonly Child[] }) {
  return (
    <>
      {items.map((item, at) => (
        <>
          {at === 0 ? '' : at === items.length - 1 ? ' and ' : ', '}
          {item}
        </>
      ))}
    </>
  );
}

/** What HTML can say exactly (HTML, 3.2.5): a moment, day, month or year, and no date that is vague. */
const EXACT = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A date in the reader's language. */
export function When({ date: { edtf, display } }: { readonly date: Day }) {
  return EXACT.test(edtf) ? <time datetime={edtf}>{display}</time> : <span>{display}</span>;
}

/** When a statement was published, where no article says when it was made. */
export function Published({ on }: { readonly on: Day }) {
  return (
    <>
      published <When date={on} />
    </>
  );
}

/** How each voice is shown: `class` has its line in the text, `says` its words beside it. */
export const VOICES = {
  ARTICLE: { class: 'own', says: 'the article’s own words' },
  SPEAKER: { class: 'given', says: 'attributed' },
  CARRIED_OVER: { class: 'carried', says: 'carried over, without a new attribution' },
} as const;

/** A sample of the line that marks a voice in a text, and its name. */
export function Voice({ voice, by = [] }: { readonly voice: keyof typeof VOICES; readonly by?: readonly Linked[] }) {
  const { class: line, says } = VOICES[voice];
  return (
    <span class={`voice ${line}`}>
      <span class="line" aria-hidden="true">
        abc
      </span>{' '}
      {voice === 'SPEAKER' && by.length > 0 ? (
        <>
          attributed to <Names of={by} />
        </>
      ) : (
        says
      )}
    </span>
  );
}

/** "Denied" and "possibly": the asserter's own doubt. Nothing if there is none. */
export function Doubt({ of: { certainty, polarity } }: { readonly of: Pick<Asserted, 'certainty' | 'polarity'> }) {
  const doubts = [
    ...(polarity === 'DENIED' ? ['denied'] : []),
    ...(certainty === 'PROBABLE' || certainty === 'POSSIBLE' ? [certainty.toLowerCase()] : []),
  ];
  return doubts.length === 0 ? null : <strong class="doubt">{doubts.join(', ')}</strong>;
}

/** The words of some evidence, marked in the text around them. */
export function Words({ of, language }: { readonly of: Passage; readonly language: string }) {
  return (
    <blockquote class="words" lang={language} dir="auto">
      {of.prefix.replace(/^\S*(?=\s)/, '…')}
      <mark>{of.exact}</mark>
      {of.suffix.replace(/\s\S*$/, ' …')}
    </blockquote>
  );
}

/** The headline of an article as a link, with its paper and its day. */
export function ArticleLine({ article }: { readonly article: Publication }) {
  const { headline, url, language, publisher, published } = article;
  return (
    <>
      <a href={url} lang={language}>
        <bdi>{headline}</bdi>
      </a>
      <Credits of={[publisher && <bdi>{publisher.name}</bdi>, published && <When date={published} />]} />
    </>
  );
}

/** Small print under a line, its parts set apart by dots. Null parts are left out. `machine/markdown.ts` reads its class. */
export function Credits({ of: parts }: { readonly of: readonly (Child | null | undefined)[] }) {
  const shown = parts.filter((part) => part !== null && part !== undefined && part !== false);
  if (shown.length === 0) return null;
  return (
    <span class="credits">
      {shown.map((part) => (
        <span>{part}</span>
      ))}
    </span>
  );
}

/** A statement in a list: its words, who says them, and when. */
export function SaidLine({ said }: { readonly said: Said }) {
  return (
    <>
      <a class="quote" href={said.url} lang={said.quotes.nodes[0]?.article.language}>
        <bdi>{said.text}</bdi>
      </a>
      <Credits
        of={[
          said.speakers.length > 0 && <Names of={said.speakers.map(({ agent }) => agent)} />,
          said.published && <Published on={said.published} />,
        ]}
      />
    </>
  );
}

/** A titled part of a page. */
export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly children: Child;
  readonly language?: string | undefined;
}) {
  const { id, title, count, children, language = 'en' } = props;
  return (
    <section aria-labelledby={id}>
      <h2 class="kicker" id={id}>
        {title}
        {count !== undefined && <span class="count"> {numberIn(language, count)}</span>}
      </h2>
      {children}
    </section>
  );
}

/** A titled list; nothing if it is empty. */
export function List(props: {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Child[];
  readonly count?: number;
  readonly language?: string;
  /** Where all are, if there are more than are shown. */
  readonly rest?: string;
}) {
  const { id, title, items, count, language = 'en', rest } = props;
  if (items.length === 0) return null;
  return (
    <Section id={id} title={title} {...(count === undefined ? {} : { count })} language={language}>
      <ul class="lines">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      {count !== undefined && count > items.length && (
        <p class="note">
          {rest === undefined ? (
            `These are ${numberIn(language, items.length)} of ${numberIn(language, count)}.`
          ) : (
            <a href={rest}>All {numberIn(language, count)}</a>
          )}
        </p>
      )}
    </Section>
  );
}

/** A term and what it says; nothing if there is nothing to say. */
export function FactRow({ term, children }: { readonly term: string; readonly children: Child | null }) {
  if (children === null || children === false || children === undefined) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
