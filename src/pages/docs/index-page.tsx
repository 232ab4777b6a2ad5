/** The first page of the reference: the schema's own description, and all its types in groups. */
import { firstSentence } from '../../api/json-schema.ts';
import { WithContents } from '../contents.tsx';
import type { Page } from '../layout.tsx';
import { Prose, Words } from './prose.tsx';
import type { Group, Reference } from './reference.ts';
import { TypeLink } from './type-reference.tsx';

export function indexPage(reference: Reference): Page {
  return {
    title: 'Reference',
    description: 'Every type of Dateline’s schema, described.',
    section: '/docs',
    content: (
      <>
        <header class="opening">
          <p class="kicker">The schema</p>
          <h1>Reference</h1>
        </header>
        <WithContents entries={reference.groups.map(entryOf)} isCode={false}>
          <section class="lesson" aria-labelledby="lesson">
            <h2 id="lesson">A first lesson</h2>
            <Prose text={reference.schema.description ?? ''} reference={reference} />
          </section>
          {reference.groups.map((group) => (
            <GroupOfTypes group={group} reference={reference} />
          ))}
        </WithContents>
      </>
    ),
  };
}

function GroupOfTypes({ group, reference }: { readonly group: Group; readonly reference: Reference }) {
  const id = anchorOf(group.title);
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>{group.title}</h2>
      <p class="note">{group.meaning}</p>
      <dl class="types">
        {group.types.map((type) => (
          <div>
            <dt>
              <TypeLink name={type.name} />
            </dt>
            <dd>
              <Words text={firstSentence(type.description)} reference={reference} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function entryOf({ title, types }: Group) {
  return { anchor: anchorOf(title), name: title, count: types.length };
}

function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
