// Feeds, sitemaps and oEmbed documents, as their readers read them.
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { type Entry, type Feed, toAtom, toJsonFeed } from '../../src/pages/machine/feed-format.ts';
import { oembedOf } from '../../src/pages/machine/oembed.tsx';
import { element, inXml } from '../../src/pages/machine/xml.ts';

const SELF = new URL('https://news.example/feed.atom?a=1&b=2');
const ENTRY: Entry = {
  title: 'A',
  url: '/statements/a',
  language: 'tr',
  text: 'Ann Lee: “Hayır”',
  published: { edtf: '2025-06-27', earliest: '2025-06-27' },
  modified: null,
  authors: [{ name: 'Ann Lee', url: '/people/ann' }, { name: 'By us' }],
  article: '/articles/b',
};
const FEED: Feed = { title: 'Ann Lee – Dateline', page: '/people/ann', entries: [ENTRY] };

describe('Atom', () => {
  test('in full', () => {
    expect(parseAtomFeed(toAtom(FEED, SELF))).toEqual({
      id: SELF.href,
      title: { value: FEED.title },
      updated: '2025-06-27T00:00:00Z',
      authors: [{ name: 'Dateline', uri: 'https://news.example/' }],
      links: [
        { rel: 'self', type: 'application/atom+xml', href: SELF.href },
        { rel: 'alternate', type: 'text/html', href: 'https://news.example/people/ann' },
      ],
      entries: [
        {
          id: 'https://news.example/statements/a',
          title: { value: 'A' },
          updated: '2025-06-27T00:00:00Z',
          published: '2025-06-27T00:00:00Z',
          authors: [{ name: 'Ann Lee', uri: 'https://news.example/people/ann' }, { name: 'By us' }],
          links: [
            { rel: 'alternate', type: 'text/html', href: 'https://news.example/statements/a' },
            { rel: 'related', type: 'text/html', href: 'https://news.example/articles/b' },
          ],
          content: { value: 'Ann Lee: “Hayır”\nhttps://news.example/articles/b', type: 'text' },
          xml: { lang: 'tr' },
        },
      ],
    });
  });

  test.each([
    ['a day', { edtf: '2025-06-27', earliest: '2025-06-27' }, '2025-06-27T00:00:00Z', '2025-06-27T00:00:00Z'],
    ['a month', { edtf: '2025-06', earliest: '2025-06-01' }, '2025-06-01T00:00:00Z', undefined],
    ['about a day', { edtf: '2025-06-27~', earliest: '2025-06-27' }, '2025-06-27T00:00:00Z', undefined],
    ['an open start', { edtf: '../2025', earliest: null }, '1970-01-01T00:00:00Z', undefined],
    [
      'a day with its time',
      { edtf: '2025-03-04T06:30', earliest: '2025-03-04' },
      '2025-03-04T00:00:00Z',
      '2025-03-04T00:00:00Z',
    ],
    ['nothing', null, '1970-01-01T00:00:00Z', undefined],
  ])('is updated on the first day that %s may be', (_, published, updated, day) => {
    const [entry] = parseAtomFeed(toAtom({ ...FEED, entries: [{ ...ENTRY, published }] }, SELF)).entries ?? [];
    expect([entry?.updated, entry?.published]).toEqual([updated, day]);
  });

  test('is updated when the text last changed, and published when it first was', () => {
    const modified = { edtf: '2025-07-01', earliest: '2025-07-01' };
    const changed = { ...FEED, entries: [{ ...ENTRY, modified }] };
    const [entry] = parseAtomFeed(toAtom(changed, SELF)).entries ?? [];
    expect([entry?.updated, entry?.published]).toEqual(['2025-07-01T00:00:00Z', '2025-06-27T00:00:00Z']);
    expect(parseJsonFeed(toJsonFeed(changed, SELF)).items).toMatchObject([{ date_modified: '2025-07-01T00:00:00Z' }]);
  });

  test('without entries is one too', () => {
    expect(parseAtomFeed(toAtom({ ...FEED, entries: [] }, SELF))).toMatchObject({ updated: '1970-01-01T00:00:00Z' });
  });
});

describe('JSON Feed', () => {
  test('in full', () => {
    const written = toJsonFeed(FEED, SELF);
    expect(JSON.parse(written).version).toBe('https://jsonfeed.org/version/1.1');
    expect(parseJsonFeed(written)).toEqual({
      title: FEED.title,
      home_page_url: 'https://news.example/people/ann',
      feed_url: SELF.href,
      items: [
        {
          id: 'https://news.example/statements/a',
          url: 'https://news.example/statements/a',
          title: 'A',
          content_text: 'Ann Lee: “Hayır”\nhttps://news.example/articles/b',
          date_published: '2025-06-27T00:00:00Z',
          authors: [{ name: 'Ann Lee', url: 'https://news.example/people/ann' }, { name: 'By us' }],
          language: 'tr',
        },
      ],
    });
  });

  test('has no date that is not exact', () => {
    const vague = { ...ENTRY, published: { edtf: '2025-06', earliest: '2025-06-01' } };
    expect(toJsonFeed({ ...FEED, entries: [vague] }, SELF)).not.toContain('date_published');
  });
});

describe('a hostile text', () => {
  const TEXT = ']]><script>alert("1")</script>&amp;\u202e\'\u0000\u0008\ufffe\ud800 \u{1f600}';
  const SHOWN = ']]><script>alert("1")</script>&amp;\u202e\'\ufffd\ufffd\ufffd\ufffd \u{1f600}';

  test('is the same text in Atom, without what XML forbids', () => {
    const entry = { ...ENTRY, title: TEXT, text: TEXT, article: null, authors: [{ name: TEXT }] };
    const [read] = parseAtomFeed(toAtom({ ...FEED, entries: [entry] }, SELF)).entries ?? [];
    expect([read?.title?.value, read?.content?.value, read?.authors?.[0]?.name]).toEqual([SHOWN, SHOWN, SHOWN]);
  });

  test('does not end an attribute', () => {
    expect(element('a', '', { b: '"><c d="' })).toBe('<a b="&#34;&#62;&#60;c d=&#34;"/>');
    expect(inXml('\r\n\t\u0085')).toBe('&#13;\n\t\u0085');
  });

  test('stands in the frame of an oEmbed document as text', () => {
    const card = { url: '/statements/a', text: TEXT, speakers: [], removedBy: null, quotes: { nodes: [] } };
    const document = oembedOf(card, 'https://news.example', { width: 300, height: 200 });
    expect(document).toMatchObject({ version: '1.0', type: 'rich', width: 300, height: 200 });
    const { html } = document as { html: string };
    expect(html).toMatch(/^<iframe [^<>]*src="https:\/\/news\.example\/embed\/statements\/a" [^<>]*><\/iframe>$/);
  });
});

test('the title of an oEmbed document says that a publisher removed the words', () => {
  const removedBy = { date: null, reason: 'A mistake.', correction: null };
  const card = { url: '/statements/a', text: 'No', speakers: [], removedBy, quotes: { nodes: [] } };
  const document = oembedOf(card, 'https://news.example', { width: 300, height: 200 });
  expect(document).toMatchObject({ title: 'Removed by the publisher: No' });
});
