import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SLUG } from '../../../data/compile/index.ts';
import { slugOf } from '../../slug.ts';

it.each([
  ['Ann Lee', 'ann-lee'],
  ['  Ann –  Lee! ', 'ann-lee'],
  ['O’Brien', 'o-brien'],
  ['Prosecutor General’s Office', 'prosecutor-generals-office'],
  ['Hüseyn Əliyev, Şəki', 'huseyn-eliyev-seki'],
  ['İlqar Işıq', 'ilqar-isiq'],
  ['Владимир Ильич Щёлков', 'vladimir-ilich-shchelkov'],
  ['محمد بن سلمان', 'mhmd-bn-slmn'],
  ['北京市', 'beijingshi'],
  ['👑 of Norway', 'crown-of-norway'],
  ['Cafe\u0301 ﬁn', 'cafe-fin'],
  ['Route 66', 'route-66'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con-1'],
  ['Lpt9', 'lpt9-1'],
  ['Conrad', 'conrad'],
])('"%s" is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it.each(['', ' \n', '!?', '\u{10ffff}', '\ud800'])('nothing is left of %j', (name) => {
  expect(slugOf(name)).toBeNull();
});

it('is at most 80 characters, cut between words', () => {
  expect(slugOf('word '.repeat(50))).toBe(Array(16).fill('word').join('-'));
  expect(slugOf('a'.repeat(200))).toBe('a'.repeat(80));
});

it('is a slug whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const slug = slugOf(name);
      expect(slug === null || (SLUG.test(slug) && slug.length <= 80)).toBe(true);
    }),
  );
});
