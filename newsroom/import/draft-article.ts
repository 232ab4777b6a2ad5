/** From an article found outside to its files as an unconfirmed draft. */

import { type Anchors, digestOf, frontMatter, readEdtf } from '../../data/compile/index.ts';
import type { Author } from '../author.ts';
import { ENTITY_FOLDERS } from '../corpus-path.ts';
import { isLater } from '../day.ts';
import { filled, type Plain, printYaml } from '../print-yaml.ts';
import { quoteSpan } from '../quote-span.ts';
import type { FoundArticle, FoundEvent, FoundQuotation, FoundSpan, FoundThing } from './found.ts';
import { articleSlug, findKnown, type Known, newSlug, remember } from './known.ts';
import { placesOf } from './name-place.ts';
import { quotationKind, withoutMarks } from './quotation-marks.ts';

/** The files by their paths in the corpus, and a line about each thing that they cannot hold. */
export interface DraftArticle {
  readonly files: ReadonlyMap<string, string>;
  readonly left: readonly string[];
}

/** The work on one article; each thing that it names gets its slug once. */
interface Desk {
  readonly found: FoundArticle;
  readonly known: Known;
  readonly files: Map<string, string>;
  readonly left: string[];
}

/** @throws Refusal if the article's slug is taken. */
export function draftArticle(
  found: FoundArticle,
  known: Known,
  asked: string | undefined,
  entered: string,
): DraftArticle {
  const headline = found.text.split('\n', 1)[0] ?? '';
  const slug = articleSlug(known, headline, asked);
  const desk: Desk = { found, known, files: new Map(), left: [...found.left] };
  desk.files.set(`articles/${slug}.md`, `---\n${printFront(desk, entered)}---\n\n${found.text}\n`);
  desk.files.set(`articles/${slug}.yaml`, printAnnotation(desk));
  return { files: desk.files, left: desk.left };
}

/** @param entered the day on which the corpus gets the article. */
function printFront(desk: Desk, entered: string): string {
  const { found } = desk;
  const url = found.url === null ? undefined : found.url;
  const isLink = frontMatter.shape.url.safeParse(url).success;
  if (!isLink) desk.left.push(`an address that is not a web link: ${url}`);
  const publisher =
    found.publisher === null
      ? undefined
      : slugFor({ type: 'Organization', name: found.publisher, otherNames: [], spans: [] }, desk);
  const published = publishedOn(desk);
  return printYaml({
    language: languageOf(desk),
    bylines: filled(found.authors.flatMap((author) => printByline(author, desk))),
    publisher,
    published: published === null ? undefined : { edtf: published, draft: found.rule },
    url: isLink ? url : undefined,
    entered: isLater(entered, published) ? entered : undefined,
    draft: found.rule,
  });
}

function languageOf({ found, left }: Desk): string {
  try {
    const [language] = found.language === null ? [] : Intl.getCanonicalLocales(found.language.trim());
    if (language !== undefined) return language;
  } catch {
    left.push(`a language that is not a BCP 47 tag: “${found.language}”`);
    return 'und';
  }
  left.push('the language, which the file does not give; the draft has "language: und"');
  return 'und';
}

function printByline({ name, type }: Author, desk: Desk): Plain[] {
  const { text, rule } = desk.found;
  // The last place: a byline is above or below the text, and a mention in between may be about the author.
  const place = placesOf(name, text).at(-1);
  if (place === undefined) {
    desk.left.push(`an author that the text does not name: “${name}”`);
    return [];
  }
  const person = type === 'Person' ? slugFor({ type, name, otherNames: [], spans: [place] }, desk) : undefined;
  return [{ words: quoteSpan(text, place.start, place.end), person, draft: rule }];
}

function publishedOn({ found, left }: Desk): string | null {
  const given = found.published?.trim();
  if (given === undefined) return null;
  for (const edtf of [given, wholeTime(given), given.slice(0, 10)]) {
    if (!('code' in readEdtf(edtf))) return edtf;
  }
  left.push(`an invalid date of publication: “${given}”`);
  return null;
}

