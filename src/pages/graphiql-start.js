/** Runs in the browser: opens GraphiQL with the right tabs, and fills the menu of examples. */
import { createFetcher } from './graphiql-fetcher.js';
import { indexOfSame, isBlank, linkTo, readLink, tabsToOpen, toStored } from './graphiql-tabs.js';

/** The key under which GraphiQL stores its tabs. */
const STORED_TABS = 'graphiql:tabState';

const { endpoint, workers, examples } = JSON.parse(document.getElementById('settings').textContent);
const status = document.getElementById('status');
const toRun = status.textContent;
const report = (line) => {
  status.textContent = line;
};

/** The tabs as they are now. */
let state = tabsToOpen(storage()?.getItem(STORED_TABS) ?? null, readLink(location.search), tabOf(examples[0]));

// GraphiQL's script reads this; it runs after this one.
window.MonacoEnvironment = { globalAPI: true, getWorkerUrl: (_module, label) => workers[label] };

document.addEventListener('DOMContentLoaded', () => {
  // Do not mark letters that look like others: texts are full of them, such as apostrophes and all of Cyrillic.
  window.monaco.editor.onDidCreateEditor((editor) => {
    editor.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } });
  });
  store(toStored(state));
  const { query, variables, headers } = state.tabs[state.active];
  const isNarrow = matchMedia('(max-width: 760px)').matches;
  window.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    title: 'Dateline',
    fetcher: createFetcher(endpoint, report),
    defaultEditorToolsVisibility: isNarrow && variables === '' ? false : 'variables',
    // The texts of the active tab: for any other query, GraphiQL would add a tab.
    query,
    variables,
    initialQuery: query,
    initialHeaders: headers,
    onEditQuery() {},
    onTabChange({ tabs, activeTabIndex }) {
      state = { tabs: tabs.map(filled), active: activeTabIndex };
      history.replaceState(null, '', linkTo(location.pathname, state.tabs[activeTabIndex] ?? tabOf(undefined)));
    },
  });
});

for (const [index, { query }] of examples.entries()) {
  const [question, detail] = questionOf(query);
  const button = make('button', make('b', question), detail ?? '');
  button.type = 'button';
  button.dataset.example = String(index);
  document.querySelector('#examples ul').append(make('li', button));
}

document.getElementById('examples').addEventListener('click', ({ target, currentTarget }) => {
  const button = target.closest('button[data-example]');
  if (button === null) return;
  currentTarget.hidePopover();
  openTab(tabOf(examples[Number(button.dataset.example)]));
});

/** Goes to the tab with the same query and variables; else fills the active tab if it is empty, or a new one. */
function openTab(tab) {
  const same = indexOfSame(state.tabs, tab);
  report(toRun);
  if (same >= 0) return document.querySelectorAll('.graphiql-tab-button')[same]?.click();
  if (!isBlank(textOf('operation.graphql'))) document.querySelector('.graphiql-tab-add').click();
  write('operation.graphql', tab.query);
  write('variables.json', tab.variables);
}

function make(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

/** The comment at the top of an operation, in two parts: its first sentence, which is the question, and the rest. */
function questionOf(query) {
  const [comment] = /^(?:#.*\n)*/.exec(query);
  const text = comment.replace(/^#+/gm, '').replace(/\s+/g, ' ').trim();
  return (/^(.*?[.?!])(?: (.*))?$/.exec(text) ?? [text, text]).slice(1);
}

function textOf(file) {
  return modelOf(file)?.getValue() ?? '';
}

function write(file, text) {
  modelOf(file)?.setValue(text);
}

/** The content of one of GraphiQL's editors. */
function modelOf(file) {
  return window.monaco.editor.getModels().find(({ uri }) => uri.path.endsWith(file));
}

function tabOf({ query = '', variables = '' } = {}) {
  return { query, variables, headers: '', operationName: null };
}

/** A tab with all its fields: GraphiQL leaves out those that are empty. */
function filled({ query, variables, headers, operationName }) {
  return { query: query ?? '', variables: variables ?? '', headers: headers ?? '', operationName };
}

/** Keeps the stored tabs if there is no room for these: GraphiQL then opens other tabs, but it opens. */
function store(tabs) {
  try {
    storage()?.setItem(STORED_TABS, tabs);
  } catch {
    report('The browser has no room left to store these tabs.');
  }
}

/** Null if the browser does not let pages store anything. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
