// Pages and documents without a Worker: what is wrong with them shows when they are opened, not when they are asked for.
import { expect, test } from 'vitest';
import { readSettings } from '../../src/environment.ts';
import { openDocuments } from '../../src/pages/machine/document.ts';
import { articleFeed } from '../../src/pages/machine/feed.ts';
import { PLACE_VIEW } from '../../src/pages/reader/place-page.tsx';
import { openViews } from '../../src/pages/reader/view.ts';

test('an operation that does not exist is named at once', () => {
  const parts = [() => Promise.reject(new Error('Nothing is asked.')), readSettings({}), {}] as const;
  expect(() => openViews(...parts)(PLACE_VIEW)).toThrow('There is no operation "place-page" in src/operations/.');
  expect(() => openDocuments(...parts)(articleFeed('atom'))).toThrow('There is no operation "article-feed"');
});