/** As EDTF writes a time: with seconds, without fractions of them, and with a colon in its distance from UTC. */
function wholeTime(text: string): string {
  return text
    .replace(/(T\d\d:\d\d:\d\d)\.\d+/, '$1')
    .replace(/(T\d\d:\d\d)(?=Z|[+-]|$)/, '$1:00')
    .replace(/(T.*[+-]\d\d)(\d\d)$/, '$1:$2');
}

function printAnnotation(desk: Desk): string {
  const { found } = desk;
  return printYaml({
    digest: digestOf(found.text),
    statements: filled(found.quotations.map((quotation) => printStatement(quotation, desk))),
    events: filled(found.events.map((event) => printEvent(event, desk))),
    mentions: printMentions(desk),
  });
}

function printStatement({ spans, cue, speaker }: FoundQuotation, desk: Desk): Plain {
  const { text, rule } = desk.found;
  const content = spans.flatMap((span) => withoutMarks(span, text));
  const [first] = content;
  const agent = slugFor(speaker.thing, desk);
  const opening = text.slice(first?.start, first?.end).split(/\s+/, 6).join(' ');
  return {
    statement: newSlug(desk.known, `${agent.slice(0, 40)} ${opening}`, 'statement'),
    kind: quotationKind(content, text),
    content: quotes(content, text),
    cue: cue === null ? undefined : quoteSpan(text, cue.start, cue.end),
    speakers: [{ agent, evidence: quoteSpan(text, speaker.span.start, speaker.span.end) }],
    draft: rule,
  };
}

function printEvent({ name, spans, participants, places }: FoundEvent, desk: Desk): Plain {
  const { text, rule } = desk.found;
  return {
    event: newSlug(desk.known, name, 'event'),
    name,
    kind: 'OTHER',
    evidence: quotes(spans, text),
    places: filled([...new Set(places.map((place) => slugFor(place, desk)))]),
    participants: filled(
      participants.map(({ thing, span }) => ({
        agent: slugFor(thing, desk),
        role: 'PARTICIPANT',
        evidence: quoteSpan(text, span.start, span.end),
      })),
    ),
    draft: rule,
  };
}

function printMentions(desk: Desk): { readonly [slug: string]: Plain } | undefined {
  const spans = new Map<string, FoundSpan[]>();
  for (const thing of desk.found.things) {
    const slug = slugFor(thing, desk);
    const known = spans.get(slug) ?? [];
    for (const span of thing.spans) known.push(span);
    spans.set(slug, known);
  }
  if (spans.size === 0) return undefined;
  const { text, rule } = desk.found;
  return Object.fromEntries([...spans].map(([slug, all]) => [slug, { names: names(all, text), draft: rule }]));
}

/** The name alone if all of its places are meant; otherwise an anchor for each place. */
function names(spans: readonly FoundSpan[], text: string): Anchors {
  const byWords = Map.groupBy(distinct(spans), ({ start, end }) => text.slice(start, end));
  const anchors = [...byWords].flatMap(([words, places]) => {
    const all = placesOf(words, text);
    const starts = new Set(places.map(({ start }) => start));
    const isEach = all.length === places.length && all.every(({ start }) => starts.has(start));
    return isEach ? [words] : places.map(({ start, end }) => quoteSpan(text, start, end));
  });
  return anchors.length === 1 && anchors[0] !== undefined ? anchors[0] : anchors;
}

function quotes(spans: readonly FoundSpan[], text: string): Anchors {
  const anchors = distinct(spans).map(({ start, end }) => quoteSpan(text, start, end));
  return anchors.length === 1 && anchors[0] !== undefined ? anchors[0] : anchors;
}

function distinct(spans: readonly FoundSpan[]): FoundSpan[] {
  return [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()];
}

/** The slug of the thing in the corpus, or a new slug, with a file for it. */
function slugFor(thing: FoundThing, { found, known, files }: Desk): string {
  const there = findKnown(known, thing);
  if (there !== null) return there;
  const { type, name } = thing;
  const slug = newSlug(known, name, type.toLowerCase());
  const otherNames = [...new Set(thing.otherNames)].filter((other) => other !== name);
  remember(known, type, slug, [name, ...otherNames]);
  const kind = type === 'Place' ? 'OTHER' : undefined;
  files.set(
    `${ENTITY_FOLDERS[type]}/${slug}.yaml`,
    printYaml({ name, otherNames: filled(otherNames), kind, draft: found.rule }),
  );
  return slug;
}
