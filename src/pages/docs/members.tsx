/** The members of a type: fields with their arguments, fields of inputs, values of enums. Each name is an anchor. */
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  print,
} from 'graphql';
import type { Child } from 'hono/jsx';
import { Prose, Words } from './prose.tsx';
import type { Reference } from './reference.ts';
import { TypeReference } from './type-reference.tsx';

/** The arguments of every paged list. */
const PAGING = ['first', 'after', 'last', 'before'];

export function OutputFields({
  type,
  reference,
}: {
  readonly type: GraphQLObjectType | GraphQLInterfaceType;
  readonly reference: Reference;
}) {
  return (
    <MemberList title="Fields">
      {Object.values(type.getFields()).map((field) => (
        <Member name={field.name} type={<TypeReference type={field.type} />} deprecation={field.deprecationReason}>
          <Prose text={field.description ?? ''} reference={reference} />
          <Arguments field={field} reference={reference} />
        </Member>
      ))}
    </MemberList>
  );
}

export function InputFields({
  type,
  reference,
}: {
  readonly type: GraphQLInputObjectType;
  readonly reference: Reference;
}) {
  return (
    <MemberList title="Fields" note={type.isOneOf ? 'Give exactly one of them.' : undefined}>
      {Object.values(type.getFields()).map((field) => (
        <Member
          name={field.name}
          type={
            <>
              <TypeReference type={field.type} />
              <Default of={field} />
            </>
          }
          deprecation={field.deprecationReason}
        >
          <Prose text={field.description ?? ''} reference={reference} />
        </Member>
      ))}
    </MemberList>
  );
}

export function Values({ type, reference }: { readonly type: GraphQLEnumType; readonly reference: Reference }) {
  return (
    <MemberList title="Values">
      {type.getValues().map(({ name, description, deprecationReason }) => (
        <Member name={name} deprecation={deprecationReason}>
          <Prose text={description ?? ''} reference={reference} />
        </Member>
      ))}
    </MemberList>
  );
}

function MemberList({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: Child;
}) {
  return (
    <section aria-labelledby="all-members">
      <h2 id="all-members">{title}</h2>
      {note !== undefined && <p class="note">{note}</p>}
      {children}
    </section>
  );
}

function Member({
  name,
  type,
  deprecation,
  children,
}: {
  readonly name: string;
  readonly type?: Child;
  readonly deprecation?: string | null | undefined;
  readonly children: Child;
}) {
  return (
    <section class="member" id={name} aria-labelledby={`${name}-name`}>
      <h3 id={`${name}-name`}>
        <a href={`#${name}`}>
          <code>{name}</code>
        </a>
        {type !== undefined && <> {type}</>}
      </h3>
      {typeof deprecation === 'string' && <p class="note">Deprecated: {deprecation}</p>}
      {children}
    </section>
  );
}

/** The arguments of a field; those of paging are folded away. */
function Arguments({
  field,
  reference,
}: {
  readonly field: GraphQLField<unknown, unknown>;
  readonly reference: Reference;
}) {
  const own = field.args.filter(({ name }) => !PAGING.includes(name) || field.args.length < PAGING.length);
  const paging = field.args.filter((argument) => !own.includes(argument));
  return (
    <>
      {own.length > 0 && <ArgumentList args={own} reference={reference} />}
      {paging.length > 0 && (
        <details>
          <summary>Paging: {paging.map(({ name }) => name).join(', ')}</summary>
          <ArgumentList args={paging} reference={reference} />
        </details>
      )}
    </>
  );
}

function ArgumentList({
  args,
  reference,
}: {
  readonly args: readonly GraphQLArgument[];
  readonly reference: Reference;
}) {
  return (
    <dl class="arguments">
      {args.map((argument) => (
        <div>
          <dt>
            <code>{argument.name}</code> <TypeReference type={argument.type} />
            <Default of={argument} />
          </dt>
          <dd>
            <Words text={argument.description ?? ''} reference={reference} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Default({ of: { defaultValue, type } }: { readonly of: GraphQLArgument | GraphQLInputField }) {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return value ? <code class="default"> = {print(value)}</code> : null;
}
