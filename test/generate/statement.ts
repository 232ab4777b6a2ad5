/** Statements: a sentence that reports one, and what the annotation says of it. */

import type { AuthoredStatement } from '../../data/compile/authored.ts';
import type { Slug, StatementKind } from '../../data/model.ts';
import { drawDay, wordDate } from './date.ts';
import { quoteAll, type Span } from './draft.ts';
import { drawCertainty, retellEvent, type ToldEvent } from './event.ts';
import { STATEMENT_SHARES } from './kinds.ts';
import { type KnownStatement, recall, remember } from './memory.ts';
import type { Random } from './random.ts';
import { type Scene, writeClause, writeName } from './scene.ts';
import { writeSpeaker } from './speaker.ts';
import type { Agent, Named } from './stock.ts';
import { fill } from './template.ts';
import { drawWord } from './words.ts';

type Voiced = AuthoredStatement['speakers'][number];

/** What a sentence is to report. */
interface Plan {
  readonly kind: StatementKind;
  readonly speaker: Agent;
  /** Its name in the annotation: a new slug, or that of a statement told before. */
  readonly slug: Pick<AuthoredStatement, 'statement' | 'of'>;
  readonly event: ToldEvent | null;
  /** Words to be said exactly so. */
  readonly words: string | null;
  readonly denies: KnownStatement | null;
}

/** A sentence with a new statement; its slug. With `event`, that is what it tells of. */
export function writeStatement(scene: Scene, event: ToldEvent | null): Slug {
  const kind = event === null ? drawKind(scene.random) : scene.random.pick(KINDS_WITH_EVENT);
  return writeNew(scene, { kind, speaker: pickSpeaker(scene), event });
}

const KINDS_WITH_EVENT = ['DIRECT_QUOTE', 'INDIRECT', 'INDIRECT', 'ANNOUNCEMENT', 'FINDING'] as const;

/** Somebody denies what an earlier article, or this one, has somebody say. */
export function writeDenial(scene: Scene): void {
  const denied = recall(scene.memory.statements, scene.random);
  const known = denied?.event ?? null;
  const event = known === null ? null : retellEvent(scene, known);
  writeNew(scene, { kind: 'DENIAL', speaker: pickSpeaker(scene), event, denies: denied });
}

/** A quote of an earlier article in the same language: the same statement again, or nearly its words as another one. */
export function writeEcho(scene: Scene): void {
  const { memory, random, language } = scene;
  const quotes = memory.statements.filter(({ tag, isQuote }) => isQuote && tag === language.tag);
  const echoed = recall(quotes, random);
  if (echoed === null) {
    writeStatement(scene, null);
  } else if (random.chance(0.3)) {
    const plan = { kind: 'DIRECT_QUOTE', speaker: echoed.speaker, event: null, denies: null } as const;
    write(scene, { ...plan, slug: { of: echoed.slug }, words: echoed.words });
  } else {
    const words = changeWord(echoed.words, scene);
    writeNew(scene, { kind: 'DIRECT_QUOTE', speaker: echoed.speaker, event: null, words });
  }
}

/** A statement inside a statement: two of them in one sentence. */
export function writeNested(scene: Scene): void {
  const { language, draft } = scene;
  const [outerSpeaker, innerSpeaker] = [pickSpeaker(scene), pickSpeaker(scene)];
  const [outer, inner] = [newSlug(scene, outerSpeaker, 1), newSlug(scene, innerSpeaker, 2)];
  let innerSpeakerSpan: Span | null = null;
  let said = { content: NOWHERE, cue: NOWHERE };
  const writeInner = () => {
    const slots = {
      speaker: () => {
        innerSpeakerSpan = writeSpeaker(scene, innerSpeaker);
      },
      content: () => void writeClause(scene, scene.random.between(8, 16)),
    };
    const { spans } = fill(language.inner, slots, draft);
    said = { content: spans.content ?? NOWHERE, cue: spans.cue ?? NOWHERE };
  };
  const voice = openVoices(scene, outerSpeaker);
  const template = scene.random.pick(language.reporting.INDIRECT);
  const { spans } = fill(template, { ...voice.slots, content: writeInner }, draft);

  scene.statements.push((quote) => ({
    statement: outer,
    kind: 'INDIRECT',
    content: quote(spans.content ?? NOWHERE),
    cue: quote(spans.cue ?? NOWHERE),
    ...voice.finish(quote),
    about: [innerSpeaker.slug],
  }));
  scene.statements.push((quote) => ({
    statement: inner,
    kind: 'INDIRECT',
    content: quote(said.content),
    cue: quote(said.cue),
    speakers: [{ agent: innerSpeaker.slug, evidence: quote(innerSpeakerSpan ?? said.cue) }],
    attributedTo: outer,
  }));
}

const NOWHERE: Span = { start: 0, end: 0 };

function writeNew(scene: Scene, plan: Pick<Plan, 'kind' | 'speaker' | 'event'> & Partial<Plan>): Slug {
  const slug = newSlug(scene, plan.speaker, 1);
  write(scene, { words: null, denies: null, ...plan, slug: { statement: slug } });
  return slug;
}

