// The style sheets: what has one meaning is defined once.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VOICES } from '../../src/pages/reader/parts.tsx';

const FOLDER = new URL('../../src/pages/styles/', import.meta.url);
const ALL = readdirSync(FOLDER)
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
  .join('\n')
  .replaceAll(/\/\*.*?\*\//gs, '');
const RULES = [...ALL.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', content = '']) => ({
  selector,
  content,
}));

test('each voice has a line of its own, in one rule, and whatever is drawn for a voice has that line', () => {
  const classes = Object.values(VOICES).map((voice) => voice.class);
  const ofVoices = RULES.filter(({ selector }) => classes.some((name) => selector.includes(`.${name}`)));
  const lines = ofVoices.flatMap(({ selector, content }) =>
    [...content.matchAll(/--voice: (\w+)/g)].map(([, line]) => [selector.trim(), line]),
  );
  expect(lines).toEqual([
    ['.own', 'solid'],
    ['.given', 'dotted'],
    ['.carried', 'dashed'],
  ]);
  const named = ofVoices.filter(({ content }) => /(?<!--voice: )\b(?:solid|dotted|dashed|double|wavy)\b/.test(content));
  expect(named).toEqual([]);
  for (const part of ['.notes li', '.voice > .line', '.chain .hop::before']) {
    const drawn = RULES.filter(({ selector }) => selector.trim().endsWith(part));
    expect(drawn.map(({ content }) => content).join(), part).toContain('var(--voice)');
  }
});
