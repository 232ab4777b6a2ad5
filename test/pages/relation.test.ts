// What stands to a statement, whose copy an article prints, and how many sources an event has, on the pages.
import { expect, test } from 'vitest';
import type { EntityType } from '../../data/model.ts';
import { toMarkdown } from '../../src/pages/machine/markdown.ts';
import { openFolder } from '../api/operations.ts';
import { htmlOf, readPage } from './read-page.ts';

const GAZETTE = openFolder('test/corpora/gazette');

function sectionOf(type: EntityType, slug: string, title: string): string {
  const page = toMarkdown(htmlOf(readPage(GAZETTE, type, slug)));
  return new RegExp(`^## ${title}\\n+([\\s\\S]*?)(?=^## |^Embed this|(?![\\s\\S]))`, 'm').exec(page)?.[1]?.trim() ?? '';
}

test('a statement names what corrects it, in the words that say so', () => {
  expect(sectionOf('Statement', 'holm-four-ropes', 'Corrected by')).toMatchInlineSnapshot(`
    "- [the barge had hung on two ropes](/statements/holm-two-ropes) – [Dagny Holm](/people/dagny-holm) · published 2 December 2025

      > … harbour master, Dagny Holm, **corrected herself** on Monday: the barge had hung …"
  `);
});

test('a statement names what it answers', () => {
  expect(sectionOf('Statement', 'silas-the-owner-will-pay', 'Answers')).toMatchInlineSnapshot(`
    "- [Who will pay for the pillar?](/statements/rook-who-will-pay-for-the-pillar) – [Edmund Rook](/people/edmund-rook) · published 24 November 2025

      > … chairman of the Harbour Board, **replied to the mayor**\\. He repeated that the board …"
  `);
});

test('a repetition that only follows from its words says so, and is not listed as an echo too', () => {
  expect(sectionOf('Statement', 'rook-a-bridge-that-is-shut', 'Said again')).toMatchInlineSnapshot(
    `"- [A bridge that is shut can still fall on somebody](/statements/rook-a-bridge-that-is-shut-again) – [Edmund Rook](/people/edmund-rook) · published 2 December 2025 – the same words in an article of another day"`,
  );
  expect(sectionOf('Statement', 'rook-a-bridge-that-is-shut', 'The same words elsewhere')).toBe('');
  expect(sectionOf('Statement', 'ada-half-a-verdict', 'The same words elsewhere')).not.toBe('');
});

test('an event has its sources, with the papers that count for each', () => {
  expect(sectionOf('Event', 'barge-hits-the-tern-footbridge', '2 independent sources')).toMatchInlineSnapshot(`
    "- [Tern Wire (invented)](/organizations/tern-wire)

      - [Barge strikes the footbridge](/articles/barge-strikes-the-footbridge) – The Larkbridge Gazette (invented) · 24 November 2025 – credits the agency
      - [Loose barge hits the bridge](/articles/loose-barge-hits-the-bridge) – The Tern Valley Courier (invented) · 24 November 2025 – credits the agency
      - [Pillar of the footbridge struck](/articles/pillar-of-the-footbridge-struck) – The Wexcombe Advertiser (invented) · 26 November 2025 – [the words of an earlier article](/articles/barge-strikes-the-footbridge)
    - [Вербопольский листок (invented)](/organizations/verbopolsky-listok)

      - [Баржа и мост](/articles/barzha-i-most) – Вербопольский листок (invented) · 28 November 2025"
  `);
});

test('an event in one article has no count of sources', () => {
  expect(htmlOf(readPage(GAZETTE, 'Event', 'fall-into-the-river'))).not.toContain('independent source');
});

test('an article names the agency that it credits, and beside a statement what became of it', () => {
  const html = htmlOf(readPage(GAZETTE, 'Article', 'barge-strikes-the-footbridge'));
  expect(html).toMatch(/From <a href="\/organizations\/tern-wire">/);
  for (const [slug, fate] of [
    ['holm-two-ropes', 'corrected'],
    ['anselm-it-was-a-mooring-post', 'taken back'],
    ['silas-the-owner-will-pay', 'answered'],
    ['rook-a-bridge-that-is-shut-again', 'said again'],
  ]) {
    expect(html).toContain(`<a href="/statements/${slug}">${fate}</a>`);
  }
});
