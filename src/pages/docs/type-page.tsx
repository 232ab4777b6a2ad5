/** The page of one type: its meaning, its fields or values, its interfaces or possible types, and where it is used. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import { firstSentence } from '../../api/json-schema.ts';
import { WithContents } from '../contents.tsx';
import type { Page } from '../layout.tsx';
import { InputFields, OutputFields, Values } from './members.tsx';
import { Prose } from './prose.tsx';
import { membersOf, type Reference, type Use } from './reference.ts';
import { TypeLink } from './type-reference.tsx';

export function typePage(wide: Reference, type: GraphQLNamedType): Page {
  const reference = within(wide, type);
  const members = membersOf(type);
  const content = (
    <>
      <Members type={type} reference={reference} />
      <Uses uses={reference.usesOf(type.name)} />
    </>
  );
  return {
    title: type.name,
    description: firstSentence(type.description),
    section: '/docs',
    content: (
      <>
        <header class="opening">
          <p class="kicker">
            <a href="/docs">Reference</a> · {kindOf(type)}
          </p>
          <h1>
            <code>{type.name}</code>
          </h1>
          <div class="lead">
            <Prose text={type.description ?? ''} reference={reference} />
          </div>
          <Relations schema={reference.schema} type={type} />
        </header>
        {members.length === 0 ? (
          content
        ) : (
          <WithContents entries={members.map((name) => ({ anchor: name, name }))} isCode>
            {content}
          </WithContents>
        )}
      </>
    ),
  };
}

/** On the page of a type, the name of a field alone means a field of this type. */
function within(reference: Reference, { name }: GraphQLNamedType): Reference {
  return {
    ...reference,
    addressOf: (coordinate) => reference.addressOf(coordinate) ?? reference.addressOf(`${name}.${coordinate}`),
  };
}

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'type';
  if (isInterfaceType(type)) return 'interface';
  if (isUnionType(type)) return 'union';
  if (isEnumType(type)) return 'enum';
  return isScalarType(type) ? 'scalar' : 'input';
}

/** The interfaces that a type implements, the types that it may be, and the specification of a scalar. */
function Relations({ schema, type }: { readonly schema: GraphQLSchema; readonly type: GraphQLNamedType }) {
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const specification = isScalarType(type) ? type.specifiedByURL : null;
  if (interfaces.length + possible.length === 0 && typeof specification !== 'string') return null;
  return (
    <dl class="facts">
      <Names title="Implements" types={interfaces} />
      <Names title="Is one of" types={possible} />
      {typeof specification === 'string' && (
        <div>
          <dt>Specified by</dt>
          <dd>
            <a href={specification}>{specification}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Names({ title, types }: { readonly title: string; readonly types: readonly GraphQLNamedType[] }) {
  if (types.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {types.map(({ name }, at) => (
          <>
            {at > 0 && ', '}
            <code>
              <TypeLink name={name} />
            </code>
          </>
        ))}
      </dd>
    </div>
  );
}

function Members({ type, reference }: { readonly type: GraphQLNamedType; readonly reference: Reference }) {
  if (isObjectType(type) || isInterfaceType(type)) return <OutputFields type={type} reference={reference} />;
  if (isInputObjectType(type)) return <InputFields type={type} reference={reference} />;
  return isEnumType(type) ? <Values type={type} reference={reference} /> : null;
}

function Uses({ uses }: { readonly uses: readonly Use[] }) {
  if (uses.length === 0) return null;
  const list = (
    <ul class="uses">
      {uses.map(({ address, coordinate }) => (
        <li>
          <a href={address}>
            <code>{coordinate}</code>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="used-by">
      <h2 id="used-by">Used by</h2>
      {uses.length <= SHOWN_AT_ONCE ? (
        list
      ) : (
        <details>
          <summary>{uses.length} fields and arguments</summary>
          {list}
        </details>
      )}
    </section>
  );
}

const SHOWN_AT_ONCE = 30;
