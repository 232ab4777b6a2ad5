// Every argument and input field that takes a slug says which types of things it can name, and is right.
import {
  type ExecutionResult,
  execute,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { AGENT_TYPES, type Entity, type EntityType } from '../../data/model.ts';
import { UNMETERED } from '../../data/store.ts';
import { schema } from '../../schema/index.ts';
import { typesNamedBy } from '../../schema/slug.ts';
import { compileFolder } from '../corpus.ts';
import { openBundled } from '../store/opened.ts';

const CORPORA = [compileFolder('test/corpora/gazette'), compileFolder('data/corpus')].map((corpus) => ({
  store: openBundled(corpus),
  things: Object.values(corpus.entities).flatMap((of: readonly Entity[]) => of.slice(0, 40)),
}));

const INPUTS = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((input) => [`${type}.${input.name}`, input] as const);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.map((input) => [`${type}.${name}(${input.name}:)`, input] as const),
  );
});
const SLUGS = INPUTS.filter(([, { type }]) => getNamedType(type).name === 'Slug');

it.each(SLUGS)('%s says what it names', (coordinate, input) => {
  const types = typesNamedBy(input);
  expect(types).not.toBeNull();
  expect(types!.length === 0).toBe(coordinate === 'Query.retired(slug:)');
});

it('nothing else does', () => {
  const others = INPUTS.filter(([, input]) => getNamedType(input.type).name !== 'Slug');
  expect(others.filter(([, input]) => typesNamedBy(input) !== null).map(([name]) => name)).toEqual([]);
});

/** For each field that takes slugs, a question that finds something by it, or nothing; `*` is the slug. */
const QUESTIONS: Readonly<Record<string, (field: string) => string>> = {
  AffirmedByFilter: (field) => listed('events', `filter: { affirmedBy: { ${field}: [*] } }`),
  AgentFilter: (field) => listed('agents', `filter: { ${field}: [*] }`),
  ArticleFilter: (field) => listed('articles', `filter: { ${field}: [*] }`),
  EventFilter: (field) => listed('events', `filter: { ${field}: [*] }`),
  ParticipantFilter: (field) => listed('events', `filter: { participant: { ${field}: [*] } }`),
  PlaceFilter: (field) => listed('places', `filter: { ${field}: [*] }`),
  PositionFilter: (field) => listed('agents', `filter: { position: { ${field}: [*] } }`),
  SearchFilter: (field) => listed('search', `query: "the", filter: { ${field}: [*] }`),
  StatementFilter: (field) => listed('statements', `filter: { ${field}: [*] }`),
  TimelineFilter: (field) => listed('timeline', `filter: { ${field}: [*] }`),
  'Event.reports': () => `events(first: 100) { nodes { ${listed('reports', 'articles: [*]')} } }`,
  'Statement.quotes': () => `statements(first: 100) { nodes { ${listed('quotes', 'articles: [*]')} } }`,
  'Query.paths': (end) => {
    const other = end === 'from' ? 'to' : 'from';
    return `paths(first: 1, ${end}: *, ${other}: "larkbridge-town-council", voices: [ARTICLE, SPEAKER, CARRIED_OVER]) { nodes { found: __typename } }`;
  },
};

function listed(field: string, args: string): string {
  return `${field}(first: 1, ${args}) { nodes { found: __typename } }`;
}

function questionFor(coordinate: string): string {
  const [, of = '', last = ''] = /^(.*?)[.(](\w+)(?::\))?$/.exec(coordinate) ?? [];
  const ask =
    QUESTIONS[of] ?? ((argument: string) => `${of.replace('Query.', '')}(${argument}: *) { found: __typename }`);
  return `query ($slug: Slug!) { ${ask(last).replace('*', '$slug')} }`;
}

describe('a slug finds something by', () => {
  it.each(SLUGS)('%s only if it is of a type that is said, and by each of them', (coordinate, input) => {
    const document = parse(questionFor(coordinate));
    const found = new Set<EntityType>();
    for (const { store, things } of CORPORA) {
      for (const { type, slug } of things) {
        const contextValue = { store, spending: UNMETERED };
        const { data, errors } = execute({
          schema,
          document,
          variableValues: { slug },
          contextValue,
        }) as ExecutionResult;
        expect(errors).toBeUndefined();
        if (JSON.stringify(data).includes('"found"')) found.add(type);
      }
    }
    const said = typesNamedBy(input) ?? [];
    expect(said).toEqual(expect.arrayContaining([...found]));
    // The corpora need not have a group wherever an agent can be.
    expect(kindsOf(found)).toEqual(kindsOf(said));
  });
});

function kindsOf(types: Iterable<EntityType>): Set<string> {
  return new Set([...types].map((type) => (AGENT_TYPES.some((agent) => agent === type) ? 'Agent' : type)));
}
