/** People, organizations, groups and places: what their files say, and what the articles say about them. */
import type { Corpus, Dossier, Entities, Kinship, LifeDate, NamedType, Place, Position, Slug } from '../model.ts';
import { agreeOnLifeDate, type LiesIn } from './agree.ts';
import type { AssertedArticle } from './annotated-article.ts';
import type { AuthoredEntity } from './check.ts';
import type { Fact } from './fact.ts';
import { gatherMentions } from './mention.ts';
import { compareSlugs } from './span.ts';

/** As many as a search shows. */
const FIRST_MENTIONS = 3;

type Named = Pick<Corpus['entities'], 'Person' | 'Organization' | 'Group' | 'Place'>;

/**
 * All things that have a name and a file, and what the articles say about them, ordered by slug. The articles must be
 * ordered by slug too.
 */
export function deriveNamed(
  authored: readonly AuthoredEntity[],
  articles: readonly AssertedArticle[],
): { readonly named: Named; readonly dossiers: readonly Dossier[] } {
  const mentions = gatherMentions(articles);
  const facts = Map.groupBy(
    articles.flatMap((article) => article.facts),
    ({ person }) => person,
  );
  const things = [...authored]
    .sort((a, b) => compareSlugs(a.slug, b.slug))
    .map((entity) => deriveThing(entity, mentions.get(entity.slug) ?? [], facts.get(entity.slug) ?? []));
  const all = things.map(({ thing }) => thing);
  const named: Named = {
    Person: all.filter((thing) => thing.type === 'Person'),
    Organization: all.filter((thing) => thing.type === 'Organization'),
    Group: all.filter((thing) => thing.type === 'Group'),
    Place: all.filter((thing) => thing.type === 'Place'),
  };
  return { named, dossiers: things.map(({ dossier }) => dossier) };
}

/** One such thing, from its file, the places where the texts name it, and the facts about it. */
export function deriveThing(
  entity: AuthoredEntity,
  mentions: Dossier['mentions'],
  facts: readonly Fact[],
): { readonly thing: Entities[NamedType]; readonly dossier: Dossier } {
  const { slug, value } = entity;
  const dossier = deriveDossier(slug, mentions, facts);
  const described = {
    slug,
    name: value.name,
    otherNames: value.otherNames ?? [],
    sameAs: value.sameAs ?? [],
    mentionCount: mentions.length,
    firstMentions: mentions.slice(0, FIRST_MENTIONS),
  };
  switch (entity.type) {
    case 'Person':
      return { thing: { type: 'Person', ...described, ...deriveLife(dossier.lifeDates) }, dossier };
    case 'Place': {
      const { kind, containedIn = null } = entity.value;
      return { thing: { type: 'Place', ...described, kind, containedIn }, dossier };
    }
    default:
      return { thing: { type: entity.type, ...described }, dossier };
  }
}

/** Returns a test of whether one place lies in another, which follows `containedIn`. Linking refuses circles. */
export function openContainment(places: readonly Place[]): LiesIn {
  const containers = new Map(places.map(({ slug, containedIn }) => [slug, containedIn]));
  return (place, container) => {
    let at: Slug | null = place;
    while (at !== null && at !== container) at = containers.get(at) ?? null;
    return at !== null;
  };
}

function deriveDossier(of: Slug, mentions: Dossier['mentions'], facts: readonly Fact[]): Dossier {
  return {
    of,
    mentions,
    positions: facts.filter((fact): fact is Position => fact.type === 'Position'),
    relatives: facts.filter((fact): fact is Kinship => fact.type === 'Kinship'),
    lifeDates: facts.filter((fact): fact is LifeDate => fact.type === 'LifeDate'),
  };
}

function deriveLife(lifeDates: readonly LifeDate[]) {
  return {
    birthDate: agreeOnLifeDate(lifeDates.filter(({ kind }) => kind === 'BIRTH')),
    deathDate: agreeOnLifeDate(lifeDates.filter(({ kind }) => kind === 'DEATH')),
  };
}
