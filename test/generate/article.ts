/** An article: the order of its sentences, and its two files. */
import { createHash } from 'node:crypto';
import type { Annotation } from '../../data/compile/authored.ts';
import type { FrontMatter } from '../../data/compile/authored-file.ts';
import { printYaml } from '../../newsroom/print-yaml.ts';
import { type Day, printDay } from './date.ts';
import { openDraft, openQuotes } from './draft.ts';
import { drawCertainty, inventEvent, retellEvent } from './event.ts';
import { writeFact } from './fact.ts';
import type { Language } from './language.ts';
import { type Memory, recall } from './memory.ts';
import { type Random, shuffle } from './random.ts';
import { type Scene, writeClause, writeName } from './scene.ts';
import { toSlug } from './spelling.ts';
import { writeDenial, writeEcho, writeNested, writeStatement } from './statement.ts';
import type { Agent, Place } from './stock.ts';

/** What an article is to be. */
export interface Commission {
  readonly number: number;
  readonly language: Language;
  readonly words: number;
  readonly published: Day;
  readonly cast: readonly Agent[];
  readonly places: readonly Place[];
  readonly paper: Agent;
  /** Null where nobody signs it. */
  readonly author: Agent | null;
}

export interface WrittenArticle {
  readonly slug: string;
  /** The file of the text, with its front matter. */
  readonly text: string;
  readonly annotation: string;
  readonly statements: number;
  readonly events: number;
}

/** Writes the article and remembers what it tells. */
export function writeArticle(commission: Commission, memory: Memory, random: Random): WrittenArticle {
  const { number, language, paper, published, author } = commission;
  const draft = openDraft(language);
  const scene: Scene = {
    ...commission,
    random,
    draft,
    memory,
    statements: [],
    events: [],
    facts: [],
    mentions: new Map(),
    lastSpeaker: null,
  };
  const slug = `${writeHeadline(scene)}-a${number}`;
  writeBody(scene, commission.words);
  const byline = writeByline(scene, author);

  const text = draft.text();
  const quote = openQuotes(text);
  const statements = scene.statements.map((later) => later(quote));
  const events = scene.events.map((later) => later(quote));
  const frontMatter: FrontMatter = {
    language: language.tag,
    bylines: [{ words: quote(byline), person: author?.slug }],
    publisher: paper.slug,
    published: random.chance(0.95) ? { edtf: printPublished(published, random) } : undefined,
    url: `https://generated.example/${slug}`,
  };
  const annotation: Annotation = {
    digest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    statements,
    events,
    facts: scene.facts.map((later) => later(quote)),
    mentions: Object.fromEntries(
      [...scene.mentions].map(([thing, spans]) => [
        thing,
        [...new Set(spans.map(({ start, end }) => text.slice(start, end)))],
      ]),
    ),
  };
  return {
    slug,
    text: `---\n${printYaml(frontMatter)}---\n\n${text}\n`,
    annotation: printYaml(annotation),
    statements: statements.filter(({ of }) => of === undefined).length,
    events: events.filter(({ of }) => of === undefined).length,
  };
}

/** Writes the headline; the words of the slug. */
function writeHeadline(scene: Scene): string {
  const { draft, random, number } = scene;
  if (number % 29 === 5) draft.write(`${random.pick(EMOJI)} `);
  draft.capitalize();
  const subject = random.chance(0.5) ? random.pick(scene.cast) : random.pick(scene.places);
  const { end } = random.chance(0.4)
    ? writeClause(scene, random.between(4, 8), [() => void writeName(scene, subject)])
    : writeClause(scene, random.between(4, 9));
  const headline = draft.text().slice(0, end);
  draft.write('\n\n');
  // Letters other than Latin ones have no place in a slug.
  return toSlug(headline).slice(0, 60).replace(/-$/, '') || 'article';
}

const EMOJI = ['🏮', '👩‍🚒', '🎺', '🗳️', '𝄞', '🚢'];

/** How many words of an article there are to each statement and to each event. */
const WORDS_A_STATEMENT = 46;
const WORDS_AN_EVENT = 128;
/** What a sentence of each kind comes to on average, to know how many others fill the rest. */
const WORDS_OF = { statement: 24, event: 24, other: 17 };