function write(scene: Scene, { kind, speaker, slug, event, words, denies }: Plan): void {
  const { draft, random, language } = scene;
  const topics: Named[] = [];
  const voice = openVoices(scene, speaker);
  const details = event?.details ?? topicDetails(scene, topics);
  const slots = {
    ...voice.slots,
    content: () => void (words === null ? writeClause(scene, random.between(8, 22), details) : draft.word(words)),
    rest: () => void writeClause(scene, random.between(4, 10)),
    words: () => void writeClause(scene, random.between(2, 5)),
  };
  const date = random.chance(0.12) ? writeDateBefore(scene) : undefined;
  // What was said whole once is not said in two parts now.
  const templates = language.reporting[kind].filter((form) => words === null || !form.includes('{rest}'));
  const { spans } = fill(random.pick(templates), slots, draft);

  const content = [spans.said, spans.content, spans.rest].filter((span) => span !== undefined);
  const name = slug.statement ?? slug.of ?? '';
  const about = new Set([event?.known.slug ?? [], topics.map((topic) => topic.slug)].flat());
  const certainty = drawCertainty(random);
  scene.statements.push((quote) => ({
    ...slug,
    kind,
    content: quoteAll(content, quote),
    cue: spans.cue === undefined ? undefined : quote(spans.cue),
    ...voice.finish(quote),
    date: date?.(quote),
    about: about.size === 0 ? undefined : [...about],
    denies: denies === null ? undefined : [denies.slug],
    certainty,
  }));
  event?.finish(content, {
    attributedTo: name,
    ...(kind === 'DENIAL' ? { polarity: 'DENIED' } : {}),
    certainty: drawCertainty(random),
  });
  if (slug.statement === undefined || kind === 'NO_COMMENT') return;
  const [said] = content;
  const isQuote = kind === 'DIRECT_QUOTE' && content.length === 1 && said !== undefined;
  const quoted = isQuote ? draft.text().slice(said.start, said.end) : '';
  remember(scene.memory.statements, {
    slug: name,
    tag: language.tag,
    words: quoted,
    speaker,
    isQuote,
    event: event?.known ?? null,
  });
}

/** Slots for who speaks to whom, and what the annotation says of both. */
function openVoices(scene: Scene, speaker: Agent) {
  const addressee = scene.random.chance(0.3) ? scene.paper : pickSpeaker(scene);
  const spans: { speaker: Span | null; addressee: Span | null } = { speaker: null, addressee: null };
  const slots = {
    speaker: () => {
      spans.speaker = writeSpeaker(scene, speaker);
    },
    addressee: () => {
      spans.addressee = writeName(scene, addressee);
    },
  };
  const finish = (quote: (span: Span) => Voiced['evidence']): Pick<AuthoredStatement, 'speakers' | 'addressees'> => ({
    speakers: [{ agent: speaker.slug, evidence: quote(spans.speaker ?? NOWHERE) }],
    addressees: spans.addressee === null ? undefined : [{ agent: addressee.slug, evidence: quote(spans.addressee) }],
  });
  return { slots, finish };
}

/** Names within the words said, which the statement is then about. */
function topicDetails(scene: Scene, topics: Named[]): (() => void)[] {
  const { random, cast, places } = scene;
  const named: Named[] = [];
  if (random.chance(0.25)) named.push(random.pick(cast));
  if (random.chance(0.2)) named.push(random.pick(places));
  return named.map((thing) => () => {
    writeName(scene, thing);
    topics.push(thing);
  });
}

function writeDateBefore(scene: Scene) {
  const { draft, language, random, published } = scene;
  const { edtf, words, inferred } = wordDate(drawDay(published, random), published, language, random);
  draft.capitalize();
  const span = draft.word(words);
  draft.write(language.space === '' ? ',' : ', ');
  return (quote: (span: Span) => Voiced['evidence']) => ({ edtf, words: quote(span), inferred });
}

/** The last speaker goes on, or another one begins; the first of the cast have most to say. */
function pickSpeaker({ lastSpeaker, cast, random }: Scene): Agent {
  const other = cast[random.rank(cast.length, 8)];
  if (other === undefined) throw new Error('An article without anybody in it has no speaker.');
  return lastSpeaker !== null && cast.includes(lastSpeaker) && random.chance(0.3) ? lastSpeaker : other;
}

function drawKind(random: Random): StatementKind {
  return random.pick(KINDS);
}

const KINDS = (Object.keys(STATEMENT_SHARES) as StatementKind[]).flatMap((kind) =>
  Array<StatementKind>(STATEMENT_SHARES[kind]).fill(kind),
);

/** By who says it; the numbers make it the only one. */
function newSlug({ number, statements }: Scene, { slug }: Agent, next: number): Slug {
  return `${slug.slice(0, 60).replace(/-$/, '')}-s${number}-${statements.length + next}`;
}

function changeWord(words: string, { language, random }: Scene): string {
  if (language.space === '') return words;
  const all = words.split(' ');
  const changed = random.between(1, Math.max(1, all.length - 2));
  return all.map((word, index) => (index === changed ? drawWord(language.vocabulary, random) : word)).join(' ');
}
