// GraphiQL is other people's work: it is served with the notices that their licences ask for.
import { beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ASSETS, EDITOR_WORKERS } from '../../src/pages/asset.ts';
import { send } from '../harness.ts';

const WORKERS = Object.values(EDITOR_WORKERS);
let notices = '';

beforeAll(async () => {
  const response = await send(ASSETS.graphiqlNotices);
  notices = response.ok ? await response.text() : '';
});

test.each([ASSETS.graphiqlScript, ASSETS.graphiqlStyles, ...WORKERS])('%s says where they are', async (address) => {
  const [first] = (await (await send(address)).text()).split('\n', 1);
  expect(first).toMatch(/^\/\*! .*licences.* \*\/$/);
  expect(first).toContain(ASSETS.graphiqlNotices);
});

test('so does the page', async () => {
  const page = await (await send('/graphql', { headers: { Accept: 'text/html' } })).text();
  expect(page).toContain(`<link rel="license" href="${ASSETS.graphiqlNotices}">`);
});

describe('the notices', () => {
  test('are of the version that is served', () => {
    const name = '@graphql-yoga/render-graphiql';
    expect(notices).toContain(`${name} ${manifest.devDependencies[name]}`);
  });

  // What the bundle's manifest depends on, and the largest of what that depends on in turn.
  test.each([
    ...['@graphql-yoga/graphiql', 'graphiql', '@graphiql/react', '@graphiql/toolkit', '@graphiql/plugin-explorer'],
    ...['@graphql-tools/url-loader', '@graphql-tools/utils', '@graphql-tools/delegate', '@whatwg-node/fetch'],
    ...['react', 'react-dom', 'scheduler', 'monaco-editor', 'monaco-graphql', 'prettier', 'graphql', 'graphql-ws'],
    ...['graphql-language-service', 'graphiql-explorer', 'json-bigint-patch', 'tslib', '@headlessui/react'],
    ...['@radix-ui/react-dialog', '@floating-ui/dom', 'react-aria', 'framer-motion', 'motion-dom', 'zustand'],
    ...['markdown-it', 'linkify-it', 'entities', 'dataloader', 'meros', 'jsonc-parser', '@tanstack/virtual-core'],
    ...['DOMPurify', 'Codicons'],
  ])('name %s', (project) => {
    expect(notices).toMatch(new RegExp(`^${project}(?![\\w/-])`, 'm'));
  });

  test.each(WORKERS)('name each package of which %s says that it is in it, with its version', async (address) => {
    const script = await (await send(address)).text();
    const found = [...script.matchAll(/node_modules\/\.pnpm\/(@?[^@/\s]+)@([\d.]+)/g)];
    const packages = new Set(found.map(([, name, version]) => `${name?.replace('+', '/')} ${version}`));
    expect(packages.size).toBeGreaterThan(0);
    for (const project of packages) expect(notices).toMatch(new RegExp(`^${project}$`, 'm'));
  });

  test('name each font', async () => {
    const styles = await (await send(ASSETS.graphiqlStyles)).text();
    const fonts = [...styles.matchAll(/@font-face\{[^}]*?font-family:([^;]+);/g)].map(([, name]) => name!);
    expect(new Set(fonts)).toEqual(new Set(['codicon', 'Roboto', 'Fira Code']));
    for (const name of new Set(fonts)) expect(notices).toMatch(new RegExp(`^${name}`, 'im'));
  });

  test.each([
    'Permission is hereby granted, free of charge',
    'Permission to use, copy, modify, and/or distribute this software',
    'Redistribution and use in source and binary forms',
    'TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION',
    'SIL OPEN FONT LICENSE Version 1.1',
    'Attribution 4.0 International',
    'Copyright (c) Meta Platforms, Inc. and affiliates.',
    'Copyright (c) 2016 - present Microsoft Corporation',
  ])('have in them: %s', (words) => {
    expect(notices).toContain(words);
  });
});
