/** `/openapi.json` for readers: each plain address with its purpose and its parameters. */
import { type GraphQLSchema, print, type VariableDefinitionNode } from 'graphql';
import type { Operation } from '../api/operation.ts';
import { describeParameters } from '../api/parameters.ts';
import { typeOfVariable } from '../api/variables.ts';
import { titleOf } from './answer-page.tsx';
import { WithContents } from './contents.tsx';
import { Words } from './docs/prose.tsx';
import { TypeReference } from './docs/type-reference.tsx';
import type { Page } from './layout.tsx';

export interface Address {
  readonly operation: Operation;
  /** Whether its answer is also available as CSV. */
  readonly isList: boolean;
}

export function addressesPage(schema: GraphQLSchema, addresses: readonly Address[]): Page {
  return {
    title: 'Plain addresses',
    description: 'Every question that Dateline answers at a plain address, with its parameters.',
    section: '/openapi.json',
    content: (
      <>
        <header class="opening">
          <p class="kicker">For programs without GraphQL</p>
          <h1>Plain addresses</h1>
          <p class="lead">
            Each of these questions has an address. Browsers get a page there, programs get JSON or CSV.
          </p>
          <ul class="links">
            <li>
              <a href="/openapi.json?raw">OpenAPI 3.1, as JSON</a>
            </li>
            <li>
              <a href="/possible-types.json">possible-types.json</a>
            </li>
            <li>
              <a href="/schema.json">schema.json</a>
            </li>
          </ul>
        </header>
        <WithContents entries={addresses.map(entryOf)} isCode={false}>
          {addresses.map(({ operation, isList }) => (
            <section class="member" id={operation.name} aria-labelledby={`${operation.name}-name`}>
              <h2 id={`${operation.name}-name`}>
                <a href={`/api/${operation.name}`}>{titleOf(operation.name)}</a>
              </h2>
              <p>{operation.summary}</p>
              <Parameters schema={schema} operation={operation} />
              <ul class="links">
                <li>
                  <a href={`/api/${operation.name}.json`}>/api/{operation.name}.json</a>
                </li>
                {isList && (
                  <li>
                    <a href={`/api/${operation.name}.csv`}>/api/{operation.name}.csv</a>
                  </li>
                )}
              </ul>
            </section>
          ))}
        </WithContents>
      </>
    ),
  };
}

function entryOf({ operation: { name } }: Address) {
  return { anchor: name, name: titleOf(name) };
}

function Parameters({ schema, operation }: { readonly schema: GraphQLSchema; readonly operation: Operation }) {
  const variables = operation.definition.variableDefinitions ?? [];
  if (variables.length === 0) return null;
  const described = new Map(describeParameters(schema, operation, new Map()).map((one) => [one.name, one.description]));
  return (
    <dl class="arguments">
      {variables.map((definition) => (
        <div>
          <dt>
            <code>{nameOf(definition)}</code> <TypeReference type={typeOfVariable(schema, definition)} />
            {definition.defaultValue && <code class="default"> = {print(definition.defaultValue)}</code>}
          </dt>
          <dd>
            <Words text={String(described.get(nameOf(definition)) ?? '')} reference={UNLINKED} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const UNLINKED = { addressOf: () => null };

function nameOf({ variable }: VariableDefinitionNode): string {
  return variable.name.value;
}
