import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { excerptOf } from '../../data/excerpt.ts';
import type { Article, ArticleText } from '../../data/model.ts';
import { countCodePoints, paragraphs, quote, spanBetween } from '../../data/text.ts';

function excerpt(text: string, length: number, { language = 'en', byline = '' } = {}): string {
  const counts = countCodePoints(text);
  const at = text.indexOf(byline);
  const span = spanBetween(counts, at, at + byline.length);
  const lines = paragraphs(text, counts);
  const paragraph = lines.findIndex(({ start, end }) => start <= span.start && span.end <= end);
  const evidence = { type: 'Evidence' as const, source: 'x', paragraph, ...span, ...quote(text, span) };
  const article: Article = {
    type: 'Article',
    slug: 'x',
    headline: '',
    bylines: byline === '' ? [] : [{ words: byline, person: null, evidence }],
    publisher: null,
    agency: null,
    published: null,
    language,
    originalUrl: null,
    digest: '',
    wordCount: 0,
    entered: null,
    revisions: [],
  };
  const articleText: ArticleText = { of: 'x', text, paragraphs: lines, marks: [] };
  return excerptOf(article, articleText, length);
}

const TEXT =
  'Mill burns\n\nBy Ann Lee\n\nThe mill burned. Two died, said Mr. Lee.\n\nNobody knows why. “We will ask,” she said.';
const BODY = 'The mill burned. Two died, said Mr. Lee. Nobody knows why. “We will ask,” she said.';
const byline = 'By Ann Lee';

describe('the excerpt of an article', () => {
  test.each([
    [200, BODY],
    [BODY.length, BODY],
    [BODY.length - 1, 'The mill burned. Two died, said Mr. Lee. Nobody knows why.'],
    // Not "said Mr."
    [38, 'The mill burned.'],
    [40, 'The mill burned. Two died, said Mr. Lee.'],
    [16, 'The mill burned.'],
    [15, 'The mill…'],
    [9, 'The mill…'],
    [8, 'The…'],
    [3, '…'],
    [1, '…'],
  ])('of %d characters', (length, expected) => {
    expect(excerpt(TEXT, length, { byline })).toBe(expected);
  });

  it('leaves out a byline wherever it stands, and no paragraph that has more', () => {
    expect(excerpt('Head\nIt burned.\nBy Ann Lee', 100, { byline })).toBe('It burned.');
    expect(excerpt('Head\nBy Ann Lee in Larkbridge\nIt burned.', 100, { byline })).toBe(
      'By Ann Lee in Larkbridge It burned.',
    );
  });

  it.each([
    ['of one paragraph', 'It burned. “The doors were locked. Two died,” said Ann Lee. It rained.', 50],
    ['of several', 'It burned.\n“The doors were locked.\n“Two died,” said Ann Lee. It rained.', 40],
  ])('ends with no sentence inside a quotation, which may not be of the article: %s', (_, body, length) => {
    const whole = body.replaceAll('\n', ' ');
    expect(excerpt(`Head\n${body}`, length)).toBe('It burned.');
    expect(excerpt(`Head\n${body}`, whole.length - 1)).toBe(whole.replace(' It rained.', ''));
    expect(excerpt(`Head\n${body.replace('It burned.', '')}`, 30)).toMatch(/^“The doors were locked. “?Two…$/);
  });

  it('is empty where there is no body', () => {
    expect(excerpt('Mill burns', 100)).toBe('');
    expect(excerpt('Mill burns\nBy Ann Lee', 100, { byline })).toBe('');
  });

  it('cuts no word of a script without spaces', () => {
    expect(excerpt('標題\n北京市长说工厂着火了', 8, { language: 'zh' })).toMatch(/^北京市长说(?:工厂)?…$/);
    expect(excerpt('標題\n工厂着火。没有人知道为什么。', 10, { language: 'zh' })).toBe('工厂着火。');
  });

  it('is never longer than asked, begins the body, and ends between words', () => {
    const words = fc.array(
      fc.constantFrom('mill', 'Mr.', 'fire', 'died.', 'said', '“no,”', '𝒳𝒳', '–', 'Why?', 'U.S.'),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 80 }), (given, length) => {
        const body = given.join(' ');
        const found = excerpt(`Head\n${body}`, length);
        expect([...found].length).toBeLessThanOrEqual(length);
        if (!found.endsWith('…')) {
          expect(body === found || body.startsWith(`${found} `)).toBe(true);
          return;
        }
        const start = found.slice(0, -1);
        expect(body.startsWith(start)).toBe(true);
        if (start !== '') expect(body.charAt(start.length)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
