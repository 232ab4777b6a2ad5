/** Facts about people: a sentence for each, and what the annotation says of it. */
import { KINSHIP_KINDS } from '../../data/model.ts';
import { type Day, dayOf, printDay, type WordedDate, wordDate, wordSince, wordYear } from './date.ts';
import type { Span } from './draft.ts';
import type { Template } from './language.ts';
import { type Scene, writeName } from './scene.ts';
import { organizationOf, titleOf } from './speaker.ts';
import type { Agent } from './stock.ts';
import { type Filled, fill, type Slots } from './template.ts';

/** A sentence with a fact about somebody of the cast; nothing where there are no people in it. */
export function writeFact(scene: Scene): void {
  const { cast, random } = scene;
  const people = cast.filter(({ type }) => type === 'Person');
  if (people.length === 0) return;
  const person = random.pick(people);
  const relatives = people.filter((other) => other !== person);
  const form = random.unit();
  if (form < 0.4) writeBirth(scene, person);
  else if (form < 0.5) writeDeath(scene, person);
  else if (form < 0.7 || relatives.length === 0) writeTenure(scene, person);
  else writeKinship(scene, person, random.pick(relatives));
}

/** The same in every article, but that a few have another year. */
function writeBirth(scene: Scene, person: Agent): void {
  const { random, language, published } = scene;
  const year = 1930 + ((person.number * 37) % 71) + (random.chance(0.05) ? 1 : 0);
  const day = dayOf(year, 1 + (person.number % 12), 1 + (person.number % 28));
  const date = random.chance(0.5) ? wordYear(year, language) : wordDate(day, published, language, random);
  writeLifeDate(scene, person, 'birth', date);
}

function writeDeath(scene: Scene, person: Agent): void {
  const { random, language, published } = scene;
  const day: Day = published - random.between(1, 300);
  writeLifeDate(scene, person, 'death', wordDate(day, published, language, random));
}

function writeLifeDate(
  scene: Scene,
  person: Agent,
  kind: 'birth' | 'death',
  { edtf, words, inferred }: WordedDate,
): void {
  const { whole, spans } = writeSentence(scene, scene.language[kind], {
    name: () => void writeName(scene, person),
    date: () => void scene.draft.word(words),
  });
  scene.facts.push((quote) => ({
    person: person.slug,
    [kind]: { edtf, words: quote(spans.date ?? whole), inferred },
    evidence: quote(whole),
  }));
}

function writeTenure(scene: Scene, person: Agent): void {
  const { language, published, random, draft } = scene;
  const title = titleOf(person, language.titles);
  const { edtf, words } = wordSince(Number(printDay(published).slice(0, 4)) - random.between(1, 15), language);
  const { whole, spans } = writeSentence(scene, language.tenure, {
    name: () => void writeName(scene, person),
    title: () => void draft.word(title),
    date: () => void draft.word(words),
  });
  const organization = organizationOf(person, scene)?.slug;
  scene.facts.push((quote) => ({
    person: person.slug,
    position: { title, organization, since: { edtf, words: quote(spans.date ?? whole) } },
    evidence: quote(whole),
  }));
}

function writeKinship(scene: Scene, person: Agent, relative: Agent): void {
  const { language } = scene;
  const kind = KINSHIP_KINDS[(person.number + relative.number) % KINSHIP_KINDS.length] ?? 'OTHER';
  const { whole } = writeSentence(scene, language.kinship, {
    name: () => void writeName(scene, person),
    relative: () => void writeName(scene, relative),
    kin: () => void scene.draft.word(language.kin[kind]),
  });
  scene.facts.push((quote) => ({
    person: person.slug,
    kinship: { kind, relative: relative.slug },
    evidence: quote(whole),
  }));
}

/** The span is without the full stop. */
function writeSentence(
  { draft, language }: Scene,
  template: Template,
  slots: Slots,
): Filled & { readonly whole: Span } {
  draft.capitalize();
  const filled = fill(template, slots, draft);
  draft.write(language.stop);
  return filled;
}
