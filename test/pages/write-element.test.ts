// Elements are written as Hono writes them.
import { raw } from 'hono/html';
import { type Child, Fragment, jsx } from 'hono/jsx';
import { describe, expect, test } from 'vitest';
import { ENTITY_TYPES } from '../../data/model.ts';
import { DEFAULT_ORDERS } from '../../data/order.ts';
import { writeElement } from '../../src/pages/write-element.ts';
import { openFolder } from '../api/operations.ts';
import { readPage } from './read-page.ts';

const Greeting = ({ name, children }: { name: string; children?: Child }) =>
  jsx('p', { title: name }, 'Hello, ', jsx('bdi', {}, name), children);
const Nothing = () => null;

describe('an element is written as Hono writes it', () => {
  test.each<readonly [string, Child]>([
    ['text', jsx('p', {}, `<b>"it's" & more</b>`)],
    ['nothing in it', jsx('p', {})],
    ['children that are nothing', jsx('p', {}, null, undefined, false, true, 0, '')],
    [
      'lists in lists',
      jsx(
        'ul',
        {},
        [1, 2].map((one) => [jsx('li', {}, `${one}`), ' ']),
      ),
    ],
    ['fragments', jsx(Fragment, {}, 'a', jsx(Fragment, {}, jsx('b', {}, 'c')), jsx(Fragment, {}))],
    ['components', jsx(Greeting, { name: '"O’Neil" & co' }, jsx(Nothing, {}), '!')],
    [
      'attributes',
      jsx('a', { href: '/?a=1&b="2"', 'aria-current': undefined, rel: null, tabindex: -1, 'aria-hidden': false }),
    ],
    ['boolean attributes', jsx('input', { required: true, checked: false, disabled: true, value: '' })],
    ['elements without an end', jsx('p', {}, jsx('br', {}), jsx('hr', {}), jsx('img', { alt: '' }), jsx('wbr', {}))],
    ['what is escaped already', jsx('p', {}, raw('<b>&amp;</b>'))],
    [
      'a head',
      jsx('head', {}, jsx('title', {}, 'A & B'), jsx('meta', { charset: 'utf-8' }), jsx('link', { rel: 'icon' })),
    ],
    [
      'a form',
      jsx('form', { action: '/search' }, jsx('input', { name: 'q' }), jsx('button', { type: 'submit' }, 'Go')),
    ],
    [
      'a drawing',
      jsx('svg', { viewBox: '0 0 1 1' }, jsx('title', {}, '<'), jsx('path', { 'stroke-width': 2, d: 'M0 0' }), [
        jsx('g', {}, jsx(Greeting, { name: 'a' })),
      ]),
    ],
  ])('%s', (_, element) => {
    expect(writeElement(element)).toBe(String(element));
  });

  test.each(ENTITY_TYPES)('in every page of a thing of the Gazette: %s', async (type) => {
    const store = openFolder('test/corpora/gazette');
    const { items } = await store.list(type, {
      filters: [],
      order: { field: DEFAULT_ORDERS[type], direction: 'ASC' },
      window: { limit: 300, fromEnd: false },
    });
    expect(items.length).toBeGreaterThan(5);
    for (const { item } of items) {
      const { content } = readPage(store, type, item.slug);
      expect(writeElement(content), item.slug).toBe(String(content));
    }
  });

  test('except a name that turns the direction of what follows', () => {
    const turned = jsx('p', {}, jsx('bdi', {}, 'Ann \u202ennA\u2067'), ' said');
    expect(writeElement(turned)).toBe('<p><bdi>Ann nnA</bdi> said</p>');
  });

  test('and never an object as an attribute', () => {
    expect(() => writeElement(jsx('p', { style: { color: 'red' } }))).toThrow('Attribute style is no text.');
  });

  test('but cannot wait for a component', () => {
    const Late = async () => jsx('p', {});
    expect(() => writeElement(jsx('div', {}, jsx(Late, {})))).toThrow('returned a promise');
  });
});
