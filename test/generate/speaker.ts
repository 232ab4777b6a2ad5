/** How a text names whom it quotes: with a title, by name, by family name, or by a pronoun. */
import type { Span } from './draft.ts';
import { isNamed, type Scene, writeFamilyName, writeName } from './scene.ts';
import type { Agent } from './stock.ts';
import { fill } from './template.ts';

/** Writes who speaks; the words for it. A title makes a position among the facts. */
export function writeSpeaker(scene: Scene, speaker: Agent): Span {
  const { random, draft, language } = scene;
  const isOfLast = scene.lastSpeaker === speaker;
  scene.lastSpeaker = speaker;
  if (speaker.type !== 'Person') return writeName(scene, speaker);
  if (isOfLast && random.chance(0.5)) return draft.word(pronounOf(speaker, language.pronouns));
  if (!isNamed(scene, speaker) && random.chance(0.6)) return writeTitled(scene, speaker);
  return isNamed(scene, speaker) && random.chance(0.6) ? writeFamilyName(scene, speaker) : writeName(scene, speaker);
}

/** The title of a person, the same in every article. */
export function titleOf({ number }: Agent, titles: readonly string[]): string {
  return titles[number % titles.length] ?? '';
}

/** The organization of a person, the same in every article of about that time; null for some. */
export function organizationOf({ number }: Agent, { cast }: Scene): Agent | null {
  const organizations = cast.filter(({ type }) => type === 'Organization');
  return number % 3 === 0 ? null : (organizations[number % organizations.length] ?? null);
}

function pronounOf({ number }: Agent, pronouns: readonly string[]): string {
  return pronouns[number % pronouns.length] ?? '';
}

function writeTitled(scene: Scene, person: Agent): Span {
  const { draft, language } = scene;
  const organization = organizationOf(person, scene);
  const slots = {
    title: () => void draft.word(titleOf(person, language.titles)),
    name: () => void writeName(scene, person),
    organization: () => void (organization === null ? null : writeName(scene, organization)),
  };
  const { whole, spans } = fill(organization === null ? language.titled : language.position, slots, draft);
  const title = spans.title ?? whole;
  scene.facts.push((quote) => ({
    person: person.slug,
    position: { title: draft.text().slice(title.start, title.end), organization: organization?.slug },
    evidence: quote(whole),
  }));
  return whole;
}
