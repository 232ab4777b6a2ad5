// One quote in two papers, filed as two statements, is seen as one.
import { expect, test } from 'vitest';
import { ask } from '../harness.ts';

test('two papers have one quote, one of them shorter and in reported speech', async () => {
  const { statement } = await ask(
    `{ statement(slug: "brand-mill-will-probably-stay-shut") {
      text
      echoes { slug text speakers { agent { slug } } quotes { nodes { article { slug } } } echoes { slug } }
    } }`,
    {},
    'gazette',
  );
  expect(statement).toEqual({
    text: 'The mill will probably stay shut until the summer',
    echoes: [
      {
        slug: 'brand-probably-shut-until-the-summer',
        text: 'the mill would “probably stay shut until the summer”',
        speakers: [{ agent: { slug: 'isolde-brand' } }],
        quotes: { nodes: [{ article: { slug: 'council-shuts-harrow-mill' } }] },
        echoes: [{ slug: 'brand-mill-will-probably-stay-shut' }],
      },
    ],
  });
});

test('a statement is no echo of the one that it stands inside', async () => {
  const { statement } = await ask(
    '{ statement(slug: "wren-turned-the-key-himself") { attributedTo { proposition } proposition echoes { slug } } }',
    {},
    'gazette',
  );
  expect(statement.attributedTo.text).toContain(statement.text);
  expect(statement.echoes).toEqual([]);
});