function writeBody(scene: Scene, words: number): void {
  const { random, draft, language } = scene;
  const statements = roundByChance(words / WORDS_A_STATEMENT, random);
  const events = Math.max(1, roundByChance(words / WORDS_AN_EVENT, random));
  const others = Math.max(
    0,
    Math.round((words - statements * WORDS_OF.statement - events * 0.7 * WORDS_OF.event) / WORDS_OF.other),
  );
  const writers = shuffle(
    [
      ...planStatements(scene, statements, Math.round(events * 0.45)),
      ...times(events - 1 - Math.round(events * 0.45), () => writeEvent(scene)),
      ...times(roundByChance(events * 0.2, random), () => writeRetold(scene)),
      ...times(roundByChance(words / 600, random), () => writeFact(scene)),
      ...times(others, () => writeOther(scene)),
    ],
    random,
  );
  let left = random.between(1, 2);
  for (const [index, write] of [() => writeEvent(scene), ...writers].entries()) {
    if (index > 0) draft.write(left === 0 ? '\n\n' : language.space);
    left = left === 0 ? random.between(1, 4) : left - 1;
    write();
  }
}

/** Some of them with events in them, nested, denied, or told before. */
function planStatements(scene: Scene, count: number, events: number): (() => void)[] {
  const { random } = scene;
  const nested = Math.min(roundByChance(count * 0.03, random), Math.floor(count / 4));
  const echoes = roundByChance(count * 0.06, random);
  const denials = roundByChance(count * 0.04, random);
  const plain = count - 2 * nested - echoes - denials - events;
  return [
    ...times(nested, () => writeNested(scene)),
    ...times(echoes, () => writeEcho(scene)),
    ...times(denials, () => writeDenial(scene)),
    ...times(events, () => void writeStatement(scene, inventEvent(scene))),
    ...times(plain, () => void writeStatement(scene, null)),
  ];
}

function times(count: number, write: () => void): (() => void)[] {
  return Array.from({ length: Math.max(0, count) }, () => write);
}

/** A sentence in which the article itself reports an event; after a statement, whose voice it is stays uncertain. */
function writeEvent(scene: Scene): void {
  const { random, draft, language, lastSpeaker } = scene;
  const carries = lastSpeaker !== null && random.chance(0.3) ? writeStatement(scene, null) : null;
  if (carries !== null) draft.write(language.space);
  const event = inventEvent(scene);
  draft.capitalize();
  const span = writeClause(scene, random.between(12, 22), event.details);
  draft.write(language.stop);
  const attribution = carries === null ? {} : { attributedTo: carries, voice: 'CARRIED_OVER' as const };
  event.finish([span], { ...attribution, certainty: drawCertainty(random) });
}

function writeRetold(scene: Scene): void {
  const { random, draft, language, memory } = scene;
  const known = recall(memory.events, random);
  if (known === null) {
    writeOther(scene);
    return;
  }
  const event = retellEvent(scene, known);
  draft.capitalize();
  const span = writeClause(scene, random.between(10, 18), event.details);
  draft.write(language.stop);
  event.finish([span], random.chance(0.05) ? { polarity: 'DENIED' } : {});
}

/** A sentence of which the annotation has at most the names. */
function writeOther(scene: Scene): void {
  const { random, draft, language, cast, places, number } = scene;
  draft.capitalize();
  const details = random.chance(0.3)
    ? [() => void writeName(scene, random.chance(0.5) ? random.pick(cast) : random.pick(places))]
    : [];
  writeClause(scene, random.between(8, 24), details);
  if (number % 29 === 5 && random.chance(0.3)) draft.word(random.pick(EMOJI));
  draft.write(language.stop);
}

function writeByline(scene: Scene, author: Agent | null) {
  const { draft } = scene;
  draft.write('\n\n');
  const start = draft.write('Generated text').start;
  if (author !== null) {
    draft.write(', ');
    writeName(scene, author);
  }
  return { start, end: draft.length() };
}

function printPublished(published: Day, random: Random): string {
  const day = printDay(published);
  if (random.chance(0.1))
    return `${day}T${String(random.between(5, 22)).padStart(2, '0')}:${random.pick(['00', '15', '30'])}:00`;
  return random.chance(0.05) ? day.slice(0, 7) : day;
}

/** Up or down, so that the average stays. */
function roundByChance(number: number, random: Random): number {
  return Math.floor(number + random.unit());
}
