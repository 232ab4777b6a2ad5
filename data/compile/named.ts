/** People, organizations, groups and places: what their files say, and what the articles say about them. */
import type { Corpus, Dossier, Kinship, LifeDate, Place, Position, Slug } from '../model.ts';
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
  const sorted = [...authored].sort((a, b) => compareSlugs(a.slug, b.slug));
  const dossiers = sorted.map(({ slug }) => deriveDossier(slug, mentions.get(slug) ?? [], facts.get(slug) ?? []));
  const bySlug = new Map(dossiers.map((dossier) => [dossier.of, dossier]));
  const describe = ({ slug, value }: AuthoredEntity) => ({
    slug,
    name: value.name,
    otherNames: value.otherNames ?? [],
    sameAs: value.sameAs ?? [],
    mentionCount: mentions.get(slug)?.length ?? 0,
    firstMentions: (mentions.get(slug) ?? []).slice(0, FIRST_MENTIONS),
  });

  const named: Named = {
    Person: sorted.flatMap((entity) =>
      entity.type === 'Person'
        ? [{ type: entity.type, ...describe(entity), ...deriveLife(bySlug.get(entity.slug)?.lifeDates ?? []) }]
        : [],
    ),
    Organization: sorted.flatMap((entity) =>
      entity.type === 'Organization' ? [{ type: entity.type, ...describe(entity) }] : [],
    ),
    Group: sorted.flatMap((entity) => (entity.type === 'Group' ? [{ type: entity.type, ...describe(entity) }] : [])),
    Place: sorted.flatMap((entity) => {
      if (entity.type !== 'Place') return [];
      const { kind, containedIn = null } = entity.value;
      return [{ type: entity.type, ...describe(entity), kind, containedIn }];
    }),
  };
  return { named, dossiers };
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
