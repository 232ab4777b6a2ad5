/** Events: the details that a sentence tells of one, and the account that the annotation gives of it. */

import type { AuthoredEvent, AuthoredFigure } from '../../data/compile/authored.ts';
import { type Certainty, EVENT_KINDS, type Polarity, type Slug } from '../../data/model.ts';
import { type Day, drawDay, wordDate } from './date.ts';
import { quoteAll, type Span } from './draft.ts';
import { ENGLISH } from './english.ts';
import { EVENT_FORMS } from './kinds.ts';
import { type KnownEvent, recall, remember } from './memory.ts';
import { type Random, shuffle } from './random.ts';
import { isNamed, type Later, type Scene, writeFamilyName, writeName } from './scene.ts';
import type { Agent, Place } from './stock.ts';
import { fillWords } from './template.ts';

/** Whose words an account is. */
export interface Attribution {
  readonly attributedTo?: Slug;
  readonly voice?: 'SPEAKER' | 'CARRIED_OVER';
  readonly certainty?: Certainty | undefined;
  readonly polarity?: Polarity;
}

/** An event that a sentence is about to tell of. */
export interface ToldEvent {
  readonly known: KnownEvent;
  /** Each writes one detail at the place where the text is. */
  readonly details: readonly (() => void)[];
  /** Adds the account, once the details are written. */
  readonly finish: (evidence: readonly Span[], attribution: Attribution) => void;
}

/** What the details have turned out to be; the spans come as they are written. */
type Account = Later<Partial<AuthoredEvent>>[];

/** A new event. */
export function inventEvent(scene: Scene): ToldEvent {
  const { random, number, published } = scene;
  const kind = random.pick(EVENT_KINDS);
  const form = EVENT_FORMS[kind];
  const place = random.chance(0.75) ? random.pick(scene.places) : null;
  const participants = pickParticipants(scene, random.between(0, 3));
  const slug = `${form.name.toLowerCase()}-e${number}-${scene.events.length + 1}`;
  const whole = random.chance(0.15) ? recall(scene.memory.events, random) : null;
  const known: KnownEvent = { slug, kind, day: drawDay(published, random), place, participants };
  const introduction = { kind, partOf: whole?.slug };

  const finish: ToldEvent['finish'] = (evidence, attribution) => {
    remember(scene.memory.events, known);
    const name = nameEvent(form.name, known, attribution.attributedTo !== undefined);
    addAccount(scene, { event: slug, name, ...introduction }, account, evidence, attribution);
  };
  const account: Account = [];
  return { known, details: openDetails(scene, known, account), finish };
}

/** An event of an earlier article, told again: mostly the same, sometimes otherwise. */
export function retellEvent(scene: Scene, known: KnownEvent): ToldEvent {
  const { random } = scene;
  const account: Account = [];
  const here: KnownEvent = {
    ...known,
    day: random.chance(0.2) ? known.day + random.between(1, 3) : known.day,
    place: otherPlace(scene, known.place),
    participants: random.chance(0.7) ? known.participants : pickParticipants(scene, 1),
  };
  return {
    known,
    details: openDetails(scene, here, account),
    finish: (evidence, attribution) => addAccount(scene, { of: known.slug }, account, evidence, attribution),
  };
}

/** How sure somebody sounds; mostly nothing tells. */
export function drawCertainty(random: Random): Certainty | undefined {
  return random.chance(0.75) ? undefined : random.pick(['CERTAIN', 'PROBABLE', 'POSSIBLE'] as const);
}

function otherPlace({ random, places }: Scene, place: Place | null): Place | null {
  if (place === null || random.chance(0.65)) return place;
  return random.chance(0.6) ? place.containedIn : random.pick(places);
}

function pickParticipants({ cast, random }: Scene, count: number): Agent[] {
  const picked = new Set(Array.from({ length: count }, () => cast[random.rank(cast.length, 1)]));
  return [...picked].filter((agent) => agent !== undefined);
}

function nameEvent(name: string, { place, participants }: KnownEvent, isAlleged: boolean): string {
  const whole = isAlleged ? `Alleged ${name.toLowerCase()}` : name;
  const [first] = participants;
  const whom = first === undefined ? '' : ` with ${first.nameIn(ENGLISH)}`;
  return `${whole}${whom}${place === null ? '' : ` in ${place.nameIn(ENGLISH)}`}`;
}

function addAccount(
  { events }: Scene,
  introduction: Partial<AuthoredEvent>,
  account: Account,
  evidence: readonly Span[],
  attribution: Attribution,
): void {
  events.push((quote) => ({
    ...introduction,
    ...Object.assign({}, ...account.map((detail) => detail(quote))),
    evidence: quoteAll(evidence, quote),
    ...attribution,
  }));
}

/** In an order of chance, as sentences have them. */
function openDetails(scene: Scene, known: KnownEvent, account: Account): (() => void)[] {
  const { random } = scene;
  const details: (() => void)[] = [];
  if (random.chance(0.85)) details.push(() => writeDate(scene, known.day, account));
  if (known.place !== null) details.push(placeDetail(scene, known.place, account));
  if (known.participants.length > 0) details.push(...participantDetails(scene, known, account));
  if (random.chance(0.2)) details.push(() => writeFigure(scene, known, account));
  if (random.chance(0.1)) details.push(() => writeTime(scene, account));
  return shuffle(details, random);
}

function writeDate({ language, random, draft, published }: Scene, day: Day, account: Account): void {
  const { edtf, words, inferred } = wordDate(day, published, language, random);
  const span = draft.word(words);
  account.push((quote) => ({ date: { edtf, words: quote(span), inferred } }));
}

function placeDetail(scene: Scene, place: Place, account: Account): () => void {
  return () => {
    writeName(scene, place);
    account.push(() => ({ places: [place.slug] }));
  };
}

function participantDetails(scene: Scene, { kind, participants }: KnownEvent, account: Account): (() => void)[] {
  const { roles } = EVENT_FORMS[kind];
  const spans = new Map<Agent, Span>();
  account.push((quote) => ({
    participants: participants.map((agent, index) => {
      const span = spans.get(agent);
      const role = roles[index % roles.length] ?? 'PARTICIPANT';
      return { agent: agent.slug, role, evidence: span === undefined ? undefined : quote(span) };
    }),
  }));
  return participants.map((agent) => () => {
    spans.set(agent, isNamed(scene, agent) ? writeFamilyName(scene, agent) : writeName(scene, agent));
  });
}

function writeFigure({ language, random, draft }: Scene, { kind }: KnownEvent, account: Account): void {
  const { figure } = EVENT_FORMS[kind];
  const value = 1 + Math.floor(random.unit() ** 3 * 400);
  const form = random.unit();
  const number =
    form < 0.7 ? String(value) : fillWords(form < 0.85 ? language.atLeast : language.approximately, { number: value });
  const span = draft.word(fillWords(language.figures[figure], { number }));
  account.push((quote) => {
    const said: Omit<AuthoredFigure, 'kind' | 'words'> =
      form < 0.7 ? { value } : form < 0.85 ? { min: value } : { value, approximate: true };
    return { figures: [{ kind: figure, ...said, words: quote(span) }] };
  });
}

function writeTime({ language, random, draft }: Scene, account: Account): void {
  const clock = `${String(random.between(0, 23)).padStart(2, '0')}:${random.pick(['00', '10', '15', '30', '45'])}`;
  const span = draft.word(fillWords(language.clock, { clock }));
  account.push((quote) => ({ time: { words: quote(span), clock } }));
}
